package io.interleave.view.session;

import io.interleave.analysis.Timeline;
import io.interleave.analysis.TimelineFeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads the trace in a run directory, or one that stands somewhere by itself.
public final class TraceFeed implements RunFeed {

    private final TimelineFeed feed;

    /// @param run its directory, or its trace under whatever name
    public TraceFeed(Path run) {
        var place = run.toAbsolutePath();
        feed = Files.isRegularFile(run)
                ? new TimelineFeed(place.resolveSibling(""), place.getFileName().toString())
                : new TimelineFeed(run);
    }

    @Override
    public boolean poll() throws IOException {
        return feed.poll();
    }

    @Override
    public void finish() throws IOException {
        feed.finish();
        feed.close();
    }

    @Override
    public Timeline timeline() {
        return feed.timeline();
    }

    @Override
    public RunSummary report() {
        return Reports.of(feed.timeline());
    }
}
