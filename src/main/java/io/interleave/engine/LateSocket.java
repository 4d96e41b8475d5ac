package io.interleave.engine;

import io.interleave.trace.Clock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/// A socket in which one unit at a time waits for an answer.
final class LateSocket implements Delayed, AutoCloseable {

    private final DatagramChannel channel;
    private final SocketAddress address;
    private final ByteBuffer answer = ByteBuffer.allocateDirect(Long.BYTES);

    // Set before it is given to whoever answers, and read there.
    private long question;
    private long deadline;

    private LateSocket(DatagramChannel channel) throws IOException {
        this.channel = channel;
        this.address = channel.getLocalAddress();
    }

    /// @param server whose answers alone it hears
    static LateSocket open(SocketAddress server) throws IOException {
        var channel = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            channel.bind(new InetSocketAddress(InetAddress.getByAddress(LateAnswers.LOOPBACK), 0));
            channel.connect(server);
            return new LateSocket(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /// Asks, and blocks until the answer has come.
    ///
    /// @param deadline when it is to be sent, by the run's clock
    /// @throws InterruptedException if the thread was interrupted, before or meanwhile; the socket is closed
    /// then
    void ask(long deadline, LateAnswers answers) throws InterruptedException, IOException {
        this.deadline = deadline;
        this.question = answers.question();
        answers.add(this);
        try {
            do {
                answer.clear();
                channel.read(answer);
            } while (!isAnswered());
        } catch (ClosedByInterruptException _) {
            Thread.interrupted();
            throw new InterruptedException();
        } catch (AsynchronousCloseException e) {
            throw new IOException("no answer came", e);
        }
    }

    /// Whether what came answers this question, and not one of a socket that had this port before.
    private boolean isAnswered() {
        return answer.position() == Long.BYTES && answer.getLong(0) == question;
    }

    /// What it is to be told, and where.
    long question() {
        return question;
    }

    SocketAddress address() {
        return address;
    }

    @Override
    public long getDelay(TimeUnit unit) {
        return unit.convert(deadline - Clock.now(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
        return other instanceof LateSocket socket
                ? Long.compare(deadline, socket.deadline)
                : Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
