package io.interleave.cores;

import static io.interleave.cores.Libc.INT;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/// The memory of the machine that this process occupies.
public final class ResidentMemory {

    private ResidentMemory() {}

    /// In bytes; -1 where it cannot be known. Takes some 30 µs.
    public static long bytes() {
        return bytes(Host.current());
    }

    static long bytes(Host host) {
        return switch (host) {
            case LINUX -> Linux.bytes();
            case OTHER -> -1;
        };
    }

    private static final class Linux {

        /// Counts in pages: the whole address space, then what of it is resident (proc_pid_statm(5)).
        private static final Path STATM = Path.of("/proc/self/statm");

        private static final MethodHandle GETPAGESIZE = Libc.quick("getpagesize", FunctionDescriptor.of(INT));

        static long bytes() {
            try {
                var pages = KernelFile.line(STATM).split(" ");
                return pages.length < 2 ? -1 : Long.parseLong(pages[1]) * (int) GETPAGESIZE.invokeExact();
            } catch (IOException | NumberFormatException _) {
                // Where /proc is not to be read, nothing else says it.
                return -1;
            } catch (Throwable thrown) {
                throw Libc.cannotThrow(thrown);
            }
        }
    }
}
