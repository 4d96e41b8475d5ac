package io.interleave.view.session;

import io.interleave.run.Engines;
import io.interleave.run.Run;
import io.interleave.run.RunEnd;
import io.interleave.run.RunRequest;
import io.interleave.trace.Clock;
import io.interleave.trace.CoreSource;
import io.interleave.view.fx.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// The background thread of one run: starts it, reads its trace as it grows, and tells when it has ended.
final class RunFollower {

    /// Told on the background thread.
    interface Listener {

        void started(Run run);

        /// There is something to be seen.
        void begun(RunFeed feed);

        /// The last that is told.
        ///
        /// @param read its trace, read to its end; empty if it was never begun
        void ended(RunEnd end, Duration wall, RunSummary last, Optional<RunFeed> read);
    }

    private static final long POLL_MILLIS = 16;
    private static final long REPORT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Engines engines;
    private final RunFeed.Source feeds;
    private final RunPlan plan;
    /// Why the trace cannot be read on.
    private Optional<String> broken = Optional.empty();

    private boolean shown;
    private volatile RunSummary latest = RunSummary.EMPTY;

    RunFollower(Engines engines, RunFeed.Source feeds, RunPlan plan) {
        this.engines = engines;
        this.feeds = feeds;
        this.plan = plan;
    }

    /// The newest summary. May be asked from any thread.
    RunSummary latest() {
        return latest;
    }

    void begin(Listener listener) {
        thread(() -> run(listener));
    }

    /// Reads a run that has ended, to its end.
    void read(Consumer<RunFeed> whole) {
        thread(() -> {
            var feed = feeds.open(plan.directory());
            readRest(feed);
            whole.accept(feed);
        });
    }

    private static void thread(Runnable work) {
        Thread.ofPlatform().name("trace-reader").daemon().start(work);
    }

    private void run(Listener listener) {
        long begun = Clock.now();
        Run run;
        RunFeed feed;
        try {
            run = engines.start(request());
            feed = feeds.open(plan.directory());
        } catch (UncheckedIOException failed) {
            listener.ended(
                    new RunEnd.Refused(String.valueOf(failed.getMessage())), Duration.ZERO, latest, Optional.empty());
            return;
        }
        var gone = new CountDownLatch(1);
        var end = new AtomicReference<RunEnd>();
        run.end().thenAccept(how -> {
            end.set(how);
            gone.countDown();
        });
        listener.started(run);
        follow(feed, gone, listener);
        var wall = Duration.ofNanos(Clock.now() - begun);
        readRest(feed);
        if (!shown) {
            listener.begun(feed);
        }
        listener.ended(end.get(), wall, latest, Optional.of(feed));
    }

    private void follow(RunFeed feed, CountDownLatch gone, Listener listener) {
        long reported = Clock.now() - REPORT_NANOS;
        boolean stale = false;
        try {
            while (!gone.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                stale |= poll(feed);
                if (stale && !shown) {
                    shown = true;
                    listener.begun(feed);
                }
                if (stale && Clock.now() - reported >= REPORT_NANOS) {
                    latest = report(feed);
                    reported = Clock.now();
                    stale = false;
                }
            }
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException("nobody interrupts the trace reader", unexpected);
        }
    }

    private boolean poll(RunFeed feed) {
        if (broken.isPresent()) {
            return false;
        }
        try {
            return feed.poll();
        } catch (IOException failed) {
            broken = Optional.of(Messages.text("status.unreadable", String.valueOf(failed.getMessage())));
            return true;
        }
    }

    private void readRest(RunFeed feed) {
        try {
            feed.finish();
        } catch (IOException failed) {
            broken = Optional.of(Messages.text("status.unreadable", String.valueOf(failed.getMessage())));
        }
        latest = report(feed);
    }

    private RunSummary report(RunFeed feed) {
        var report = feed.report();
        return broken.map(report::with).orElse(report);
    }

    private RunRequest request() {
        return new RunRequest(
                plan.document().text(),
                plan.settings(),
                plan.cores(),
                Optional.empty(),
                CoreSource.EXACT,
                true,
                plan.directory(),
                plan.commandsAllowed());
    }
}
