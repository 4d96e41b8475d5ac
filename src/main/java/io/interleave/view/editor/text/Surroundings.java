package io.interleave.view.editor.text;

import java.util.ArrayList;
import java.util.List;

/// The mappings around a place in a text, from the innermost to the whole scenario, found by indentation and braces
/// alone, so that the text need not be in order.
///
/// @param levels the innermost first
/// @param listed whether the place is an item of a list that is no mapping yet
/// @param before what is written of the value or key already, up to the place
record Surroundings(List<Level> levels, boolean listed, String before) {

    static Surroundings at(String text, int offset) {
        return new Search(text, offset).run();
    }

    /// Walks up from the line of the place.
    private static final class Search {

        private final List<String> lines;
        private final int line;
        private final int column;
        private final List<Level> levels = new ArrayList<>();

        Search(String text, int offset) {
            lines = text.lines().collect(ArrayList::new, List::add, List::addAll);
            int start = text.lastIndexOf('\n', offset - 1) + 1;
            line = (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
            column = offset - start;
            while (lines.size() <= line) {
                lines.add("");
            }
        }

        Surroundings run() {
            String whole = lines.get(line);
            String head = whole.substring(0, Math.min(column, whole.length()));
            int start = content(head);
            int key = Keys.end(whole, start);
            boolean inValue = key >= 0 && key < head.length();
            var braces = new Braces(whole, inValue ? key + 1 : start, head.length());
            levels.addAll(braces.levels());
            block(start, inValue ? whole.substring(start, key) : "", line, braces.isOpen());
            boolean listed = braces.isListed() || !inValue && !braces.isOpen() && dash(head) >= 0;
            return new Surroundings(List.copyOf(levels), listed, braces.before());
        }

        /// The mapping whose keys stand at this column, and all around it.
        private void block(int column, String current, int at, boolean braces) {
            var keys = new ArrayList<String>();
            int dash = dash(lines.get(at));
            int i = at;
            while (dash < 0 && --i >= 0) {
                String above = lines.get(i);
                int its = content(above);
                if (isEmpty(above) || its > column) {
                    continue;
                }
                int end = Keys.end(above, its);
                if (its == column && end >= 0) {
                    keys.addFirst(above.substring(its, end));
                    dash = dash(above);
                } else if (end >= 0) {
                    add(keys, current, false, column, at, braces);
                    block(its, above.substring(its, end), i, true);
                    return;
                }
            }
            add(keys, current, dash >= 0, column, at, braces);
            if (dash >= 0) {
                list(dash, i < 0 ? at : i);
            }
        }

        /// The key whose list has its items at this column, and all around it.
        private void list(int dash, int at) {
            for (int i = at - 1; i >= 0; i--) {
                String above = lines.get(i);
                int its = content(above);
                int end = Keys.end(above, its);
                if (!isEmpty(above) && its <= dash && dash(above) != dash && end >= 0) {
                    block(its, above.substring(its, end), i, true);
                    return;
                }
            }
        }

        private void add(List<String> above, String current, boolean item, int column, int at, boolean whole) {
            var keys = new ArrayList<>(above);
            for (int i = at + 1; i < lines.size() && !whole; i++) {
                String below = lines.get(i);
                int its = content(below);
                if (!isEmpty(below) && (its < column || dash(below) >= 0 && its == column)) {
                    break;
                }
                int end = Keys.end(below, its);
                if (its == column && end >= 0) {
                    keys.add(below.substring(its, end));
                }
            }
            levels.add(new Level(keys, current, item, column, false));
        }

        private static boolean isEmpty(String line) {
            return line.isBlank() || line.stripLeading().startsWith("#");
        }

        /// Where what is behind the dashes of a line begins.
        private static int content(String line) {
            int start = Tokenizer.indent(line);
            while (start < line.length()
                    && line.charAt(start) == '-'
                    && (start + 1 == line.length() || line.charAt(start + 1) == ' ')) {
                start = Math.min(line.length(), start + 2);
                while (start < line.length() && line.charAt(start) == ' ') {
                    start++;
                }
            }
            return start;
        }

        /// Where the last dash of a line stands; -1 where it has none.
        private static int dash(String line) {
            int content = content(line);
            return Tokenizer.indent(line) == content ? -1 : line.lastIndexOf('-', Math.max(0, content - 1));
        }
    }
}
