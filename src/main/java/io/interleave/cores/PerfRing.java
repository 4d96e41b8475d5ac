package io.interleave.cores;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;

/// The ring into which the kernel writes what happens on one core, read in place.
///
/// The mapping, from include/uapi/linux/perf_event.h (`struct perf_event_mmap_page`), p being the size of a
/// page:
///
/// ```
///     0  …                  version, lock, counters: of no use here
///  1024  u64 data_head      bytes ever written; the kernel's
///  1032  u64 data_tail      bytes ever read; ours
///     p  data               n·p bytes, n a power of 2; byte b of the stream at p + b mod n·p
/// ```
///
/// Each record, 8-byte aligned and a multiple of 8 long, so that no field of ours is torn apart by the end of
/// the ring:
///
/// ```
/// 0  u32 type  u16 misc  u16 size
/// 8  …                                 by type
///      SWITCH  nothing
///      COMM    u32 pid, tid; char name[], ended and filled up with zeros
///      FORK    u32 pid, ppid, tid, ptid; u64 time
///      EXIT    u32 pid, ppid, tid, ptid; u64 time
///      LOST    u64 id, lost
/// size-24  u32 pid, tid; u64 time; u32 cpu, 0     who wrote it, when, where
/// ```
///
/// There are two parties, the kernel on that core and the one thread that calls [#refresh], [#deliver] and
/// [#release]:
///
/// - `data_head` is read with *acquire*: it is stored by the kernel after a write barrier behind the records,
/// and with the acquire no read of a record can come before it.
/// - records are read plainly: between tail and head the kernel does not write.
/// - `data_tail` is stored with *release*: no read of a record can come after the kernel sees its room given
/// back.
///
/// The mapping being writable makes the kernel respect `data_tail`: when the ring is full it drops what comes,
/// counts, and writes a LOST record as soon as there is room.
final class PerfRing {

    /// The key of a ring that has nothing to deliver.
    static final long NONE = Long.MAX_VALUE;

    private static final long DATA_HEAD = 1024;
    private static final long DATA_TAIL = 1032;

    private static final int RECORD_LOST = 2;
    private static final int RECORD_COMM = 3;
    private static final int RECORD_EXIT = 4;
    private static final int RECORD_FORK = 7;
    private static final int RECORD_SWITCH = 14;
    private static final int MISC_SWITCH_OUT = 1 << 13;
    private static final int MISC_SWITCH_OUT_PREEMPT = 1 << 14;

    private static final int TRAILER = 24;

    /// Our own threads are known by better names than the kernel's.
    private static final int OWN_PID = (int) ProcessHandle.current().pid();

    private static final VarHandle POSITION = ValueLayout.JAVA_LONG.varHandle();
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT;
    private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;

    private final int core;
    private final MemorySegment control;
    private final MemorySegment data;
    private final long mask;

    private long head;
    private long tail;
    private long key = NONE;
    private long last = Long.MIN_VALUE;

    private long records;
    private long lost;

    /// @param mapping control page and data
    PerfRing(int core, MemorySegment mapping, int pageSize) {
        this.core = core;
        this.control = mapping.asSlice(0, pageSize);
        this.data = mapping.asSlice(pageSize);
        this.mask = data.byteSize() - 1;
    }

    int core() {
        return core;
    }

    /// Records delivered so far, those of lost ones not counted.
    long records() {
        return records;
    }

    /// Records that the kernel says it dropped, as far as delivered.
    long lost() {
        return lost;
    }

    /// Sees what the kernel has written since.
    void refresh() {
        head = (long) POSITION.getAcquire(control, DATA_HEAD);
        if (key == NONE) {
            look();
        }
    }

    /// Where the next record stands in the order of all rings: twice its time, and one more when it starts a
    /// stay on a core, so that at one instant a thread leaves a core before it, or another, enters one. [#NONE]
    /// where there is no record.
    long key() {
        return key;
    }

    static long timeOf(long key) {
        return key >> 1;
    }

    /// Reports the next record, and steps behind it.
    ///
    /// @param time the record's time, or a later one where it came too late to be in order
    void deliver(SwitchListener listener, long time) {
        long at = tail & mask;
        int size = sizeAt(at);
        int tid = data.get(INT, (tail + size - TRAILER + 4) & mask);
        switch (data.get(INT, at)) {
            case RECORD_SWITCH -> {
                int misc = data.get(SHORT, at + 4);
                if ((misc & MISC_SWITCH_OUT) == 0) {
                    listener.switchedIn(time, core, tid);
                } else {
                    listener.switchedOut(time, core, tid, (misc & MISC_SWITCH_OUT_PREEMPT) != 0);
                }
                records++;
            }
            case RECORD_EXIT -> {
                listener.exited(time, core, data.get(INT, (tail + 16) & mask));
                records++;
            }
            case RECORD_FORK -> {
                int pid = data.get(INT, (tail + 8) & mask);
                int started = data.get(INT, (tail + 16) & mask);
                int parent = data.get(INT, (tail + 20) & mask);
                listener.started(time, started, pid, parent, data.get(INT, (tail + 12) & mask));
                records++;
            }
            case RECORD_COMM -> {
                int pid = data.get(INT, (tail + 8) & mask);
                if (pid != OWN_PID) {
                    listener.renamed(time, data.get(INT, (tail + 12) & mask), pid, name(size));
                }
                records++;
            }
            case RECORD_LOST -> {
                long count = data.get(LONG, (tail + 16) & mask);
                listener.lost(time, core, count);
                lost += count;
            }
            default -> records++; // of a kind that was not asked for; the kernel may note throttling and the like
        }
        skip();
    }

    private String name(int size) {
        var bytes = new byte[size - TRAILER - 16];
        int length = 0;
        while (length < bytes.length) {
            byte next = data.get(BYTE, (tail + 16 + length) & mask);
            if (next == 0) {
                break;
            }
            bytes[length++] = next;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /// Steps behind the next record without reporting it.
    void skip() {
        tail += sizeAt(tail & mask);
        look();
    }

    /// Gives back to the kernel the room of what was delivered.
    void release() {
        POSITION.setRelease(control, DATA_TAIL, tail);
    }

    private void look() {
        if (tail == head) {
            key = NONE;
            return;
        }
        long at = tail & mask;
        int size = sizeAt(at);
        // The kernel's fast monotonic clock may step back by nanoseconds while it is being adjusted; a core's
        // records are in the order of the ring.
        last = Math.max(last, data.get(LONG, (tail + size - TRAILER + 8) & mask));
        boolean in = data.get(INT, at) == RECORD_SWITCH && (data.get(SHORT, at + 4) & MISC_SWITCH_OUT) == 0;
        key = last << 1 | (in ? 1 : 0);
    }

    private int sizeAt(long at) {
        return Short.toUnsignedInt(data.get(SHORT, at + 6));
    }
}
