package io.interleave.cores;

import io.interleave.trace.Clock;
import io.interleave.trace.CoreSource;

/// The kernel's records of context switches.
final class ExactSource implements Source {

    /// Nanoseconds between two rounds while there is much to tell. A round takes half a microsecond; it is the waking
    /// up for it that costs: on a virtual machine some 18 µs of a core each time.
    private static final long SHORTEST_REST = 1_000_000;

    /// Nanoseconds between two rounds while there is next to nothing to tell, so that units that only compute keep
    /// their cores.
    private static final long LONGEST_REST = 4_000_000;

    /// Records of a round from which there is much to tell: waking up makes two itself, when it takes a unit's core.
    private static final long MUCH = 3;

    /// Nanoseconds that a record may take from its time stamp to the ring.
    private static final long HOLD_BACK = 100_000;

    /// Pages of a ring below which it is better to do without: room for 1,024 switches.
    private static final int FEWEST_PAGES = 8;

    private final PerfWatches watches;
    private final RingMerge merge;

    private final int opener;
    private final int openerCore;
    private final long start;
    private boolean begun;
    private long rest = SHORTEST_REST;

    /// The thread that opens is on a core already, so no record tells of its coming there; what is kept here does.
    private ExactSource(PerfWatches watches) {
        this.watches = watches;
        this.opener = NativeThread.id();
        int core;
        long now;
        do {
            core = NativeThread.core();
            now = Clock.now();
        } while (core != NativeThread.core());
        this.openerCore = core;
        this.start = now;
        this.merge = new RingMerge(watches.rings(), start);
    }

    /// Watches the calling thread, and all threads and processes that it and they will start.
    ///
    /// @param pages of each ring, a power of 2; half of it, and so on, are taken where the kernel grants no more
    static Attempt open(int pages) {
        var watches = PerfWatches.open(pages);
        if (watches.refusal().isEmpty()) {
            return new Attempt.Opened(new ExactSource(watches));
        }
        return watches.tooLarge() && pages / 2 >= FEWEST_PAGES
                ? open(pages / 2)
                : new Attempt.Refused(watches.refusal());
    }

    @Override
    public CoreSource kind() {
        return CoreSource.EXACT;
    }

    @Override
    public long rest() {
        return rest;
    }

    @Override
    public void round(SwitchListener listener) {
        long limit = Clock.now() - HOLD_BACK;
        if (limit > start) {
            long before = records();
            report(listener, limit);
            listener.completeUntil(limit);
            rest = records() - before >= MUCH ? SHORTEST_REST : Math.min(2 * rest, LONGEST_REST);
        }
    }

    @Override
    public void finish(SwitchListener listener) {
        try {
            long limit = Clock.now();
            report(listener, limit);
            watches.tellLost(listener, limit);
            listener.completeUntil(limit);
        } finally {
            watches.close();
        }
    }

    private void report(SwitchListener listener, long limit) {
        if (!begun) {
            begun = true;
            listener.switchedIn(start, openerCore, opener);
        }
        merge.report(listener, limit);
    }

    /// Records reported so far, lost ones not counted.
    long records() {
        return merge.records();
    }

    /// Records that were reported later than they happened, to keep the order.
    long late() {
        return merge.late();
    }
}
