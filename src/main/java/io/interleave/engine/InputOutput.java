package io.interleave.engine;

import io.interleave.trace.Clock;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The input and output of one run: sockets that answer late, and files in its directory. Blocks the thread
/// that calls; a virtual thread leaves its carrier while it waits in a socket.
///
/// A socket is used by one unit at a time and then by another, so that there are as many as ever waited at
/// once. They are datagram sockets: a connection would cost two of the descriptors that a process may have, and
/// ten thousand units that wait are to find room.
final class InputOutput implements AutoCloseable {

    /// Bytes that one step may write.
    static final long LARGEST_FILE = 1L << 30;

    private static final int BLOCK = 64 << 10;

    /// After the name of a file: the worker processes of a run share its directory.
    private static final String OWN = "-" + ProcessHandle.current().pid();

    /// Sockets at most. Where all are in use, a unit waits for one.
    private static final int SOCKETS = 12_000;

    private final Path directory;
    private final ConcurrentLinkedQueue<LateSocket> idle = new ConcurrentLinkedQueue<>();
    private final Semaphore free = new Semaphore(SOCKETS);
    private final AtomicInteger open = new AtomicInteger();
    private final ReentrantLock guard = new ReentrantLock();

    /// Guarded, as is whether it was closed.
    private @Nullable LateAnswers answers;

    private boolean closed;

    /// @param directory of the run
    InputOutput(Path directory) {
        this.directory = directory;
    }

    /// Waits in a socket until the answer comes, `nanos` from now.
    ///
    /// @throws InterruptedException if the thread was interrupted, before or meanwhile
    /// @throws IOException if there can be no socket
    void await(long nanos) throws InterruptedException, IOException {
        long deadline = Clock.now() + nanos;
        var from = answers();
        free.acquire();
        var socket = idle.poll();
        while (socket == null) {
            socket = fresh(from);
        }
        boolean answered = false;
        try {
            socket.ask(deadline, from);
            answered = true;
        } finally {
            if (answered) {
                idle.add(socket);
            } else {
                open.decrementAndGet();
                socket.close();
            }
            free.release();
        }
    }

    /// A new socket; where the system gives no more, one that another unit has done with. There will never be
    /// more than there are by then.
    private @Nullable LateSocket fresh(LateAnswers from) throws InterruptedException, IOException {
        try {
            var socket = LateSocket.open(from.address());
            open.incrementAndGet();
            return socket;
        } catch (ClosedByInterruptException _) {
            free.release();
            Thread.interrupted();
            throw new InterruptedException();
        } catch (IOException e) {
            if (open.get() == 0) {
                free.release();
                throw e;
            }
            free.acquire();
            return idle.poll();
        }
    }

    private LateAnswers answers() throws IOException {
        guard.lock();
        try {
            if (closed) {
                throw new IOException("the run is over");
            }
            if (answers == null) {
                answers = new LateAnswers();
            }
            return answers;
        } finally {
            guard.unlock();
        }
    }

    /// Writes bytes to a file of the run's directory, waits until they are on the disk, reads them back, and
    /// removes the file.
    ///
    /// @param name of the file, which nobody else of this process may use meanwhile
    /// @param bytes from 0 to `LARGEST_FILE`
    /// @param pause called again and again; what it throws ends it
    /// @throws InterruptedException if the thread was interrupted, before or meanwhile
    void throughFile(String name, long bytes, Runnable pause) throws InterruptedException, IOException {
        Files.createDirectories(directory);
        var path = directory.resolve(name + OWN);
        var block = ByteBuffer.allocate((int) Math.min(BLOCK, bytes));
        try (var file = FileChannel.open(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            for (long left = bytes; left > 0; left -= file.write(block)) {
                pause.run();
                block.clear().limit((int) Math.min(block.capacity(), left));
            }
            file.force(true);
            file.position(0);
            long left = bytes;
            while (left > 0) {
                pause.run();
                int read = file.read(block.clear());
                if (read < 0) {
                    throw new EOFException("the file has become shorter");
                }
                left -= read;
            }
        } catch (ClosedByInterruptException _) {
            Thread.interrupted();
            throw new InterruptedException();
        } finally {
            Files.deleteIfExists(path);
        }
    }

    /// Ends what was waited for; called when the units are gone or given up.
    @Override
    public void close() {
        guard.lock();
        try {
            closed = true;
            if (answers != null) {
                answers.close();
            }
            for (var socket = idle.poll(); socket != null; socket = idle.poll()) {
                socket.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException("a socket cannot be closed", e);
        } finally {
            guard.unlock();
        }
    }
}
