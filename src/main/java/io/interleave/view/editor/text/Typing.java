package io.interleave.view.editor.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What keys do to the text beyond their own character, and what is selected afterwards. Nothing here changes
/// anything: it says what is to be changed.
///
/// @param edit the one change
/// @param anchor where the selection begins afterwards
/// @param caret where it ends
record Typing(TextEdit edit, int anchor, int caret) {

    private static final String STEP = "  ";

    /// Keys of lists: their first item begins at once.
    private static final Set<String> LISTS = Set.of("steps:", "else:", "expect:");

    private static final String CLOSERS = "}])\"'";

    /// A new line, as deep as what goes on there: within a list of steps it is the next one.
    static Typing enter(String text, int start, int end, String lineEnd) {
        int lineStart = text.lastIndexOf('\n', start - 1) + 1;
        String before = text.substring(lineStart, start);
        int indent = Tokenizer.indent(before);
        boolean item = before.startsWith("- ", indent);
        String rest = text.substring(end, lineEnd(text, end)).strip();
        if (before.strip().equals("-") && rest.isEmpty()) {
            // an item without anything in it: the list is over
            return replace(text, lineStart, end, " ".repeat(Math.max(0, indent - 2)));
        }
        String key = before.strip();
        boolean opens = key.endsWith(":") && rest.isEmpty();
        String lead = " ".repeat(indent);
        if (opens) {
            lead += STEP + (LISTS.contains(key) ? "- " : "");
        } else if (item) {
            lead += rest.isEmpty() ? "- " : "  ";
        }
        return replace(text, start, end, lineEnd + lead);
    }

    /// The lines of the selection, two places deeper; without one, spaces up to the next such place.
    static Typing indent(String text, int start, int end) {
        if (start == end) {
            int column = start - (text.lastIndexOf('\n', start - 1) + 1);
            return replace(text, start, end, " ".repeat(2 - column % 2));
        }
        return lines(text, start, end, line -> line.isBlank() ? line : STEP + line);
    }

    /// The lines of the selection, two places less deep.
    static Typing outdent(String text, int start, int end) {
        return lines(text, start, end, line -> line.substring(Math.min(2, Tokenizer.indent(line))));
    }

    /// Makes comments of the lines of the selection, or text of them where all are comments.
    static Typing comment(String text, int start, int end) {
        int from = text.lastIndexOf('\n', start - 1) + 1;
        int to = lineEnd(text, end);
        var written =
                text.substring(from, to).lines().filter(it -> !it.isBlank()).toList();
        boolean all = !written.isEmpty()
                && written.stream().allMatch(it -> it.stripLeading().startsWith("#"));
        int depth = written.stream().mapToInt(Tokenizer::indent).min().orElse(0);
        return lines(text, start, end, line -> {
            if (line.isBlank()) {
                return line;
            }
            int hash = line.indexOf('#');
            return all
                    ? line.substring(0, hash) + line.substring(line.startsWith("# ", hash) ? hash + 2 : hash + 1)
                    : line.substring(0, depth) + "# " + line.substring(depth);
        });
    }

    /// An opening bracket or quote with what closes it, and what is selected between the two.
    static List<Typing> pair(String text, int start, int end, String typed) {
        int index = "{[(\"'".indexOf(typed);
        boolean free = end == text.length() || " \r\n,}])".indexOf(text.charAt(end)) >= 0;
        boolean word = start > 0 && Character.isLetterOrDigit(text.charAt(start - 1));
        if (end < text.length() && start == end && CLOSERS.contains(typed) && text.startsWith(typed, end)) {
            return List.of(new Typing(new TextEdit(start, "", ""), start + 1, start + 1));
        }
        if (index < 0 || start == end && !free || word && index >= 3) {
            return List.of();
        }
        String inside = text.substring(start, end);
        var edit = new TextEdit(start, inside, typed + inside + CLOSERS.charAt(index));
        return List.of(new Typing(edit, start + 1, start + 1 + inside.length()));
    }

    private interface LineChange {
        String of(String line);
    }

    private static Typing lines(String text, int start, int end, LineChange change) {
        int from = text.lastIndexOf('\n', start - 1) + 1;
        boolean untouched = end > start && text.charAt(end - 1) == '\n';
        int to = lineEnd(text, untouched ? end - 1 : end);
        var before = new ArrayList<>(List.of(text.substring(from, to).split("\n", -1)));
        String after = before.stream().map(change::of).collect(Collectors.joining("\n"));
        int first = change.of(before.getFirst()).length() - before.getFirst().length();
        int grown = after.length() - (to - from);
        var edit = new TextEdit(from, text.substring(from, to), after);
        return new Typing(edit, Math.max(from, start + first), Math.max(from, end + grown));
    }

    private static Typing replace(String text, int start, int end, String inserted) {
        int caret = start + inserted.length();
        return new Typing(new TextEdit(start, text.substring(start, end), inserted), caret, caret);
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
