package io.interleave.testkit;

import io.interleave.analysis.Timeline;
import io.interleave.view.session.RunFeed;
import io.interleave.view.session.RunSummary;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Feeds whose reports a test sets; every feed gives the newest.
public final class FakeFeeds implements RunFeed.Source {

    private final AtomicReference<RunSummary> report = new AtomicReference<>(RunSummary.EMPTY);
    private final AtomicReference<Optional<RunFeed.Source>> real = new AtomicReference<>(Optional.empty());

    public void report(RunSummary newest) {
        report.set(newest);
    }

    /// From now on real traces are read.
    public void readFrom(RunFeed.Source source) {
        real.set(Optional.of(source));
    }

    @Override
    public RunFeed open(Path runDirectory) {
        return real.get().map(it -> it.open(runDirectory)).orElseGet(this::fake);
    }

    private RunFeed fake() {
        return new RunFeed() {
            private final Timeline timeline = new Timeline();
            private RunSummary told;

            @Override
            public boolean poll() {
                boolean fresh = told != report.get();
                told = report.get();
                return fresh;
            }

            @Override
            public void finish() {}

            @Override
            public Timeline timeline() {
                return timeline;
            }

            @Override
            public RunSummary report() {
                return report.get();
            }
        };
    }
}
