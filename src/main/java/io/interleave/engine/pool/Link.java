package io.interleave.engine.pool;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.ReentrantLock;

/// Sends and receives messages over a socket. Any threads may send; one at a time may receive.
///
/// A message is a header of 48 bytes, big-endian, and its body:
/// ```
///  0      4      8        16         24      32      40     48
///  ┌──────┬──────┬────────┬──────────┬───────┬───────┬──────┬─ ─ ─
///  │ size │ kind │ number │ received │ begun │ ended │ sent │ body
///  └──────┴──────┴────────┴──────────┴───────┴───────┴──────┴─ ─ ─
/// ```
/// Header and body leave by one system call, and a small message arrives by one.
final class Link implements Closeable {

    /// Bytes of a message's body: the longest payload, and the arguments beside it.
    static final int LONGEST_BODY = 96 << 20;

    private static final int HEADER = 48;
    private static final int READ_AHEAD = 8 << 10;

    /// So that a megabyte goes out by one call, without waiting for the other side in between; a wish that the
    /// system cuts down to what it allows.
    private static final int ROOM = 2 << 20;

    private static final Frame.Kind[] KINDS = Frame.Kind.values();

    private final SocketChannel channel;
    private final Recycling memory;
    private final ReentrantLock sending = new ReentrantLock();
    private final ByteBuffer header = ByteBuffer.allocateDirect(HEADER);
    private final ByteBuffer ahead = ByteBuffer.allocateDirect(READ_AHEAD).limit(0);

    /// @param memory where the bodies of messages that are received come from
    Link(SocketChannel channel, Recycling memory) throws IOException {
        this.channel = channel;
        this.memory = memory;
        channel.setOption(StandardSocketOptions.SO_SNDBUF, ROOM);
    }

    void send(Frame frame) throws IOException {
        sending.lock();
        try {
            header.clear()
                    .putInt(frame.body().size())
                    .putInt(frame.kind().ordinal())
                    .putLong(frame.number())
                    .putLong(frame.times().received())
                    .putLong(frame.times().begun())
                    .putLong(frame.times().ended())
                    .putLong(frame.times().sent())
                    .flip();
            var body = frame.body().content();
            if (!body.hasRemaining()) {
                channel.write(header);
            }
            var both = new ByteBuffer[] {header, body};
            while (header.hasRemaining() || body.hasRemaining()) {
                channel.write(both);
            }
        } finally {
            sending.unlock();
        }
    }

    /// Waits for the next message.
    ///
    /// @throws EOFException at the end of what the other side had to say
    /// @throws IOException also if what comes is no message
    Frame receive() throws IOException {
        while (ahead.remaining() < HEADER) {
            ahead.compact();
            int read = channel.read(ahead);
            ahead.flip();
            if (read < 0) {
                throw new EOFException("the other side has closed");
            }
        }
        int size = ahead.getInt();
        int kind = ahead.getInt();
        long number = ahead.getLong();
        var times = new Times(ahead.getLong(), ahead.getLong(), ahead.getLong(), ahead.getLong());
        if (kind < 0 || kind >= KINDS.length || size < 0 || size > LONGEST_BODY) {
            throw new IOException("no message of ours: kind %d of %d bytes".formatted(kind, size));
        }
        return new Frame(KINDS[kind], number, times, body(size));
    }

    private Bytes body(int size) throws IOException {
        if (size == 0) {
            return Bytes.NONE;
        }
        var bytes = memory.take();
        var room = bytes.room(size);
        int known = Math.min(size, ahead.remaining());
        room.put(ahead.slice(ahead.position(), known));
        ahead.position(ahead.position() + known);
        while (room.hasRemaining()) {
            if (channel.read(room) < 0) {
                throw new EOFException("the other side has closed within a message");
            }
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
