package io.interleave.cli;

import io.interleave.export.Export;
import java.io.PrintWriter;

/// Says on standard error how far an export is, where that is a terminal.
final class ExportProgress implements Export.Progress {

    private final PrintWriter err;
    private final boolean terminal =
            System.console() != null && System.console().isTerminal();
    private int shown = -1;

    ExportProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public boolean goesOn(double share) {
        int percent = (int) (share * 100);
        if (terminal && percent != shown) {
            shown = percent;
            err.print("\rwriting: " + percent + " %");
            err.flush();
        }
        return true;
    }

    void clear() {
        if (shown >= 0) {
            err.print("\r" + " ".repeat(20) + "\r");
            err.flush();
        }
    }
}
