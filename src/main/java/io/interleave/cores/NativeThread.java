package io.interleave.cores;

import static io.interleave.cores.Libc.INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;

/// The calling thread as the operating system knows it. In a virtual thread: its carrier at this instant.
public final class NativeThread {

    private NativeThread() {}

    /// The operating system's id of the calling thread, -1 where unknown. Constant for a platform thread: worth
    /// keeping.
    public static int id() {
        return id(Host.current());
    }

    static int id(Host host) {
        return switch (host) {
            case LINUX -> Linux.id();
            case OTHER -> -1;
        };
    }

    /// The core that the calling thread is on, -1 where unknown. It may have moved before the caller looks. Some 5
    /// ns.
    public static int core() {
        return core(Host.current());
    }

    static int core(Host host) {
        return switch (host) {
            case LINUX -> Linux.core();
            case OTHER -> -1;
        };
    }

    private static final class Linux {

        private static final MethodHandle GETTID = Libc.quick("gettid", FunctionDescriptor.of(INT));
        private static final MethodHandle GETCPU = Libc.quick("sched_getcpu", FunctionDescriptor.of(INT));

        static int id() {
            try {
                return (int) GETTID.invokeExact();
            } catch (Throwable thrown) {
                throw Libc.cannotThrow(thrown);
            }
        }

        static int core() {
            try {
                return (int) GETCPU.invokeExact();
            } catch (Throwable thrown) {
                throw Libc.cannotThrow(thrown);
            }
        }
    }
}
