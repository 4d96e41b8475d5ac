package io.interleave.cores;

import io.interleave.trace.Clock;
import io.interleave.trace.CoreSource;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;

/// The kernel's records of context switches: one descriptor and one ring for each core that is online at the opening.
final class ExactSource implements Source {

    /// Nanoseconds between two rounds. A round takes half a microsecond; it is the waking up for it that costs: on a virtual
    /// machine some 18 µs of a core each time.
    private static final long PERIOD = 1_000_000;

    /// Nanoseconds that a record may take from its time stamp to the ring.
    private static final long HOLD_BACK = 100_000;

    private final Arena memory;
    private final List<Watched> watched;
    private final RingMerge merge;

    private final int opener;
    private final int openerCore;
    private final long start;
    private boolean begun;

    /// The watch of one core.
    private record Watched(int descriptor, PerfRing ring) {}

    /// The thread that opens is on a core already, so no record tells of its coming there; this does.
    private ExactSource(Arena memory, List<Watched> watched) {
        this.memory = memory;
        this.watched = watched;
        this.opener = NativeThread.id();
        int core;
        long now;
        do {
            core = NativeThread.core();
            now = Clock.now();
        } while (core != NativeThread.core());
        this.openerCore = core;
        this.start = now;
        this.merge = new RingMerge(watched.stream().map(Watched::ring).toList(), start);
    }

    /// Watches the calling thread, and all threads and processes that it and they will start.
    ///
    /// @param pages of each ring, a power of 2; fewer are taken where the kernel grants no more
    static Attempt open(int pages) {
        var memory = Arena.ofShared();
        var watched = new ArrayList<Watched>();
        for (int core : Cores.online()) {
            int descriptor = describe(core);
            if (descriptor == -Libc.ENODEV) { // went offline while we looked
                continue;
            }
            if (descriptor < 0) {
                release(memory, watched);
                return new Attempt.Refused(PerfRefusal.ofDescriptor(-descriptor));
            }
            var mapping = PerfMapping.of(descriptor, pages, memory);
            if (mapping.segment() == null) {
                PerfCalls.close(descriptor);
                release(memory, watched);
                return new Attempt.Refused(PerfRefusal.ofRing(mapping.errno()));
            }
            watched.add(new Watched(descriptor, new PerfRing(core, mapping.segment(), PerfCalls.pageSize())));
        }
        return new Attempt.Opened(new ExactSource(memory, watched));
    }

    /// @return a descriptor, or a negative `errno`
    private static int describe(int core) {
        try (var arena = Arena.ofConfined()) {
            int descriptor = PerfCalls.open(PerfAttributes.write(arena, PerfAttributes.FORMAT_LOST), core);
            return descriptor == -Libc.EINVAL // Linux before 6.0
                    ? PerfCalls.open(PerfAttributes.write(arena, 0), core)
                    : descriptor;
        }
    }

    private static void release(Arena memory, List<Watched> watched) {
        memory.close();
        watched.forEach(one -> PerfCalls.close(one.descriptor()));
    }

    @Override
    public CoreSource kind() {
        return CoreSource.EXACT;
    }

    @Override
    public long rest() {
        return PERIOD;
    }

    @Override
    public void round(SwitchListener listener) {
        long limit = Clock.now() - HOLD_BACK;
        if (limit > start) {
            report(listener, limit);
            listener.completeUntil(limit);
        }
    }

    @Override
    public void finish(SwitchListener listener) {
        try {
            long limit = Clock.now();
            report(listener, limit);
            for (var one : watched) {
                // Dropped, and no record written since that could have told.
                long untold = PerfCalls.lost(one.descriptor()) - one.ring().lost();
                if (untold > 0) {
                    listener.lost(limit, one.ring().core(), untold);
                }
            }
            listener.completeUntil(limit);
        } finally {
            release(memory, watched);
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
