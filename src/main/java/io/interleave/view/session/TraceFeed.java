package io.interleave.view.session;

import io.interleave.analysis.Timeline;
import io.interleave.analysis.TimelineFeed;
import java.io.IOException;
import java.nio.file.Path;

/// Reads the trace in a run directory.
public final class TraceFeed implements RunFeed {

    private final TimelineFeed feed;

    public TraceFeed(Path runDirectory) {
        feed = new TimelineFeed(runDirectory);
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
