package io.interleave.cli;

import io.interleave.trace.Clock;
import io.interleave.trace.TraceWriter;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Says on standard error how a run is getting on, with a bar that moves. How long a run will take nobody knows, so the
/// bar does not pretend to. On a terminal the line is written over itself; elsewhere there is a new one every second.
final class Progress {

    private static final int WIDTH = 20;
    private static final int LIT = 5;

    private final PrintWriter err;
    private final Path trace;
    private final boolean terminal =
            System.console() != null && System.console().isTerminal();
    private final long asked = Clock.now();
    private long begun;
    private long lastSecond;
    private int position;

    /// @param directory of the run
    Progress(PrintWriter err, Path directory) {
        this.err = err;
        this.trace = directory.resolve(TraceWriter.ENGINE_TRACE);
    }

    void show() {
        long second = (Clock.now() - asked) / 1_000_000_000L;
        if (terminal || second > lastSecond) {
            lastSecond = second;
            err.print(terminal ? "\r" + line() : line() + System.lineSeparator());
            err.flush();
        }
    }

    private String line() {
        int at = position++ % (2 * (WIDTH - LIT));
        int from = at <= WIDTH - LIT ? at : 2 * (WIDTH - LIT) - at;
        var bar = "·".repeat(from) + "█".repeat(LIT) + "·".repeat(WIDTH - LIT - from);
        return bar + "  " + words();
    }

    /// The engine makes the trace when it begins to run.
    private String words() {
        if (begun == 0 && Files.exists(trace)) {
            begun = Clock.now();
        }
        return begun == 0
                ? "getting ready"
                : String.format(Locale.ROOT, "running for %.1f s", (Clock.now() - begun) / 1e9);
    }

    void clear() {
        if (terminal) {
            err.print("\r" + " ".repeat(WIDTH + 40) + "\r");
            err.flush();
        }
    }
}
