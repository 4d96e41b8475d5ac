package io.interleave.view.session;

import io.interleave.analysis.Timeline;
import java.io.IOException;
import java.nio.file.Path;

/// Reads one run's trace as it grows. Called from one background thread, but for {@link #timeline}.
public interface RunFeed {

    /// Reads what is new. False if nothing was.
    boolean poll() throws IOException;

    /// Reads all that is left, once nothing more will be written.
    void finish() throws IOException;

    /// What is known of the run; grows with each `poll`, may be looked at from any thread.
    Timeline timeline();

    /// A summary of what is known at this moment.
    RunSummary report();

    /// Opens feeds on run directories.
    @FunctionalInterface
    interface Source {
        RunFeed open(Path runDirectory);
    }
}
