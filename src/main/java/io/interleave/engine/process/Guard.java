package io.interleave.engine.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/// A process beside this one that ends the processes of a run when this one can do so no more, because it was
/// itself killed.
///
/// It is told of each process, and otherwise waits for the end of its standard input, which comes with the end
/// of this process, whatever ends it.
public final class Guard implements AutoCloseable {

    /// Processes that it can be behind in hearing of. More than that and it must know them by their mark.
    private static final int BACKLOG = 10_000;

    /// So often another one takes the place of one that was itself killed.
    private static final int SUCCESSORS = 10;

    /// In place of a word: look whether it still lives.
    private static final String LOOK = "";

    private final ProcessBuilder builder;
    private final Supplier<Map<Integer, Integer>> present;
    private final Thread talker;
    private volatile Process process;
    private boolean closed;
    private final BlockingQueue<String> words = new LinkedBlockingQueue<>(BACKLOG);

    private Guard(ProcessBuilder builder, Supplier<Map<Integer, Integer>> present) throws IOException {
        this.builder = builder;
        this.present = present;
        process = spawn();
        talker = Thread.ofPlatform().daemon().name("guard").start(this::talk);
    }

    /// Starts one, which takes effect at once, although it takes a moment to come up.
    ///
    /// @param builder of a process of [GuardMain], which is told the name of the run
    /// @param present by pid the units of the processes that there are, for one that comes later
    /// @throws UncheckedIOException if it cannot be started
    public static Guard start(ProcessBuilder builder, Supplier<Map<Integer, Integer>> present) {
        // It runs for a moment only, if at all, and comes up beside the run's first children: small and quick.
        builder.command().addAll(1, List.of("-XX:TieredStopAtLevel=1", "-Xmx32m"));
        builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
        try {
            return new Guard(builder, present);
        } catch (IOException e) {
            throw new UncheckedIOException("No guard over child processes can be started", e);
        }
    }

    long pid() {
        return process.pid();
    }

    /// There is a process to be ended. Never waits.
    public void tell(int unit, long pid) {
        // One that finds no room is known by its mark, or by its parents.
        boolean ignored = words.offer(unit + " " + pid + "\n");
    }

    private Process spawn() throws IOException {
        var spawned = builder.start();
        spawned.onExit().thenRun(() -> {
            // Where there is no room for it, another word makes the talker look.
            boolean ignored = words.offer(LOOK);
        });
        return spawned;
    }

    private void talk() {
        try {
            talkTo(process);
            for (int i = 0; i < SUCCESSORS && succeed(); i++) {
                present.get().forEach((pid, unit) -> tell(unit, pid));
                talkTo(process);
            }
        } catch (IOException e) {
            System.getLogger(Guard.class.getName())
                    .log(System.Logger.Level.WARNING, "No other guard over child processes can be started", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Returns when it lives no more.
    private void talkTo(Process guard) throws InterruptedException {
        try (var output = guard.getOutputStream()) {
            while (guard.isAlive()) {
                output.write(words.take().getBytes(StandardCharsets.US_ASCII));
                output.flush();
            }
        } catch (IOException _) {
            // It was killed in the middle of a word. The one that comes next hears of all that there are.
        }
    }

    /// Another one takes its place.
    ///
    /// @return not if there is nothing to be guarded any more
    private synchronized boolean succeed() throws IOException {
        if (!closed) {
            process = spawn();
        }
        return !closed;
    }

    /// Waits until nobody is told anything any more.
    void join() throws InterruptedException {
        talker.join();
    }

    /// There is nothing to be guarded any more.
    @Override
    public synchronized void close() {
        closed = true;
        process.destroyForcibly();
        talker.interrupt();
    }
}
