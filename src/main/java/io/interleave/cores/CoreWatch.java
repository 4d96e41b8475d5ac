package io.interleave.cores;

import io.interleave.trace.CoreSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/// Watches who runs on which core, from [#open] until [#close], and tells a [SwitchListener].
///
/// A thread of its own, "core-watch", makes a round every one to four milliseconds. It is started before the watch
/// begins, so that it is not among the watched.
public final class CoreWatch implements AutoCloseable {

    /// What the kernel grants each core by default: kernel.perf_event_mlock_kb is 516, one page of it the control
    /// page. Room for 16,384 switches.
    private static final int PAGES = 128;

    private final Source source;
    private final String reason;
    private final Thread watcher;
    private volatile boolean closing;

    private CoreWatch(Source source, String reason, Thread watcher) {
        this.source = source;
        this.reason = reason;
        this.watcher = watcher;
    }

    /// Does all that [#open] and the other classes of this package do at their first use only, most of a tenth of
    /// a second: for a process that waits to be given work.
    public static void prepare() {
        NativeThread.id();
        Affinity.available();
        // On a thread that ends: what is watched is that thread alone, for a moment.
        var thread = Thread.ofPlatform().daemon().name("core-watch-prepare").start(() -> {
            var watch = open(CoreSource.EXACT, new Deaf());
            watch.close();
        });
        join(thread);
    }

    /// Opens the best source that there is, but none better than `best`.
    ///
    /// What is exact covers the calling thread from now on, and all threads and processes that it, and they, start
    /// from now on: call it on the thread that will start them all. Sampled are the threads of this process that
    /// start from now on, and the calling one.
    public static CoreWatch open(CoreSource best, SwitchListener listener) {
        return open(best, listener, Host.current(), PAGES);
    }

    static CoreWatch open(CoreSource best, SwitchListener listener, Host host, int pages) {
        var handover = new CompletableFuture<CoreWatch>();
        var watcher = Thread.ofPlatform()
                .daemon()
                .name("core-watch")
                .start(() -> handover.join().run(listener));
        var reasons = new ArrayList<String>();
        Source source = null;
        try {
            source = best(best, host, pages, reasons);
        } finally {
            var watch = new CoreWatch(source == null ? new NoSource() : source, String.join(" ", reasons), watcher);
            watch.closing = source == null; // an exception is under way: nobody will close it
            handover.complete(watch);
        }
        return handover.join();
    }

    private static Source best(CoreSource best, Host host, int pages, List<String> reasons) {
        if (best == CoreSource.ESTIMATED) {
            return new NoSource();
        }
        if (host == Host.OTHER) {
            reasons.add(Messages.text("system.unknown", System.getProperty("os.name")));
            return new NoSource();
        }
        if (best == CoreSource.EXACT) {
            switch (ExactSource.open(pages)) {
                case Source.Attempt.Opened(var opened) -> {
                    return opened;
                }
                case Source.Attempt.Refused(var why) -> reasons.add(why);
            }
        }
        switch (SampledSource.open()) {
            case Source.Attempt.Opened(var opened) -> {
                return opened;
            }
            case Source.Attempt.Refused(var why) -> reasons.add(why);
        }
        return new NoSource();
    }

    /// The source in force.
    public CoreSource source() {
        return source.kind();
    }

    /// Why it is not a better one, and what would help; sentences for a person. Empty when it is the one asked
    /// for.
    public String reason() {
        return reason;
    }

    Source opened() {
        return source;
    }

    private void run(SwitchListener listener) {
        try {
            while (!closing) {
                source.round(listener);
                LockSupport.parkNanos(source.rest());
            }
        } finally {
            source.finish(listener);
        }
    }

    /// Reports all that happened until now, ending with `completeUntil`, and stops. Further calls do nothing.
    /// Returns when the listener has been called for the last time, unless called by the listener itself.
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(watcher);
        if (Thread.currentThread() == watcher) {
            return;
        }
        join(watcher);
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true; // the end is near; told to the caller afterwards
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Deaf implements SwitchListener {

        @Override
        public void switchedIn(long time, int core, int tid) {}

        @Override
        public void switchedOut(long time, int core, int tid, boolean preempted) {}

        @Override
        public void exited(long time, int core, int tid) {}

        @Override
        public void lost(long time, int core, long records) {}

        @Override
        public void sampled(long time, int tid, int core, boolean running) {}

        @Override
        public void completeUntil(long time) {}
    }
}
