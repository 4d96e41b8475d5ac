package io.interleave.cores;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A ring of one page into which a test writes what the kernel would, after include/uapi/linux/perf_event.h.
final class FakeRing {

    private static final int PAGE = 4096;
    private static final long HEAD = 1024;
    private static final long TAIL = 1032;

    private final MemorySegment mapping = Arena.ofAuto().allocate(2 * PAGE, Long.BYTES);
    private final int core;
    private final PerfRing ring;
    private long head;

    FakeRing(int core) {
        this.core = core;
        this.ring = new PerfRing(core, mapping, PAGE);
    }

    PerfRing ring() {
        return ring;
    }

    long unread() {
        return head - mapping.get(ValueLayout.JAVA_LONG, TAIL);
    }

    void in(long time, int tid) {
        write(14, 0, time, tid);
    }

    void waits(long time, int tid) {
        write(14, 1 << 13, time, tid);
    }

    void preempted(long time, int tid) {
        write(14, 1 << 13 | 1 << 14, time, tid);
    }

    void exits(long time, int tid) {
        write(4, 0, time, tid, pair(1, 1), pair(tid, tid), time);
    }

    void started(long time, int tid, int parent) {
        write(7, 0, time, parent, pair(1, 1), pair(tid, parent), time);
    }

    void lost(long time, long records) {
        write(2, 0, time, 0, 0L, records);
    }

    private static long pair(int first, int second) {
        return Integer.toUnsignedLong(first) | (long) second << 32;
    }

    private void write(int type, int misc, long time, int tid, long... body) {
        int size = 8 + body.length * 8 + 24;
        put(Integer.toUnsignedLong(type) | (long) misc << 32 | (long) size << 48);
        for (long word : body) {
            put(word);
        }
        put(pair(1, tid));
        put(time);
        put(pair(core, 0));
        mapping.set(ValueLayout.JAVA_LONG, HEAD, head);
    }

    private void put(long word) {
        mapping.set(ValueLayout.JAVA_LONG, PAGE + head % PAGE, word);
        head += 8;
    }
}
