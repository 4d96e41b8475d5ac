package io.interleave.cores;

import static io.interleave.cores.Libc.INT;
import static io.interleave.cores.Libc.LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;

/// What a process or a thread asks of Linux for itself (prctl(2)). To be called on Linux alone.
final class Prctl {

    private static final MethodHandle PRCTL =
            Libc.failing("prctl", FunctionDescriptor.of(INT, INT, LONG, LONG, LONG, LONG));

    private Prctl() {}

    /// @return what the kernel answers, -1 where it refuses or does not know of it
    static int call(int option, long first, long second) {
        try (var arena = Arena.ofConfined()) {
            return (int) PRCTL.invokeExact(arena.allocate(Libc.STATE), option, first, second, 0L, 0L);
        } catch (Throwable thrown) {
            throw Libc.cannotThrow(thrown);
        }
    }
}
