package io.interleave.cores;

import static io.interleave.cores.Libc.INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;

/// How much the operating system favours a thread over others that could run as well.
public final class ThreadPriority {

    /// From 1, the lowest, to this; in the middle is what a thread has that nobody gave another.
    public static final int HIGHEST = 10;

    private static final int USUAL = 5;

    /// Linux's nice values go from 19, the lowest priority, over 0 to -20.
    private static final int NICEST = 19;

    private static final int GREEDIEST = -20;

    private ThreadPriority() {}

    /// Gives the calling thread a priority, for as long as it lives.
    ///
    /// @param priority from 1 to 10; 5 is the usual one
    /// @return why not, a sentence for a person; empty where it has it now
    public static String set(int priority) {
        return set(priority, Host.current());
    }

    static String set(int priority, Host host) {
        return switch (host) {
            case LINUX -> Linux.set(nice(priority));
            case OTHER -> Messages.text("priority.unknown");
        };
    }

    static int nice(int priority) {
        if (priority < 1 || priority > HIGHEST) {
            throw new IllegalArgumentException("a priority from 1 to 10, not " + priority);
        }
        return priority <= USUAL
                ? Math.round(NICEST * (USUAL - priority) / (USUAL - 1f))
                : GREEDIEST * (priority - USUAL) / (HIGHEST - USUAL);
    }

    private static final class Linux {

        // include/uapi/linux/resource.h
        private static final int PRIO_PROCESS = 0;

        /// To Linux a thread is a process here; 0 means the calling one.
        private static final int CALLER = 0;

        private static final MethodHandle SET_PRIORITY =
                Libc.failing("setpriority", FunctionDescriptor.of(INT, INT, INT, INT));

        static String set(int nice) {
            try (var arena = Arena.ofConfined()) {
                var state = arena.allocate(Libc.STATE);
                int result = (int) SET_PRIORITY.invokeExact(state, PRIO_PROCESS, CALLER, nice);
                return result == 0 ? "" : Messages.text("priority.refused", nice, Libc.errno(state));
            } catch (Throwable thrown) {
                throw Libc.cannotThrow(thrown);
            }
        }
    }
}
