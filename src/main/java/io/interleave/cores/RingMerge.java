package io.interleave.cores;

import java.util.List;

/// Merges the rings of all cores into one order of time.
///
/// Each ring is in order of time by itself: a core writes its own records, its switches with interrupts off. So
/// the next record to report is always the earliest of all rings' next ones, provided that what a ring has not
/// shown yet is later. A core reads the clock and then writes the record, some hundred nanoseconds later; hence
/// the caller's limit stays that much behind the present, and records beyond the limit are left in their rings for
/// the next time. Should a record nevertheless come too late (a virtual core that its host stopped between the
/// two), it is reported with the time up to which all was already said to be complete, and counted in [#late].
///
/// Records are read where the kernel wrote them; nothing is copied, sorted or allocated.
final class RingMerge {

    private final List<PerfRing> rings;
    private long complete;
    private long late;

    /// Drops what the rings hold from before `start`.
    RingMerge(List<PerfRing> rings, long start) {
        this.rings = List.copyOf(rings);
        this.complete = start;
        for (int i = 0; i < rings.size(); i++) {
            var ring = rings.get(i);
            ring.refresh();
            while (PerfRing.timeOf(ring.key()) < start) {
                ring.skip();
            }
        }
    }

    /// Reports all records up to `limit`, which must lie before the call.
    void report(SwitchListener listener, long limit) {
        for (int i = 0; i < rings.size(); i++) {
            rings.get(i).refresh();
        }
        merge(listener, limit);
        for (int i = 0; i < rings.size(); i++) {
            rings.get(i).release();
        }
        complete = Math.max(complete, limit);
    }

    private void merge(SwitchListener listener, long limit) {
        long reported = complete;
        while (true) {
            PerfRing first = null;
            long key = PerfRing.NONE;
            long second = PerfRing.NONE;
            for (int i = 0; i < rings.size(); i++) {
                var ring = rings.get(i);
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

    /// Records that were reported later than they happened, to keep the order.
    long late() {
        return late;
    }

    /// Records reported so far, those of lost ones not counted.
    long records() {
        return rings.stream().mapToLong(PerfRing::records).sum();
    }
}
