package io.interleave.view.editor.text;

import java.util.function.IntFunction;

/// What can be folded: a line and the deeper ones behind it; of a key also the list that stands as deep as itself.
final class Folds {

    private Folds() {}

    /// How many lines belong to this one; 0 where it stands alone. Blank lines at the end belong to nobody.
    ///
    /// @param lines the text of each line, from 0
    static int length(IntFunction<String> lines, int size, int line) {
        String header = lines.apply(line);
        if (isBlank(header) || isComment(header)) {
            return 0;
        }
        int depth = Tokenizer.indent(header);
        boolean key = header.stripTrailing().endsWith(":") && header.charAt(depth) != '-';
        int last = line;
        for (int i = line + 1; i < size; i++) {
            String next = lines.apply(i);
            if (isBlank(next)) {
                continue;
            }
            int its = Tokenizer.indent(next);
            boolean inside = its > depth || key && its == depth && next.startsWith("- ", its);
            if (!inside) {
                break;
            }
            last = i;
        }
        return last - line;
    }

    /// Whether anything belongs to this line, without counting it.
    static boolean isFoldable(IntFunction<String> lines, int size, int line) {
        for (int i = line + 1; i < size; i++) {
            if (!isBlank(lines.apply(i))) {
                return length(lines, i + 1, line) > 0;
            }
        }
        return false;
    }

    private static boolean isBlank(String line) {
        return line.isBlank();
    }

    private static boolean isComment(String line) {
        return line.stripLeading().startsWith("#");
    }
}
