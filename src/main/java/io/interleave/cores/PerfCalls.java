package io.interleave.cores;

import static io.interleave.cores.Libc.INT;
import static io.interleave.cores.Libc.LONG;
import static io.interleave.cores.Libc.POINTER;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// The system calls behind a watch of context switches. A failure is a negative `errno`, as the kernel itself
/// returns it.
final class PerfCalls {

    /// Close the descriptor in programs that a child executes (PERF_FLAG_FD_CLOEXEC).
    private static final long CLOSE_ON_EXEC = 8;

    private static final int PROT_READ_WRITE = 1 | 2;
    private static final int MAP_SHARED = 1;

    private static final MethodHandle SYSCALL = Libc.systemCall(5);
    private static final MethodHandle MMAP =
            Libc.failing("mmap", FunctionDescriptor.of(POINTER, POINTER, LONG, INT, INT, INT, LONG));
    private static final MethodHandle MUNMAP = Libc.failing("munmap", FunctionDescriptor.of(INT, POINTER, LONG));
    private static final MethodHandle CLOSE = Libc.failing("close", FunctionDescriptor.of(INT, INT));
    private static final MethodHandle READ = Libc.failing("read", FunctionDescriptor.of(LONG, INT, POINTER, LONG));
    private static final MethodHandle PAGE_SIZE = Libc.quick("getpagesize", FunctionDescriptor.of(INT));

    private PerfCalls() {}

    /// Watches the calling thread and all that it will start, while on `core`.
    ///
    /// @return a descriptor, or a negative `errno`
    static int open(MemorySegment attributes, int core) {
        long number = systemCallNumber();
        if (number < 0) {
            return -Libc.ENOSYS;
        }
        try (var arena = Arena.ofConfined()) {
            var state = arena.allocate(Libc.STATE);
            long descriptor = (long)
                    SYSCALL.invokeExact(state, number, attributes.address(), 0L, (long) core, -1L, CLOSE_ON_EXEC);
            return descriptor < 0 ? -Libc.errno(state) : (int) descriptor;
        } catch (Throwable thrown) {
            throw Libc.cannotThrow(thrown);
        }
    }

    /// `__NR_perf_event_open`: arch/x86/entry/syscalls/syscall_64.tbl, include/uapi/asm-generic/unistd.h.
    private static long systemCallNumber() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> 298;
            case "aarch64", "riscv64" -> 241;
            default -> -1;
        };
    }

    /// Maps `bytes` of a descriptor's ring for reading and writing.
    ///
    /// @return the address, or a negative `errno`; no address is that close to the end
    static long map(int descriptor, long bytes) {
        try (var arena = Arena.ofConfined()) {
            var state = arena.allocate(Libc.STATE);
            var mapped = (MemorySegment)
                    MMAP.invokeExact(state, MemorySegment.NULL, bytes, PROT_READ_WRITE, MAP_SHARED, descriptor, 0L);
            return mapped.address() == -1 ? -Libc.errno(state) : mapped.address();
        } catch (Throwable thrown) {
            throw Libc.cannotThrow(thrown);
        }
    }

    static void unmap(MemorySegment mapped) {
        try (var arena = Arena.ofConfined()) {
            int ignored = (int) MUNMAP.invokeExact(arena.allocate(Libc.STATE), mapped, mapped.byteSize());
        } catch (Throwable thrown) {
            throw Libc.cannotThrow(thrown);
        }
    }

    static void close(int descriptor) {
        try (var arena = Arena.ofConfined()) {
            int ignored = (int) CLOSE.invokeExact(arena.allocate(Libc.STATE), descriptor);
        } catch (Throwable thrown) {
            throw Libc.cannotThrow(thrown);
        }
    }

    /// How many records the kernel has dropped since the descriptor was opened, by [PerfAttributes#FORMAT_LOST]:
    ///
    /// ```
    /// 0  u64 value   of the counter, here always 0
    /// 8  u64 lost
    /// ```
    static long lost(int descriptor) {
        try (var arena = Arena.ofConfined()) {
            var values = arena.allocate(16, Long.BYTES);
            long read = (long) READ.invokeExact(arena.allocate(Libc.STATE), descriptor, values, 16L);
            return read == 16 ? values.get(LONG, 8) : 0;
        } catch (Throwable thrown) {
            throw Libc.cannotThrow(thrown);
        }
    }

    static int pageSize() {
        try {
            return (int) PAGE_SIZE.invokeExact();
        } catch (Throwable thrown) {
            throw Libc.cannotThrow(thrown);
        }
    }
}
