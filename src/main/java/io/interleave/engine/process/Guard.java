package io.interleave.engine.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A process beside this one that ends the processes of a run when this one can do so no more, because it was
/// itself killed.
///
/// It is told of each process, and otherwise waits for the end of its standard input, which comes with the end
/// of this process, whatever ends it.
public final class Guard implements AutoCloseable {

    /// Processes that it can be behind in hearing of. More than that and it must know them by their mark.
    private static final int BACKLOG = 10_000;

    private final Process process;
    private final Thread talker;
    private final BlockingQueue<String> words = new LinkedBlockingQueue<>(BACKLOG);

    private Guard(Process process) {
        this.process = process;
        talker = Thread.ofPlatform().daemon().name("guard").start(this::talk);
    }

    /// Starts one, which takes effect at once, although it takes a moment to come up.
    ///
    /// @param builder of a process of [GuardMain], which is told the name of the run
    /// @throws UncheckedIOException if it cannot be started
    public static Guard start(ProcessBuilder builder) {
        // It runs for a moment only, if at all, and comes up beside the run's first children: small and quick.
        builder.command().addAll(1, List.of("-XX:TieredStopAtLevel=1", "-Xmx32m"));
        builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
        try {
            return new Guard(builder.start());
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

    private void talk() {
        try (var output = process.getOutputStream()) {
            while (process.isAlive()) {
                output.write(words.take().getBytes(StandardCharsets.US_ASCII));
                output.flush();
            }
        } catch (IOException _) {
            // It was killed: there is nobody to tell any more.
            words.clear();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// There is nothing to be guarded any more.
    @Override
    public void close() {
        process.destroyForcibly();
        talker.interrupt();
    }
}
