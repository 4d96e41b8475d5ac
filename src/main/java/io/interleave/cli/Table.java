package io.interleave.cli;

import java.util.ArrayList;
import java.util.List;

/// Rows under a header, the first column to the left and the others to the right.
final class Table {

    private final List<String[]> rows = new ArrayList<>();

    Table(String... header) {
        rows.add(header);
    }

    void row(String... cells) {
        rows.add(cells);
    }

    /// With an empty line before it; nothing where there is only the header.
    void addTo(List<String> lines) {
        if (rows.size() == 1) {
            return;
        }
        var widths = new int[rows.getFirst().length];
        for (var row : rows) {
            for (int column = 0; column < row.length; column++) {
                widths[column] = Math.max(widths[column], row[column].length());
            }
        }
        lines.add("");
        for (var row : rows) {
            var line = new StringBuilder(row[0]).repeat(' ', widths[0] - row[0].length());
            for (int column = 1; column < row.length; column++) {
                line.append("  ")
                        .repeat(' ', widths[column] - row[column].length())
                        .append(row[column]);
            }
            lines.add(line.toString());
        }
    }
}
