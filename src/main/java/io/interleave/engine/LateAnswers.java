package io.interleave.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.atomic.AtomicLong;

/// Answers sockets of this process, each when it wants it: one socket and one thread for all.
///
/// It is asked in memory: a question that came by datagram could be lost when thousands ask at once. An answer
/// cannot, since the socket that it goes to never has another one to hold.
final class LateAnswers implements AutoCloseable {

    /// IPv4, whatever else the machine has.
    static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final DatagramChannel channel;
    private final SocketAddress address;
    private final DelayQueue<LateSocket> waiting = new DelayQueue<>();
    private final AtomicLong questions = new AtomicLong();
    private final Thread thread;

    LateAnswers() throws IOException {
        channel = DatagramChannel.open(StandardProtocolFamily.INET);
        channel.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0));
        address = channel.getLocalAddress();
        thread = Thread.ofPlatform().daemon().name("io-answers").unstarted(this::answer);
        thread.start();
    }

    SocketAddress address() {
        return address;
    }

    /// A number that no other question has.
    long question() {
        return questions.incrementAndGet();
    }

    void add(LateSocket socket) {
        waiting.add(socket);
    }

    private void answer() {
        var answer = ByteBuffer.allocateDirect(Long.BYTES);
        while (true) {
            LateSocket socket;
            try {
                socket = waiting.take();
            } catch (InterruptedException _) {
                return;
            }
            answer.clear();
            answer.putLong(0, socket.question());
            if (!send(answer, socket)) {
                return;
            }
        }
    }

    /// @return whether this thread is to go on
    private boolean send(ByteBuffer answer, LateSocket socket) {
        try {
            channel.send(answer, socket.address());
            return true;
        } catch (IOException _) {
            // Closing it wakes the unit, which then fails with words instead of waiting for ever.
            return channel.isOpen() && close(socket);
        }
    }

    private static boolean close(LateSocket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            return true;
        }
        return true;
    }

    /// Nobody is answered any more.
    @Override
    public void close() throws IOException {
        thread.interrupt();
        channel.close();
    }
}
