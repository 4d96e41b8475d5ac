package io.interleave.cores;

import static io.interleave.cores.Libc.INT;
import static io.interleave.cores.Libc.LONG;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;

/// What we ask of `perf_event_open(2)`: nothing to be counted, only notes of context switches, thread starts
/// and ends, and of names.
///
/// `struct perf_event_attr`, as long as it was in its fifth extension (`PERF_ATTR_SIZE_VER5`, Linux 4.4 and
/// later); what is not named stays 0. From include/uapi/linux/perf_event.h.
///
/// ```
///   0  u32 type            1 = PERF_TYPE_SOFTWARE
///   4  u32 size            112
///   8  u64 config          9 = PERF_COUNT_SW_DUMMY, counts nothing
///  16  u64 sample_period   0, no samples
///  24  u64 sample_type     what each record ends with: thread, time, core
///  32  u64 read_format     PERF_FORMAT_LOST where the kernel has it (6.0)
///  40  u64 flags           see below
///  48  …                   watermark, breakpoint, branch stack, user registers: 0
///  92  s32 clockid         1 = CLOCK_MONOTONIC
///  96  …                   interrupt registers, aux area, stack depth: 0
/// 112
/// ```
final class PerfAttributes {

    static final int SIZE = 112;

    /// The number of records dropped can be read from the descriptor.
    static final long FORMAT_LOST = 1 << 4;

    private static final int TYPE_SOFTWARE = 1;
    private static final long COUNT_SW_DUMMY = 9;

    private static final long SAMPLE_TID = 1 << 1;
    private static final long SAMPLE_TIME = 1 << 2;
    private static final long SAMPLE_CPU = 1 << 7;

    private static final long INHERIT = 1 << 1;
    /// Without it, `perf_event_paranoid` 2 refuses users without privileges. Switches are noted all the same.
    private static final long EXCLUDE_KERNEL = 1 << 5;
    /// Refused likewise on a hypervisor's own kernel.
    private static final long EXCLUDE_HYPERVISOR = 1 << 6;
    /// Records of names: of programs that are executed, and of threads that name themselves.
    private static final long COMM = 1 << 9;
    /// Records of thread starts and ends.
    private static final long TASK = 1 << 13;
    /// Every record ends with thread, time and core, not samples alone.
    private static final long SAMPLE_ID_ALL = 1 << 18;
    private static final long USE_CLOCKID = 1 << 25;
    private static final long CONTEXT_SWITCH = 1 << 26;

    private static final int CLOCK_MONOTONIC = 1;

    private PerfAttributes() {}

    /// @param readFormat [#FORMAT_LOST] or 0
    static MemorySegment write(SegmentAllocator allocator, long readFormat) {
        var attributes = allocator.allocate(SIZE, Long.BYTES);
        attributes.set(INT, 0, TYPE_SOFTWARE);
        attributes.set(INT, 4, SIZE);
        attributes.set(LONG, 8, COUNT_SW_DUMMY);
        attributes.set(LONG, 24, SAMPLE_TID | SAMPLE_TIME | SAMPLE_CPU);
        attributes.set(LONG, 32, readFormat);
        attributes.set(
                LONG,
                40,
                INHERIT
                        | EXCLUDE_KERNEL
                        | EXCLUDE_HYPERVISOR
                        | COMM
                        | TASK
                        | SAMPLE_ID_ALL
                        | USE_CLOCKID
                        | CONTEXT_SWITCH);
        attributes.set(INT, 92, CLOCK_MONOTONIC);
        return attributes;
    }
}
