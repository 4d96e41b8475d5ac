package io.interleave.cli;

import io.interleave.analysis.Timeline;
import io.interleave.trace.Clock;
import java.io.PrintWriter;
import java.util.Locale;

/// Says on standard error how a run is getting on, with a bar that moves. How long a run will take nobody knows, so
/// the bar does not pretend to. On a terminal the line is written over itself; elsewhere there is a new one every
/// second.
final class Progress {

    private static final int WIDTH = 20;
    private static final int LIT = 5;

    private final PrintWriter err;
    private final Timeline timeline;
    private final boolean terminal =
            System.console() != null && System.console().isTerminal();
    private final long begin = Clock.now();
    private long lastSecond;
    private int position;

    Progress(PrintWriter err, Timeline timeline) {
        this.err = err;
        this.timeline = timeline;
    }

    void show() {
        long second = (Clock.now() - begin) / 1_000_000_000L;
        if (terminal || second > lastSecond) {
            lastSecond = second;
            err.print(terminal ? "\r" + line() : line() + System.lineSeparator());
            err.flush();
        }
    }

    private String line() {
        int at = position++ / (terminal ? 2 : 1) % (2 * (WIDTH - LIT));
        int from = at <= WIDTH - LIT ? at : 2 * (WIDTH - LIT) - at;
        var bar = "·".repeat(from) + "█".repeat(LIT) + "·".repeat(WIDTH - LIT - from);
        double seconds = (timeline.now() - timeline.start()) / 1e9;
        return String.format(Locale.ROOT, "%s  %.1f s  %,d events", bar, seconds, timeline.eventsKept());
    }

    void clear() {
        if (terminal) {
            err.print("\r" + " ".repeat(WIDTH + 40) + "\r");
            err.flush();
        }
    }
}
