package io.interleave.view.editor.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The braces and brackets that are open at a place of a line.
final class Braces {

    /// What has been read of one pair.
    private static final class Frame {

        final boolean mapping;
        final int column;
        final List<String> keys = new ArrayList<>();
        String current = "";

        Frame(boolean mapping, int column) {
            this.mapping = mapping;
            this.column = column;
        }

        /// The key whose value has ended counts among those that are there.
        void end() {
            if (!current.isEmpty()) {
                keys.add(current);
                current = "";
            }
        }
    }

    private final String line;
    private final Deque<Frame> open = new ArrayDeque<>();
    private final String before;

    /// @param from where the value begins
    /// @param to the place
    Braces(String line, int from, int to) {
        this.line = line;
        int start = Math.min(from, to);
        int i = start;
        while (i < to) {
            char c = line.charAt(i);
            if (c == '"' || c == '\'') {
                int end = line.indexOf(c, i + 1);
                if (end < 0 || end >= to) {
                    break;
                }
                i = end;
            } else if ((c == '{' || c == '[') && line.substring(start, i).isBlank()) {
                open.push(new Frame(c == '{', i));
                start = i + 1;
            } else if ((c == '}' || c == ']') && !open.isEmpty()) {
                open.pop();
                start = i + 1;
            } else if (c == ',' && !open.isEmpty()) {
                open.peek().end();
                start = i + 1;
            } else if (c == ':' && !open.isEmpty() && open.peek().mapping && isKey(start, i)) {
                open.peek().current = line.substring(start, i).strip();
                start = i + 1;
            }
            i++;
        }
        before = line.substring(start, to);
        readOn(to);
    }

    private boolean isKey(int start, int colon) {
        String key = line.substring(start, colon).strip();
        return !key.isEmpty() && Keys.end(key + ":", 0) == key.length();
    }

    /// The keys of the innermost braces that come after the place.
    private void readOn(int from) {
        if (open.isEmpty() || !open.peek().mapping) {
            return;
        }
        int depth = 0;
        int start = line.length();
        for (int i = from; i < line.length() && depth >= 0; i++) {
            char c = line.charAt(i);
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            if (depth == 0 && c == ',') {
                start = i + 1;
            } else if (depth == 0 && c == ':' && start < i && isKey(start, i)) {
                open.peek().keys.add(line.substring(start, i).strip());
                start = line.length();
            }
        }
    }

    boolean isOpen() {
        return !open.isEmpty();
    }

    /// Whether the innermost is a bracket.
    boolean isListed() {
        return isOpen() && !open.peek().mapping;
    }

    /// What is written of the key or the value at the place.
    String before() {
        return before;
    }

    /// The mappings among them, the innermost first.
    List<Level> levels() {
        var levels = new ArrayList<Level>();
        var frames = List.copyOf(open);
        for (int i = 0; i < frames.size(); i++) {
            var it = frames.get(i);
            if (it.mapping) {
                boolean item = i + 1 < frames.size() && !frames.get(i + 1).mapping;
                levels.add(new Level(it.keys, it.current, item, it.column, true));
            }
        }
        return levels;
    }
}
