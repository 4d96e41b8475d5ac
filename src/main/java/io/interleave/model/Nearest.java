package io.interleave.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Guesses which known word a misspelt one was meant to be.
final class Nearest {

    private static final int LONGEST = 40;

    private Nearest() {}

    /// The known word with the fewest slips of the pen from `word`, if that is few enough for a word of its length:
    /// one slip for every three letters, and at least one.
    static Optional<String> to(String word, Collection<String> known) {
        if (word.isEmpty() || word.length() > LONGEST) {
            return Optional.empty();
        }
        record Guess(String word, int slips) {}
        return known.stream()
                .filter(it -> !it.equals(word) && it.length() <= LONGEST)
                .map(it -> new Guess(it, slips(word.toLowerCase(Locale.ROOT), it.toLowerCase(Locale.ROOT))))
                .filter(it -> it.slips <= allowed(Math.max(word.length(), it.word.length())))
                .min(Comparator.comparingInt(Guess::slips).thenComparing(Guess::word))
                .map(Guess::word);
    }

    private static int allowed(int length) {
        return length == 1 ? 0 : Math.max(1, length / 3);
    }

    /// The optimal string alignment distance: letters missing, added, changed, or two neighbours exchanged.
    static int slips(String from, String to) {
        var beforeLast = new int[to.length() + 1];
        var last = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            var row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[to.length()];
    }
}
