package io.interleave.engine.pool;

import io.interleave.trace.Clock;
import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A worker process as its engine sees it.
///
/// The socket on which it calls back is in a directory that only this user can enter, and gone as soon as the
/// worker is connected. Whoever else gets there first without knowing the token, which the worker alone was
/// given, is sent away.
public final class WorkerProcess implements Closeable {

    /// How long a worker may take until it shows its token, and another until it is ready.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// How long an end that was noticed on the socket may take to become an exit status.
    private static final Duration EXIT = Duration.ofSeconds(1);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Process process;
    private final Link link;

    /// OS id of the thread that runs the tasks; -1 where unknown.
    public final int tid;

    /// What to add to a time of the worker's clock to have the engine's; 0 where it is the same clock.
    public final long clockOffset;

    private WorkerProcess(Process process, Link link, int tid, long clockOffset) {
        this.process = process;
        this.link = link;
        this.tid = tid;
        this.clockOffset = clockOffset;
    }

    /// A process that was started and is not connected yet.
    ///
    /// @param spawned a time of the engine's clock before the worker can have looked at its own
    private record Spawned(Process process, Socket socket, byte[] token, long spawned) {}

    /// A place to call at, and its directory, where it is alone.
    private record Socket(Path directory, Path path, ServerSocketChannel server) {

        void remove() throws IOException {
            server.close();
            Files.deleteIfExists(path);
            Files.deleteIfExists(directory);
        }
    }

    /// Starts a process and gives what waits until it is ready. On Linux the process is killed when the calling
    /// thread ends.
    ///
    /// @param command starts a main that calls {@link Worker#serve} with the arguments that are added here
    /// @param start what its {@link Worker.Setup} is told
    public static Starting start(ProcessBuilder command, Path directory, List<String> start, Recycling memory)
            throws IOException {
        var socket = socket(directory);
        try {
            var token = new byte[Worker.TOKEN];
            RANDOM.nextBytes(token);
            command.command().add(Long.toString(ProcessHandle.current().pid()));
            command.command().add(socket.path().toString());
            long spawned = Clock.now();
            var process = command.start();
            give(process, token);
            return new Starting(new Spawned(process, socket, token, spawned), start, memory);
        } catch (IOException e) {
            socket.remove();
            throw e;
        }
    }

    private static void give(Process process, byte[] token) throws IOException {
        try {
            var input = process.getOutputStream();
            input.write(token);
            input.flush();
        } catch (IOException e) {
            process.destroyForcibly();
            throw new IOException("a worker could not be started: " + exit(process), e);
        }
    }

    private static Socket socket(Path directory) throws IOException {
        try {
            Files.createDirectories(directory);
            return socketIn(Files.createTempDirectory(directory, "worker-"));
        } catch (IOException _) {
            // The path of a socket may have some hundred bytes only, and that of a run may be longer.
            return socketIn(Files.createTempDirectory("interleave-"));
        }
    }

    /// @param directory that only this user can enter, as the library makes those for temporary use
    private static Socket socketIn(Path directory) throws IOException {
        var path = directory.resolve("s");
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(path));
            return new Socket(directory, path, server);
        } catch (IOException | RuntimeException e) {
            server.close();
            Files.deleteIfExists(directory);
            throw e instanceof IOException io ? io : new IOException(e);
        }
    }

    /// A worker that is about to come.
    public static final class Starting {

        private final Spawned spawned;
        private final List<String> start;
        private final Recycling memory;

        private Starting(Spawned spawned, List<String> start, Recycling memory) {
            this.spawned = spawned;
            this.start = start;
            this.memory = memory;
        }

        public Process process() {
            return spawned.process();
        }

        /// Waits until the worker takes tasks.
        ///
        /// @throws IOException if it does not come to that; the message says why
        public WorkerProcess await() throws IOException {
            var process = spawned.process();
            var server = spawned.socket().server();
            process.onExit().thenRun(() -> closeQuietly(server));
            var late = later(server);
            try {
                return connect();
            } catch (ClosedChannelException e) {
                process.destroyForcibly();
                throw new IOException("a worker could not be started: " + exit(process), e);
            } catch (IOException e) {
                process.destroyForcibly();
                throw new IOException("a worker could not be started: " + e.getMessage(), e);
            } finally {
                late.cancel(false);
                spawned.socket().remove();
            }
        }

        private WorkerProcess connect() throws IOException {
            while (true) {
                var channel = spawned.socket().server().accept();
                var late = later(channel);
                try {
                    var link = new Link(channel, memory);
                    var hello = hello(link);
                    if (hello.isPresent()) {
                        long now = Clock.now();
                        long first = hello.get().times().received();
                        introduce(link);
                        long offset = first >= spawned.spawned() && first <= now ? 0 : now - first;
                        return new WorkerProcess(
                                spawned.process(), link, (int) hello.get().number(), offset);
                    }
                    channel.close();
                } finally {
                    late.cancel(false);
                }
            }
        }

        /// What the other side says first, if it is our worker.
        private Optional<Frame> hello(Link link) {
            try {
                var frame = link.receive();
                var known = frame.kind() == Frame.Kind.HELLO
                        && MessageDigest.isEqual(frame.body().input(0).readAllBytes(), spawned.token());
                return known ? Optional.of(frame) : Optional.empty();
            } catch (IOException _) {
                return Optional.empty();
            }
        }

        private void introduce(Link link) throws IOException {
            link.send(new Frame(Frame.Kind.START, 0, Times.NONE, Texts.bytes(start)));
            var answer = link.receive();
            if (answer.kind() != Frame.Kind.READY) {
                throw new IOException(String.join(" ", Texts.texts(answer.body())));
            }
        }

        /// Closes it when its time is up.
        private static CompletableFuture<Void> later(Closeable closeable) {
            return CompletableFuture.runAsync(
                    () -> closeQuietly(closeable),
                    CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    private static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException _) {
            // Closed is what it is now; there is nothing in it that could be lost.
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// @param body a {@link Parcel} of a {@link TaskCall}
    public void call(long number, Bytes body) throws IOException {
        link.send(new Frame(Frame.Kind.CALL, number, Times.NONE, body));
    }

    /// Waits for what the worker says next. For one thread at a time.
    public Frame receive() throws IOException {
        return link.receive();
    }

    /// How its process ended, in words; waits for that a moment.
    public String end() {
        return exit(process);
    }

    /// As the system told it.
    ///
    /// @param status -1 where a signal ended it
    /// @param signal 0 for none
    public record Exit(int status, int signal) {}

    /// How its process ended; empty while it has not.
    public Optional<Exit> exit() {
        return process.isAlive() ? Optional.empty() : Optional.of(WorkerEnd.exit(process.exitValue()));
    }

    private static String exit(Process process) {
        try {
            return process.waitFor(EXIT.toMillis(), TimeUnit.MILLISECONDS)
                    ? WorkerEnd.inWords(process.exitValue())
                    : "its process does not answer any more";
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "its process was given up";
        }
    }

    /// Kills the process.
    @Override
    public void close() {
        process.destroyForcibly();
        closeQuietly(link);
    }

    /// Waits until the process is gone.
    ///
    /// @return whether that came in time
    public boolean join(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS);
    }
}
