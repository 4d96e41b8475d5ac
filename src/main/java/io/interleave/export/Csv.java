package io.interleave.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes one table as RFC 4180 has it, in UTF-8: a header, rows that end with CR LF, quotes around what needs
/// them. A cell for nothing is empty.
final class Csv implements AutoCloseable {

    private static final int FULL = 1 << 16;

    /// The most bytes that a number takes, with a comma.
    private static final int NUMBER = 21;

    private final OutputStream out;
    private final int columns;
    private final byte[] buffer = new byte[FULL];
    private int size;
    private int column;

    /// @param header the names of the columns
    Csv(OutputStream out, String... header) throws IOException {
        this.out = out;
        columns = header.length;
        for (var name : header) {
            text(name);
        }
        endRow();
    }

    Csv text(String value) throws IOException {
        next();
        var bytes =
                (needsQuotes(value) ? '"' + value.replace("\"", "\"\"") + '"' : value).getBytes(StandardCharsets.UTF_8);
        if (bytes.length > FULL / 2) {
            flush();
            out.write(bytes);
        } else {
            room(bytes.length);
            System.arraycopy(bytes, 0, buffer, size, bytes.length);
            size += bytes.length;
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
        room(NUMBER);
        if (value < 0) {
            buffer[size++] = '-';
        }
        int begin = size;
        long left = value;
        do {
            // A negative number leaves negative rests; the smallest has no positive counterpart.
            buffer[size++] = (byte) ('0' + Math.abs(left % 10));
            left /= 10;
        } while (left != 0);
        for (int i = begin, j = size - 1; i < j; i++, j--) {
            byte digit = buffer[i];
            buffer[i] = buffer[j];
            buffer[j] = digit;
        }
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
            room(1);
            buffer[size++] = ',';
        }
    }

    void endRow() throws IOException {
        if (column != columns) {
            throw new IllegalStateException(column + " cells in a row of " + columns);
        }
        room(2);
        buffer[size++] = '\r';
        buffer[size++] = '\n';
        column = 0;
    }

    private void room(int bytes) throws IOException {
        if (size + bytes > FULL) {
            flush();
        }
    }

    private void flush() throws IOException {
        out.write(buffer, 0, size);
        size = 0;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }
}
