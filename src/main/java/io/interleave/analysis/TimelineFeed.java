package io.interleave.analysis;

import io.interleave.trace.TraceReader;
import io.interleave.trace.TraceWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Reads the trace in a run's directory into a timeline, while it is being written and afterwards. Used by one
/// thread.
public final class TimelineFeed implements AutoCloseable {

    /// So many events are taken at a time that those who look at the timeline wait some milliseconds at the
    /// most.
    private static final int PORTION = 20_000;

    private final Path file;
    private final Timeline timeline = new Timeline();
    private @Nullable TraceReader reader;

    public TimelineFeed(Path directory) {
        this(directory, TraceWriter.ENGINE_TRACE);
    }

    /// @param name of the trace, where it is not called as its run called it
    public TimelineFeed(Path directory, String name) {
        this.file = directory.resolve(name);
    }

    public Timeline timeline() {
        return timeline;
    }

    /// Reads what has been written since. There may be no trace yet: the engine makes it when it starts to run.
    ///
    /// @return whether there was anything new
    public boolean poll() throws IOException {
        var opened = opened();
        return opened != null && takeAll(opened, false);
    }

    /// Reads all that is left, once the run has ended or its process is gone.
    public void finish() throws IOException {
        var opened = opened();
        if (opened != null) {
            takeAll(opened, true);
        }
    }

    private boolean takeAll(TraceReader opened, boolean complete) throws IOException {
        int taken = PORTION;
        boolean any = false;
        while (taken == PORTION) {
            taken = timeline.take(opened, PORTION, complete);
            any |= taken > 0;
        }
        return any;
    }

    /// The trace, or null while there is none.
    private @Nullable TraceReader opened() throws IOException {
        // Its header is written at once, a moment after the file is made.
        if (reader == null && Files.exists(file) && Files.size(file) > 0) {
            reader = TraceReader.open(file);
        }
        return reader;
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
    }
}
