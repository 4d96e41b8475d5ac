package io.interleave.engine.pool;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Objects;

/// Memory outside of the heap, so that a socket can take from it and fill it without a copy. Grows as it is
/// written. For one thread at a time.
public final class Bytes {

    /// For messages without a body; nothing is ever written to it.
    public static final Bytes NONE = new Bytes();

    private static final int FIRST = 1 << 10;

    private ByteBuffer buffer = ByteBuffer.allocateDirect(FIRST);

    /// How many bytes there are.
    public int size() {
        return buffer.position();
    }

    int capacity() {
        return buffer.capacity();
    }

    void clear() {
        buffer.clear();
    }

    /// What there is, for reading.
    ByteBuffer content() {
        return buffer.duplicate().flip();
    }

    /// Room for `size` bytes from the beginning, which are taken to be there now: to be filled by the caller.
    ByteBuffer room(int size) {
        buffer.clear();
        ensure(size);
        buffer.position(size);
        return buffer.duplicate().flip();
    }

    private void ensure(int more) {
        if (buffer.remaining() < more) {
            long wanted = Math.max((long) buffer.position() + more, Math.min(2L * buffer.capacity(), 1 << 30));
            buffer = ByteBuffer.allocateDirect(Math.toIntExact(wanted)).put(buffer.flip());
        }
    }

    void putInt(int value) {
        ensure(Integer.BYTES);
        buffer.putInt(value);
    }

    void put(byte[] bytes) {
        ensure(bytes.length);
        buffer.put(bytes);
    }

    /// The first four bytes.
    int getInt() {
        return content().getInt();
    }

    /// Copies the last bytes, as many as there is room for.
    void tail(byte[] into) {
        buffer.get(size() - into.length, into);
    }

    /// Writes behind what there is.
    OutputStream output() {
        return new OutputStream() {
            @Override
            public void write(int b) {
                ensure(1);
                buffer.put((byte) b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                ensure(length);
                buffer.put(bytes, offset, length);
            }
        };
    }

    /// Reads what there is from `start` on.
    InputStream input(int start) {
        var content = content().position(start);
        return new InputStream() {
            @Override
            public int read() {
                return content.hasRemaining() ? content.get() & 0xff : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                Objects.checkFromIndexSize(offset, length, bytes.length);
                if (!content.hasRemaining()) {
                    return length == 0 ? 0 : -1;
                }
                int some = Math.min(length, content.remaining());
                content.get(bytes, offset, some);
                return some;
            }

            @Override
            public int available() {
                return content.remaining();
            }
        };
    }
}
