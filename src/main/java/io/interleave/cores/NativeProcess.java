package io.interleave.cores;

import static io.interleave.cores.Libc.INT;
import static io.interleave.cores.Libc.POINTER;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;

/// Child processes by the C library's `posix_spawn`, on Linux. It gives what the Java runtime's own start does
/// not: how a child ended without a doubt, pipes from one child to the next that are ours to bound, and a
/// session of its own, so that a child that signals its group does not signal us.
///
/// Descriptors are plain numbers. Those made here are not inherited by anybody who is not given them.
public final class NativeProcess {

    /// For a standard stream of a child: nothing comes in, and what goes out is gone.
    public static final int NOWHERE = -1;

    /// @param readEnd a descriptor
    /// @param writeEnd a descriptor
    public record Pipe(int readEnd, int writeEnd) {}

    private NativeProcess() {}

    /// Whether this system has what is needed; if not, nothing else here may be called.
    public static boolean isAvailable() {
        return Host.current() == Host.LINUX && SpawnCalls.arePresent();
    }

    /// Starts a program in a session of its own, with no signal blocked or ignored.
    ///
    /// @param program its file
    /// @param arguments the first is what it is told as its own name
    /// @param environment of the form `name=value`
    /// @param input a descriptor, or [#NOWHERE]; likewise the others
    /// @return its pid
    /// @throws IOException with the reason in words
    public static int spawn(
            Path program,
            List<String> arguments,
            List<String> environment,
            Path directory,
            int input,
            int output,
            int errors)
            throws IOException {
        try (var arena = Arena.ofConfined()) {
            var actions = SpawnCalls.actions(arena);
            var attributes = SpawnCalls.attributes(arena);
            try {
                SpawnCalls.stream(actions, 0, input, arena);
                SpawnCalls.stream(actions, 1, output, arena);
                SpawnCalls.stream(actions, 2, errors, arena);
                SpawnCalls.closeFrom(actions, 3);
                SpawnCalls.directory(actions, arena.allocateFrom(directory.toString()));
                var pid = arena.allocate(INT);
                int error = SpawnCalls.spawn(
                        pid,
                        arena.allocateFrom(program.toString()),
                        actions,
                        attributes,
                        strings(arguments, arena),
                        strings(environment, arena));
                if (error != 0) {
                    throw new IOException(SpawnCalls.words(error));
                }
                return pid.get(INT, 0);
            } finally {
                SpawnCalls.destroy(actions, attributes);
            }
        }
    }

    private static MemorySegment strings(List<String> texts, Arena arena) {
        var pointers = arena.allocate(POINTER, texts.size() + 1L);
        for (int i = 0; i < texts.size(); i++) {
            pointers.setAtIndex(ValueLayout.ADDRESS, i, arena.allocateFrom(texts.get(i)));
        }
        return pointers;
    }

    /// @throws IOException if there are too many descriptors
    public static Pipe pipe() throws IOException {
        try (var arena = Arena.ofConfined()) {
            var ends = arena.allocate(INT, 2);
            int error = WaitCalls.pipe(ends);
            if (error != 0) {
                throw new IOException(SpawnCalls.words(error));
            }
            return new Pipe(ends.get(INT, 0), ends.get(INT, 4));
        }
    }

    /// Gives a descriptor back.
    public static void close(int descriptor) {
        PerfCalls.close(descriptor);
    }

    /// Where a descriptor of ours can be opened as a file, for the streams of the Java runtime.
    public static Path file(int descriptor) {
        return Path.of("/proc/self/fd/" + descriptor);
    }

    /// Waits until a child that [#spawn] started has ended, and takes its pid back. To be called once for each.
    ///
    /// @return its exit status, or the negative number of the signal that ended it
    public static int awaitEnd(int pid) {
        int status = WaitCalls.await(pid);
        int signal = status & 0x7f;
        return signal == 0 ? status >> 8 & 0xff : -signal;
    }

    /// Sends SIGKILL to a whole process group at once, so that none of it can start another in between.
    ///
    /// @param group its number, more than 1
    public static void killGroup(int group) {
        if (Host.current() == Host.LINUX && group > 1) {
            WaitCalls.kill(-group);
        }
    }

    /// Makes this process the parent of all descendants of its that lose theirs, instead of the system's first
    /// process: so that they can still be found.
    ///
    /// @param adopt whether from now on; else no more
    /// @return whether that is so
    public static boolean adoptOrphans(boolean adopt) {
        return Host.current() == Host.LINUX && WaitCalls.adoptOrphans(adopt);
    }

    /// Takes the pid of an adopted process back if it has ended. Never to be called of one that we started.
    public static void bury(int pid) {
        if (Host.current() == Host.LINUX) {
            WaitCalls.bury(pid);
        }
    }
}
