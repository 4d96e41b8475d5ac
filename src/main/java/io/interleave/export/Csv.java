package io.interleave.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/// Writes one table as RFC 4180 has it, in UTF-8: a header, rows that end with CR LF, quotes around what needs
/// them. A cell for nothing is empty.
final class Csv implements AutoCloseable {

    private final Writer out;
    private final int columns;
    private int column;

    /// @param header the names of the columns
    Csv(OutputStream out, String... header) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        columns = header.length;
        for (var name : header) {
            text(name);
        }
        endRow();
    }

    Csv text(String value) throws IOException {
        next();
        if (needsQuotes(value)) {
            out.append('"').append(value.replace("\"", "\"\"")).append('"');
        } else {
            out.append(value);
        }
        return this;
    }

    private static boolean needsQuotes(String value) {
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter == '"' || letter == ',' || letter == '\n' || letter == '\r') {
                return true;
            }
        }
        return false;
    }

    Csv number(long value) throws IOException {
        next();
        out.append(Long.toString(value));
        return this;
    }

    /// A number of something; nothing for -1.
    Csv id(int value) throws IOException {
        return value == -1 ? nothing() : number(value);
    }

    Csv nothing() throws IOException {
        next();
        return this;
    }

    private void next() throws IOException {
        if (column++ > 0) {
            out.append(',');
        }
    }

    void endRow() throws IOException {
        if (column != columns) {
            throw new IllegalStateException(column + " cells in a row of " + columns);
        }
        out.append("\r\n");
        column = 0;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
