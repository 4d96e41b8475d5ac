package io.interleave.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What an edit does to the text: replacements one after another, each of which counts its offset in the text
/// that those before it have made. Knowing what it removes, a change can be undone exactly.
public record Change(List<Replacement> replacements) {

    public static final Change NONE = new Change(List.of());

    public Change {
        replacements = List.copyOf(replacements);
    }

    /// The characters from `from` to `to` of this text become `inserted`.
    public static Change of(String text, int from, int to, String inserted) {
        var replacement = new Replacement(from, text.substring(from, to), inserted);
        return replacement.isNothing() ? NONE : new Change(List.of(replacement));
    }

    /// The least change of one place that makes the second text of the first.
    public static Change between(String before, String after) {
        int most = Math.min(before.length(), after.length());
        int head = 0;
        while (head < most && before.charAt(head) == after.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < most - head
                && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
            tail++;
        }
        return of(before, head, before.length() - tail, after.substring(head, after.length() - tail));
    }

    /// Replacements that all count in one text, as a change. They must not overlap; of those at one offset the
    /// first comes first.
    static Change atOnce(List<Replacement> replacements) {
        var backwards = new ArrayList<Replacement>();
        replacements.stream().filter(it -> !it.isNothing()).forEach(backwards::addFirst);
        backwards.sort(Comparator.comparingInt(Replacement::offset).reversed());
        return new Change(backwards);
    }

    public boolean isNothing() {
        return replacements.isEmpty();
    }

    /// @throws IllegalArgumentException if the text has not what this removes
    public String applyTo(String text) {
        var changed = new StringBuilder(text);
        for (var it : replacements) {
            boolean fits = it.offset() >= 0
                    && it.removedEnd() <= changed.length()
                    && it.removed().contentEquals(changed.subSequence(it.offset(), it.removedEnd()));
            if (!fits) {
                throw new IllegalArgumentException("this is a change of another text");
            }
            changed.replace(it.offset(), it.removedEnd(), it.inserted());
        }
        return changed.toString();
    }

    /// Undoes this.
    public Change inverse() {
        return new Change(
                replacements.reversed().stream().map(Replacement::inverse).toList());
    }

    /// This and then another one, which must be one of the text that this makes.
    public Change then(Change next) {
        var both = new ArrayList<>(replacements);
        both.addAll(next.replacements);
        return new Change(both);
    }

    /// Where a place of the text is after this. A place within what is removed comes to stand behind what is
    /// inserted for it; what is inserted at a place comes before it.
    public int map(int offset) {
        int at = offset;
        for (var it : replacements) {
            if (at >= it.removedEnd()) {
                at += it.growth();
            } else if (at > it.offset()) {
                at = it.insertedEnd();
            }
        }
        return at;
    }

    static final int NEW = -1;

    /// Where a place of the text that this makes was before it; `NEW` within what was inserted, but for the first
    /// character of what took the place of something.
    int before(int offset) {
        int at = offset;
        for (int i = replacements.size() - 1; i >= 0; i--) {
            var it = replacements.get(i);
            if (at >= it.insertedEnd()) {
                at -= it.growth();
            } else if (at > it.offset() || at == it.offset() && it.removed().isEmpty()) {
                return NEW;
            }
        }
        return at;
    }
}
