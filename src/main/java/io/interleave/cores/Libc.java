package io.interleave.cores;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/// Binds functions of the C library on Linux. Each function is bound beside its use; what they share is here.
final class Libc {

    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    static final AddressLayout POINTER = ValueLayout.ADDRESS;

    /// Room for what the C library leaves in `errno`: the first argument of every function bound by [#failing].
    static final StructLayout STATE = Linker.Option.captureStateLayout();

    // include/uapi/asm-generic/errno-base.h and errno.h
    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int ESRCH = 3;
    static final int ENOMEM = 12;
    static final int EACCES = 13;
    static final int ENODEV = 19;
    static final int EINVAL = 22;
    static final int EMFILE = 24;
    static final int ENOSYS = 38;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final VarHandle ERRNO = STATE.varHandle(PathElement.groupElement("errno"));

    private Libc() {}

    /// A function that tells its failure in `errno`.
    static MethodHandle failing(String name, FunctionDescriptor shape) {
        return bind(name, shape, Linker.Option.captureCallState("errno"));
    }

    /// A function that returns its failure, or has none.
    static MethodHandle plain(String name, FunctionDescriptor shape) {
        return bind(name, shape);
    }

    /// A function of a few nanoseconds that never blocks: called without leaving the Java state of the thread.
    static MethodHandle quick(String name, FunctionDescriptor shape) {
        return bind(name, shape, Linker.Option.critical(false));
    }

    /// `syscall(2)` itself, for what the C library has no function for.
    ///
    /// @param arguments how many longs follow the number of the call
    static MethodHandle systemCall(int arguments) {
        var longs = new ValueLayout[1 + arguments];
        Arrays.fill(longs, LONG);
        return bind(
                "syscall",
                FunctionDescriptor.of(LONG, longs),
                Linker.Option.firstVariadicArg(1),
                Linker.Option.captureCallState("errno"));
    }

    @SuppressWarnings("restricted")
    private static MethodHandle bind(String name, FunctionDescriptor shape, Linker.Option... options) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), shape, options);
    }

    static int errno(MemorySegment state) {
        return (int) ERRNO.get(state, 0L);
    }

    /// Functions bound here throw nothing; their handles only declare it.
    static AssertionError cannotThrow(Throwable thrown) {
        return new AssertionError("a function of the C library threw", thrown);
    }
}
