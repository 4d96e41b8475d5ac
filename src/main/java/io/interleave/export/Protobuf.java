package io.interleave.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes messages in protobuf's wire format, one after the other, each a field of the message that is the
/// file.
///
/// Only what is needed: variable-length and eight-byte numbers, texts, messages within messages. (The official
/// library is no real module, and is larger than this program with the classes that it makes from Perfetto's
/// schema.) https://protobuf.dev/programming-guides/encoding
final class Protobuf implements AutoCloseable {

    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH = 2;

    private static final int FULL = 1 << 16;

    private final OutputStream out;
    private byte[] buffer = new byte[FULL * 2];
    private int size;
    private int depth;

    Protobuf(OutputStream out) {
        this.out = out;
    }

    /// A message within the one that is being written; {@link #end} ends it.
    ///
    /// @return what `end` needs to be told
    int begin(int field) {
        tag(field, LENGTH);
        depth++;
        room(1);
        return ++size;
    }

    void end(int begun) throws IOException {
        int length = size - begun;
        int digits = digits(length);
        room(digits);
        // One byte was left for the length; a longer one moves the message on.
        System.arraycopy(buffer, begun, buffer, begun + digits - 1, length);
        size = begun - 1;
        varint(length);
        size += length;
        if (--depth == 0 && size > FULL) {
            flush();
        }
    }

    private static int digits(long value) {
        return Math.max(1, (64 - Long.numberOfLeadingZeros(value) + 6) / 7);
    }

    /// Of the types `int32`, `int64`, `uint32`, `uint64`, `bool` and of enums.
    void number(int field, long value) {
        tag(field, VARINT);
        varint(value);
    }

    /// Of the type `fixed64`.
    void fixed(int field, long value) {
        tag(field, EIGHT_BYTES);
        room(8);
        for (int shift = 0; shift < 64; shift += 8) {
            buffer[size++] = (byte) (value >>> shift);
        }
    }

    void decimal(int field, double value) {
        fixed(field, Double.doubleToLongBits(value));
    }

    void text(int field, String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        tag(field, LENGTH);
        varint(bytes.length);
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    private void tag(int field, int type) {
        varint((long) field << 3 | type);
    }

    private void varint(long value) {
        room(10);
        long left = value;
        while ((left & ~0x7f) != 0) {
            buffer[size++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        buffer[size++] = (byte) left;
    }

    private void room(int bytes) {
        if (size + bytes > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(size + bytes, buffer.length * 2));
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
