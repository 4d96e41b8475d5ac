package io.interleave.engine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/// Giving a process all of its input and collecting all of its output. Where the time is up before that, the
/// next attempt goes on where this one was.
final class Conversation {

    /// Bytes of output that are kept.
    static final int LIMIT = 1 << 20;

    private final ProcessUnit process;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final AtomicBoolean begun = new AtomicBoolean();
    private boolean whole;
    private long leftOut;

    Conversation(ProcessUnit process) {
        this.process = process;
    }

    /// Gives the input, the first time, and closes it. Does not wait until the process has read it.
    void begin(String text) {
        if (begun.getAndSet(true)) {
            return;
        }
        process.input()
                .ifPresent(input -> Thread.ofPlatform()
                        .daemon()
                        .name(process.name() + " communicate")
                        .start(() -> give(input, text.getBytes(StandardCharsets.UTF_8))));
    }

    private static void give(ProcessInput input, byte[] bytes) {
        try {
            // Whether the process wants all of it is its own affair.
            boolean ignored = input.write(bytes);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            input.close();
        }
    }

    /// Whether nothing is left to wait for.
    boolean isDone() {
        return whole && process.isOver();
    }

    /// Collects until the output has ended, and then waits until the process has.
    ///
    /// @param deadline of the run's clock
    /// @return whether that came in time
    boolean await(long deadline) throws InterruptedException {
        var bytes = new byte[ProcessUnit.BUFFER];
        while (!whole) {
            int count = process.output().take(bytes, deadline);
            if (count == 0) {
                return false;
            }
            whole = count < 0;
            if (count > 0) {
                int kept = Math.min(count, LIMIT - collected.size());
                collected.write(bytes, 0, kept);
                leftOut += count - kept;
            }
        }
        return process.awaitEnd(deadline);
    }

    /// The output, the last line's end left out.
    String output() {
        if (leftOut > 0) {
            process.note("printed %,d bytes more than the %,d that are kept".formatted(leftOut, LIMIT));
            leftOut = 0;
        }
        var text = collected.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r\n")
                ? text.substring(0, text.length() - 2)
                : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
