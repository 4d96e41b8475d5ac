package io.interleave.cores;

import static io.interleave.cores.Libc.INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/// Ties this process to the life of the one that started it.
public final class ParentTie {

    private ParentTie() {}

    /// What came of it.
    public enum Result {
        /// This process is killed as soon as its parent, or the thread of it that started this process, has ended.
        TIED,
        /// The parent had already ended: the tie will never act, end now.
        PARENT_GONE,
        /// This system cannot do it: look for the end of standard input, or for the parent itself.
        UNAVAILABLE
    }

    /// Asks the kernel to kill this process (SIGKILL, whatever it is doing) when its parent ends.
    ///
    /// The kernel keeps the request with the *thread* that makes it: were that to end, so would the tie. So it is
    /// made by a thread "parent-tie" that does nothing else until the process ends. And the kernel watches the
    /// *thread* that started this process: the parent must start it from one that lives as long as itself.
    ///
    /// @param parent the id of the process that started this one, as that knows it, which is how it is noticed
    /// that it had ended before the request
    public static Result dieWithParent(long parent) {
        return dieWithParent(parent, Host.current());
    }

    static Result dieWithParent(long parent, Host host) {
        return switch (host) {
            case LINUX -> {
                var result = new CompletableFuture<Result>();
                Thread.ofPlatform().daemon().name("parent-tie").start(() -> hold(parent, result));
                yield result.join();
            }
            case OTHER -> Result.UNAVAILABLE;
        };
    }

    private static void hold(long parent, CompletableFuture<Result> result) {
        try {
            result.complete(Linux.tie(parent));
        } finally {
            result.completeExceptionally(new IllegalStateException("the tie to the parent failed"));
        }
        while (result.getNow(Result.UNAVAILABLE) == Result.TIED) {
            LockSupport.park();
        }
    }

    private static final class Linux {

        // include/uapi/linux/prctl.h, include/uapi/asm-generic/signal.h
        private static final int PR_SET_PDEATHSIG = 1;
        private static final long SIGKILL = 9;

        private static final MethodHandle GETPPID = Libc.quick("getppid", FunctionDescriptor.of(INT));

        /// The request first, the look at the parent after it: a parent that ends in between is noticed by either.
        static Result tie(long parent) {
            if (Prctl.call(PR_SET_PDEATHSIG, SIGKILL, 0) != 0) {
                return Result.UNAVAILABLE;
            }
            try {
                return (int) GETPPID.invokeExact() == parent ? Result.TIED : Result.PARENT_GONE;
            } catch (Throwable thrown) {
                throw Libc.cannotThrow(thrown);
            }
        }
    }
}
