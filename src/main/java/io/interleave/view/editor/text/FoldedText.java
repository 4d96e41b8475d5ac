package io.interleave.view.editor.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A text as rows, one for each line that is in sight; the lines that are folded away belong to the row before
/// them. Nothing of the text is lost: not even which lines end as on Windows.
final class FoldedText {

    /// @param text one line
    /// @param end how the line ends; empty for the last one
    /// @param hidden the lines that are folded away behind it, with their ends
    private record Row(String text, String end, String hidden) {

        int length() {
            return text.length() + end.length() + hidden.length();
        }

        int lines() {
            int own = end.isEmpty() ? 0 : 1;
            return hidden.isEmpty()
                    ? own
                    : own + (int) hidden.chars().filter(c -> c == '\n').count();
        }

        Row withText(String changed) {
            return new Row(changed, end, hidden);
        }
    }

    /// A place between two characters of a row.
    record Position(int row, int column) {}

    private final List<Row> rows = new ArrayList<>();

    /// Where each row starts, and behind the last one where the text ends; to be counted again where it is empty.
    private int[] starts = {};

    private final String lineEnd;
    private int folds;

    FoldedText(String text) {
        lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        rows.addAll(split(text));
    }

    private static List<Row> split(String text) {
        var rows = new ArrayList<Row>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            int last = end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
            rows.add(new Row(text.substring(start, last), text.substring(last, end + 1), ""));
            start = end + 1;
        }
        rows.add(new Row(text.substring(start), "", ""));
        return rows;
    }

    String text() {
        var text = new StringBuilder();
        rows.forEach(row -> text.append(row.text).append(row.end).append(row.hidden));
        return text.toString();
    }

    int size() {
        return rows.size();
    }

    String row(int row) {
        return rows.get(row).text;
    }

    /// How a line that is added ends.
    String lineEnd() {
        return lineEnd;
    }

    boolean isFolded(int row) {
        return !rows.get(row).hidden.isEmpty();
    }

    /// How many lines are folded away behind a row.
    int hiddenLines(int row) {
        var it = rows.get(row);
        if (it.hidden.isEmpty()) {
            return 0;
        }
        int lines = it.lines() - 1;
        return it.hidden.endsWith("\n") ? lines : lines + 1;
    }

    /// Which line of the text a row is, from 0.
    int line(int row) {
        if (folds == 0) {
            return row;
        }
        int line = 0;
        for (int i = 0; i < row; i++) {
            line += rows.get(i).lines();
        }
        return line;
    }

    /// The row that a line of the text is, or is folded away behind.
    int rowOfLine(int line) {
        int before = 0;
        for (int i = 0; i < rows.size(); i++) {
            before += Math.max(1, rows.get(i).lines());
            if (line < before) {
                return i;
            }
        }
        return rows.size() - 1;
    }

    int offset(int row, int column) {
        return starts()[row] + column;
    }

    /// Where an offset of the text is; of one that is folded away the end of the row before.
    Position position(int offset) {
        int found = Arrays.binarySearch(starts(), 0, rows.size(), offset);
        int row = found >= 0 ? found : -found - 2;
        return new Position(
                row, Math.min(offset - starts()[row], rows.get(row).text.length()));
    }

    private int[] starts() {
        if (starts.length == 0) {
            starts = new int[rows.size() + 1];
            for (int i = 0; i < rows.size(); i++) {
                starts[i + 1] = starts[i] + rows.get(i).length();
            }
        }
        return starts;
    }

    /// All changes of the rows, and of what belongs to them.
    private void set(int row, Row changed) {
        rows.set(row, changed);
        starts = new int[0];
    }

    /// Whether an offset of the text is folded away.
    boolean isHidden(int offset) {
        var position = position(offset);
        var row = rows.get(position.row);
        return !row.hidden.isEmpty() && offset >= offset(position.row, row.text.length() + row.end.length());
    }

    void insert(int row, int column, String text) {
        var it = rows.get(row);
        set(row, it.withText(it.text.substring(0, column) + text + it.text.substring(column)));
    }

    /// Begins a new line here. What is folded away stays behind what it was behind; at the end of its row the new
    /// line comes after it.
    void breakLine(int row, int column) {
        var it = rows.get(row);
        if (column == it.text.length() && !it.hidden.isEmpty()) {
            boolean last = !it.hidden.endsWith("\n");
            set(row, new Row(it.text, it.end, last ? it.hidden + lineEnd : it.hidden));
            rows.add(row + 1, new Row("", last ? "" : lineEnd, ""));
        } else {
            set(row, new Row(it.text.substring(0, column), lineEnd, ""));
            rows.add(row + 1, it.withText(it.text.substring(column)));
        }
    }

    /// Takes away all from one position to a later one, with what is folded away between them.
    void remove(Position from, Position to) {
        var last = rows.get(to.row);
        String text = rows.get(from.row).text.substring(0, from.column) + last.text.substring(to.column);
        set(from.row, last.withText(text));
        rows.subList(from.row + 1, to.row + 1).clear();
    }

    /// Folds so many rows away behind a row, with what is folded away behind them.
    void fold(int row, int count) {
        var header = rows.get(row);
        var hidden = new StringBuilder(header.hidden);
        for (var it : rows.subList(row + 1, row + 1 + count)) {
            hidden.append(it.text).append(it.end).append(it.hidden);
        }
        set(row, new Row(header.text, header.end, hidden.toString()));
        folds++;
        rows.subList(row + 1, row + 1 + count).clear();
    }

    /// Brings what is folded away behind a row back into sight. Returns the number of rows that came.
    int unfold(int row) {
        var header = rows.get(row);
        if (header.hidden.isEmpty()) {
            return 0;
        }
        var back = split(header.hidden);
        if (header.hidden.endsWith("\n")) {
            back.removeLast();
        }
        set(row, new Row(header.text, header.end, ""));
        folds--;
        rows.addAll(row + 1, back);
        return back.size();
    }
}
