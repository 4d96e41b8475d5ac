package io.interleave.cores;

import static io.interleave.cores.Libc.INT;
import static io.interleave.cores.Libc.LONG;
import static io.interleave.cores.Libc.POINTER;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// How long a thread of this process has been on a core, to the nanosecond, up to the very instant of asking. One
/// system call of some hundred nanoseconds, without allocation. Used by one thread.
final class ThreadClock {

    private static final MethodHandle CLOCK_GETTIME =
            Libc.failing("clock_gettime", FunctionDescriptor.of(INT, INT, POINTER));

    private final MemorySegment state = Arena.ofAuto().allocate(Libc.STATE);

    /// `struct timespec`: seconds, then nanoseconds, 64 bits each on the systems that we run on.
    private final MemorySegment timespec = Arena.ofAuto().allocate(16, Long.BYTES);

    /// @return nanoseconds, or -1 when there is no such thread in this process
    long read(int tid) {
        try {
            int result = (int) CLOCK_GETTIME.invokeExact(state, clockOf(tid), timespec);
            return result == 0 ? timespec.get(LONG, 0) * 1_000_000_000 + timespec.get(LONG, 8) : -1;
        } catch (Throwable thrown) {
            throw Libc.cannotThrow(thrown);
        }
    }

    /// The clock of one thread's time on cores: the complement of its id above three bits, of which 4 says that a
    /// thread is meant and 2 that the scheduler's count is (include/linux/posix-timers_types.h,
    /// `CPUCLOCK_PERTHREAD_MASK`, `CPUCLOCK_SCHED`).
    private static int clockOf(int tid) {
        return ~tid << 3 | 4 | 2;
    }
}
