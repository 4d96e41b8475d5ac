package io.interleave.cores;

import static io.interleave.cores.Libc.INT;
import static io.interleave.cores.Libc.POINTER;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;

/// `posix_spawn(3)` and what prepares it. A failure is a positive `errno`, as these functions return it.
final class SpawnCalls {

    // spawn.h of the GNU C library and of musl
    private static final short SET_SIGNAL_DEFAULTS = 0x04;
    private static final short SET_SIGNAL_MASK = 0x08;
    private static final short SET_SESSION = 0x80;

    /// More than `posix_spawn_file_actions_t` (80) and `posix_spawnattr_t` (336) take in either library.
    private static final long ROOM = 1024;

    /// `sigset_t`: 1,024 bits, that of signal 1 the lowest.
    private static final long SIGNAL_SET = 128;

    /// Signals 1 to 31 but SIGKILL (9) and SIGSTOP (19), which nobody can ignore.
    private static final long CHANGEABLE = 0x7fff_ffffL & ~(1L << 8) & ~(1L << 18);

    private static final int O_RDWR = 2;

    private static final FunctionDescriptor ON_ONE = FunctionDescriptor.of(INT, POINTER);

    private static final MethodHandle SPAWN =
            bind("posix_spawn", FunctionDescriptor.of(INT, POINTER, POINTER, POINTER, POINTER, POINTER, POINTER));
    private static final MethodHandle ACTIONS_INIT = bind("posix_spawn_file_actions_init", ON_ONE);
    private static final MethodHandle ACTIONS_DESTROY = bind("posix_spawn_file_actions_destroy", ON_ONE);
    private static final MethodHandle ADD_DUP2 =
            bind("posix_spawn_file_actions_adddup2", FunctionDescriptor.of(INT, POINTER, INT, INT));
    private static final MethodHandle ADD_OPEN =
            bind("posix_spawn_file_actions_addopen", FunctionDescriptor.of(INT, POINTER, INT, POINTER, INT, INT));
    private static final MethodHandle ATTRIBUTES_INIT = bind("posix_spawnattr_init", ON_ONE);
    private static final MethodHandle ATTRIBUTES_DESTROY = bind("posix_spawnattr_destroy", ON_ONE);
    private static final MethodHandle SET_FLAGS =
            bind("posix_spawnattr_setflags", FunctionDescriptor.of(INT, POINTER, ValueLayout.JAVA_SHORT));
    private static final MethodHandle SET_MASK =
            bind("posix_spawnattr_setsigmask", FunctionDescriptor.of(INT, POINTER, POINTER));
    private static final MethodHandle SET_DEFAULTS =
            bind("posix_spawnattr_setsigdefault", FunctionDescriptor.of(INT, POINTER, POINTER));
    private static final MethodHandle STRERROR = bind("strerror", FunctionDescriptor.of(POINTER, INT));

    private SpawnCalls() {}

    /// The two that came last: into the GNU C library with 2.29 and 2.34.
    private static final class Newer {
        static final MethodHandle ADD_CHDIR =
                bind("posix_spawn_file_actions_addchdir_np", FunctionDescriptor.of(INT, POINTER, POINTER));
        static final MethodHandle ADD_CLOSE_FROM =
                bind("posix_spawn_file_actions_addclosefrom_np", FunctionDescriptor.of(INT, POINTER, INT));
    }

    /// Whether the C library has all of these.
    static boolean arePresent() {
        var library = Linker.nativeLinker().defaultLookup();
        return List.of("posix_spawn_file_actions_addchdir_np", "posix_spawn_file_actions_addclosefrom_np").stream()
                .allMatch(it -> library.find(it).isPresent());
    }

    private static MethodHandle bind(String name, FunctionDescriptor shape) {
        return Libc.plain(name, shape);
    }

    static MemorySegment actions(Arena arena) {
        var actions = arena.allocate(ROOM, Long.BYTES);
        try {
            check((int) ACTIONS_INIT.invokeExact(actions));
        } catch (Throwable thrown) {
            throw Libc.cannotThrow(thrown);
        }
        return actions;
    }

    /// A session of its own, every signal as a program expects it.
    static MemorySegment attributes(Arena arena) {
        var attributes = arena.allocate(ROOM, Long.BYTES);
        var none = arena.allocate(SIGNAL_SET, Long.BYTES);
        var all = arena.allocate(SIGNAL_SET, Long.BYTES);
        all.set(Libc.LONG, 0, CHANGEABLE);
        short flags = SET_SIGNAL_DEFAULTS | SET_SIGNAL_MASK | SET_SESSION;
        try {
            check((int) ATTRIBUTES_INIT.invokeExact(attributes));
            check((int) SET_FLAGS.invokeExact(attributes, flags));
            check((int) SET_MASK.invokeExact(attributes, none));
            check((int) SET_DEFAULTS.invokeExact(attributes, all));
        } catch (Throwable thrown) {
            throw Libc.cannotThrow(thrown);
        }
        return attributes;
    }

    /// Makes `descriptor` the child's stream `number`.
    static void stream(MemorySegment actions, int number, int descriptor, Arena arena) {
        try {
            check(
                    descriptor == NativeProcess.NOWHERE
                            ? (int) ADD_OPEN.invokeExact(actions, number, arena.allocateFrom("/dev/null"), O_RDWR, 0)
                            : (int) ADD_DUP2.invokeExact(actions, descriptor, number));
        } catch (Throwable thrown) {
            throw Libc.cannotThrow(thrown);
        }
    }

    static void closeFrom(MemorySegment actions, int first) {
        try {
            check((int) Newer.ADD_CLOSE_FROM.invokeExact(actions, first));
        } catch (Throwable thrown) {
            throw Libc.cannotThrow(thrown);
        }
    }

    static void directory(MemorySegment actions, MemorySegment path) {
        try {
            check((int) Newer.ADD_CHDIR.invokeExact(actions, path));
        } catch (Throwable thrown) {
            throw Libc.cannotThrow(thrown);
        }
    }

    static int spawn(
            MemorySegment pid,
            MemorySegment program,
            MemorySegment actions,
            MemorySegment attributes,
            MemorySegment arguments,
            MemorySegment environment) {
        try {
            return (int) SPAWN.invokeExact(pid, program, actions, attributes, arguments, environment);
        } catch (Throwable thrown) {
            throw Libc.cannotThrow(thrown);
        }
    }

    static void destroy(MemorySegment actions, MemorySegment attributes) {
        try {
            check((int) ACTIONS_DESTROY.invokeExact(actions));
            check((int) ATTRIBUTES_DESTROY.invokeExact(attributes));
        } catch (Throwable thrown) {
            throw Libc.cannotThrow(thrown);
        }
    }

    /// What the C library says of an `errno`.
    @SuppressWarnings("restricted")
    static String words(int error) {
        try {
            var text = (MemorySegment) STRERROR.invokeExact(error);
            return text.reinterpret(ROOM).getString(0);
        } catch (Throwable thrown) {
            throw Libc.cannotThrow(thrown);
        }
    }

    /// These fail only where no memory is left.
    private static void check(int error) {
        if (error != 0) {
            throw new OutOfMemoryError("no memory to prepare the start of a process: " + words(error));
        }
    }
}
