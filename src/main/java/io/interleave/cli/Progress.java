package io.interleave.cli;

import io.interleave.analysis.Timeline;
import java.io.PrintWriter;
import java.util.Locale;

/// A line on standard error that says how a run is getting on, and a bar that moves. How long a run will take nobody knows, so the bar
/// does not pretend to. Where standard error is no terminal, silent.
final class Progress {

    private static final int WIDTH = 20;
    private static final int LIT = 5;

    private final PrintWriter err;
    private final Timeline timeline;
    private final boolean terminal = System.console() != null && System.console().isTerminal();
    private int position;

    Progress(PrintWriter err, Timeline timeline) {
        this.err = err;
        this.timeline = timeline;
    }

    void show() {
        if (!terminal) {
            return;
        }
        int at = position++ / 2 % (2 * (WIDTH - LIT));
        int begin = at <= WIDTH - LIT ? at : 2 * (WIDTH - LIT) - at;
        var bar = "·".repeat(begin) + "█".repeat(LIT) + "·".repeat(WIDTH - LIT - begin);
        double seconds = (timeline.now() - timeline.start()) / 1e9;
        err.printf(Locale.ROOT, "\r%s  %.1f s  %,d events ", bar, seconds, timeline.eventsKept());
        err.flush();
    }

    void clear() {
        if (terminal) {
            err.print("\r" + " ".repeat(WIDTH + 40) + "\r");
            err.flush();
        }
    }
}
