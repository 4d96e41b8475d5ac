package io.interleave.cores;

import static io.interleave.cores.Libc.INT;
import static io.interleave.cores.Libc.POINTER;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// The system calls around the end of child processes, and `pipe2(2)`.
final class WaitCalls {

    private static final int O_CLOEXEC = 0x80000;
    private static final int WNOHANG = 1;
    private static final int EINTR = 4;
    private static final int SIGKILL = 9;

    // include/uapi/linux/prctl.h
    private static final int PR_SET_CHILD_SUBREAPER = 36;

    private static final MethodHandle PIPE = Libc.failing("pipe2", FunctionDescriptor.of(INT, POINTER, INT));
    private static final MethodHandle WAIT = Libc.failing("waitpid", FunctionDescriptor.of(INT, INT, POINTER, INT));
    private static final MethodHandle KILL = Libc.failing("kill", FunctionDescriptor.of(INT, INT, INT));

    private WaitCalls() {}

    /// @param ends where the two descriptors go
    /// @return 0, or an `errno`
    static int pipe(MemorySegment ends) {
        try (var arena = Arena.ofConfined()) {
            var state = arena.allocate(Libc.STATE);
            return (int) PIPE.invokeExact(state, ends, O_CLOEXEC) == 0 ? 0 : Libc.errno(state);
        } catch (Throwable thrown) {
            throw Libc.cannotThrow(thrown);
        }
    }

    /// @return the status as `waitpid` gives it
    static int await(int pid) {
        try (var arena = Arena.ofConfined()) {
            var state = arena.allocate(Libc.STATE);
            var status = arena.allocate(INT);
            while ((int) WAIT.invokeExact(state, pid, status, 0) != pid) {
                if (Libc.errno(state) != EINTR) {
                    throw new IllegalStateException(pid + " is no child of this process, or was waited for before");
                }
            }
            return status.get(INT, 0);
        } catch (IllegalStateException e) {
            throw e;
        } catch (Throwable thrown) {
            throw Libc.cannotThrow(thrown);
        }
    }

    /// Whether it is not ours, or still runs, does not matter: then nothing happens.
    static void bury(int pid) {
        try (var arena = Arena.ofConfined()) {
            int ignored = (int) WAIT.invokeExact(arena.allocate(Libc.STATE), pid, MemorySegment.NULL, WNOHANG);
        } catch (Throwable thrown) {
            throw Libc.cannotThrow(thrown);
        }
    }

    /// Whether it is still there does not matter.
    static void kill(int target) {
        try (var arena = Arena.ofConfined()) {
            int ignored = (int) KILL.invokeExact(arena.allocate(Libc.STATE), target, SIGKILL);
        } catch (Throwable thrown) {
            throw Libc.cannotThrow(thrown);
        }
    }

    static boolean adoptOrphans(boolean adopt) {
        return Prctl.call(PR_SET_CHILD_SUBREAPER, adopt ? 1 : 0, 0) == 0;
    }
}
