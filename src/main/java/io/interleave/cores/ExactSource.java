package io.interleave.cores;

import io.interleave.trace.Clock;
import io.interleave.trace.CoreSource;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The kernel's records of context switches: one descriptor and one ring for each core, merged into one order of time.
///
/// Each ring is in order of time by itself: a core writes its own records, its switches with interrupts off. To merge them, the
/// next record to report is always the earliest of all rings' next ones, and what a ring has not shown yet must be later than
/// that. A core reads the clock and then writes the record some hundred nanoseconds later, so records younger than
/// [#HOLD_BACK] before the round began are left in their rings for the next round. Should a record nevertheless come later
/// than that (a virtual core that its host stopped between the two), it is reported with the time up to which all was already
/// said to be complete, and counted in [#late].
///
/// Records are read where the kernel wrote them; a round allocates nothing.
final class ExactSource implements Source {

    /// Nanoseconds between two rounds.
    private static final long PERIOD = 1_000_000;

    /// Nanoseconds that a record may take from its time stamp to the ring.
    static final long HOLD_BACK = 100_000;

    private final Arena arena;
    private final PerfRing[] rings;
    private final int[] descriptors;

    private final int opener;
    private final int openerCore;
    private final long start;

    private boolean begun;
    private long complete;
    private long late;

    private ExactSource(Arena arena, List<PerfRing> rings, List<Integer> descriptors) {
        this.arena = arena;
        this.rings = rings.toArray(PerfRing[]::new);
        this.descriptors = descriptors.stream().mapToInt(Integer::intValue).toArray();
        this.opener = NativeThread.id();
        int core;
        long now;
        do {
            core = NativeThread.core();
            now = Clock.now();
        } while (core != NativeThread.core());
        this.openerCore = core;
        this.start = now;
        this.complete = now;
    }

    /// Watches the calling thread, and all threads and processes that it and they will start.
    ///
    /// @param pages of each ring, a power of 2; fewer are taken where the kernel grants no more
    static Attempt open(int pages) {
        var arena = Arena.ofShared();
        var descriptors = new ArrayList<Integer>();
        int refusal = 0;
        try {
            var rings = new ArrayList<PerfRing>();
            for (int core : Cores.online()) {
                int failure = add(core, pages, arena, descriptors, rings);
                if (failure != 0 && failure != Libc.ENODEV) { // a core may go offline while we look
                    refusal = failure;
                    return new Attempt.Refused(PerfRefusal.of(failure, descriptors.size() > rings.size()));
                }
            }
            return new Attempt.Opened(new ExactSource(arena, rings, descriptors));
        } finally {
            if (refusal != 0) {
                arena.close();
                descriptors.forEach(PerfCalls::close);
            }
        }
    }

    /// @return 0, or the `errno` of what failed
    private static int add(int core, int pages, Arena arena, List<Integer> descriptors, List<PerfRing> rings) {
        int descriptor = PerfCalls.open(PerfAttributes.write(arena, PerfAttributes.FORMAT_LOST), core);
        if (descriptor == -Libc.EINVAL) { // Linux before 6.0
            descriptor = PerfCalls.open(PerfAttributes.write(arena, 0), core);
        }
        if (descriptor < 0) {
            return -descriptor;
        }
        descriptors.add(descriptor);
        int pageSize = PerfCalls.pageSize();
        long failure = 0;
        for (int granted = pages; granted > 0; granted /= 2) {
            long bytes = (1L + granted) * pageSize;
            long address = PerfCalls.map(descriptor, bytes);
            if (address > 0) {
                rings.add(new PerfRing(core, descriptor, segment(address, bytes), arena, pageSize));
                return 0;
            }
            failure = -address;
            if (failure != Libc.EPERM && failure != Libc.ENOMEM) {
                break;
            }
        }
        return (int) failure;
    }

    @SuppressWarnings("restricted")
    private static MemorySegment segment(long address, long bytes) {
        return MemorySegment.ofAddress(address).reinterpret(bytes);
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
        report(listener, limit);
        completed(listener, limit);
    }

    @Override
    public void finish(SwitchListener listener) {
        try {
            long limit = Clock.now();
            report(listener, limit);
            for (var ring : rings) {
                long untold = ring.lostUntold();
                if (untold > 0) {
                    listener.lost(limit, ring.core(), untold);
                }
            }
            completed(listener, limit);
        } finally {
            arena.close();
            Arrays.stream(descriptors).forEach(PerfCalls::close);
        }
    }

    /// Reports what happened up to `limit`, which must lie before the call.
    private void report(SwitchListener listener, long limit) {
        if (!begun) {
            begin(listener);
        }
        for (var ring : rings) {
            ring.refresh();
        }
        merge(listener, limit);
        for (var ring : rings) {
            ring.release();
        }
    }

    private void completed(SwitchListener listener, long limit) {
        if (limit > complete) {
            complete = limit;
            listener.completeUntil(limit);
        }
    }

    /// The opening thread was on a core before anyone took notes; from here on its stay is known. What it did while its
    /// descriptors were being opened is left out.
    private void begin(SwitchListener listener) {
        begun = true;
        for (var ring : rings) {
            ring.refresh();
            while (PerfRing.timeOf(ring.key()) < start) {
                ring.skip();
            }
        }
        listener.switchedIn(start, openerCore, opener);
    }

    private void merge(SwitchListener listener, long limit) {
        long reported = complete;
        while (true) {
            PerfRing first = null;
            long key = PerfRing.NONE;
            long second = PerfRing.NONE;
            for (var ring : rings) {
                if (ring.key() < key) {
                    second = key;
                    key = ring.key();
                    first = ring;
                } else {
                    second = Math.min(second, ring.key());
                }
            }
            if (first == null || PerfRing.timeOf(key) > limit) {
                return;
            }
            // As long as this ring comes first, the others need not be asked again.
            do {
                long time = PerfRing.timeOf(first.key());
                if (time < complete) {
                    late++;
                }
                reported = Math.max(reported, time);
                first.deliver(listener, reported);
            } while (first.key() <= second && PerfRing.timeOf(first.key()) <= limit);
        }
    }

    /// Records reported so far, lost ones not counted.
    long records() {
        return Arrays.stream(rings).mapToLong(PerfRing::records).sum();
    }

    /// Records that were reported later than they happened, to keep the order.
    long late() {
        return late;
    }
}
