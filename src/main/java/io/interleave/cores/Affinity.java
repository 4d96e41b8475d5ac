package io.interleave.cores;

import static io.interleave.cores.Libc.INT;
import static io.interleave.cores.Libc.LONG;
import static io.interleave.cores.Libc.POINTER;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// The cores that this process may use.
public final class Affinity {

    private Affinity() {}

    /// What is in force after an attempt to change it.
    ///
    /// @param cores that the process may use now, by number, ascending
    /// @param refusal why it is not what was asked for, a sentence for a person; empty when it is
    public record Outcome(List<Integer> cores, String refusal) {

        public boolean granted() {
            return refusal.isEmpty();
        }
    }

    /// The cores that this process was given at its start, ascending: what there is to choose from.
    public static List<Integer> available() {
        return available(Host.current());
    }

    static List<Integer> available(Host host) {
        return switch (host) {
            case LINUX -> Linux.INITIAL;
            case OTHER ->
                IntStream.range(0, Runtime.getRuntime().availableProcessors())
                        .boxed()
                        .toList();
        };
    }

    /// Restricts the whole process, all its threads and those it and they will start, to the first `cores` of
    /// [#available]. May be called again, with more or fewer. Children that already run keep what they have.
    ///
    /// @param cores at least 1; more than are available means all
    public static Outcome restrictTo(int cores) {
        return restrictTo(cores, Host.current());
    }

    static Outcome restrictTo(int cores, Host host) {
        if (cores < 1) {
            throw new IllegalArgumentException("a process needs at least one core, not " + cores);
        }
        var all = available(host);
        var wanted = all.subList(0, Math.min(cores, all.size()));
        return switch (host) {
            case LINUX -> Linux.restrict(wanted);
            case OTHER -> new Outcome(all, wanted.equals(all) ? "" : Messages.text("affinity.unknown"));
        };
    }

    /// Restricts the calling thread to one core, for as long as it lives.
    ///
    /// @param core by its number; one that the thread may not use now is refused
    /// @return why not, a sentence for a person; empty where it is so now
    public static String pinThread(int core) {
        return pinThread(core, Host.current());
    }

    static String pinThread(int core, Host host) {
        return switch (host) {
            case LINUX -> Linux.pin(core);
            case OTHER -> Messages.text("affinity.unknown");
        };
    }

    private static final class Linux {

        /// Bytes of a set of cores: enough for 8,192, the most that Linux can be built for (CONFIG_NR_CPUS).
        private static final int SET = 1024;

        /// Instead of the id of a thread: the calling one.
        private static final int CALLER = 0;

        private static final FunctionDescriptor SHAPE = FunctionDescriptor.of(INT, INT, LONG, POINTER);
        private static final MethodHandle SET_AFFINITY = Libc.failing("sched_setaffinity", SHAPE);
        private static final MethodHandle GET_AFFINITY = Libc.failing("sched_getaffinity", SHAPE);

        static final List<Integer> INITIAL = List.copyOf(current());

        /// Linux restricts threads, not processes, and a thread inherits from the one that starts it. So each
        /// thread is restricted, and again those that appeared meanwhile, until none has.
        static Outcome restrict(List<Integer> cores) {
            var done = new HashSet<Integer>();
            try (var arena = Arena.ofConfined()) {
                var set = write(cores, arena.allocate(SET, Long.BYTES));
                boolean news;
                do {
                    news = false;
                    for (int tid : Tasks.present()) {
                        if (done.add(tid)) {
                            news = true;
                            int failure = set(tid, set, arena.allocate(Libc.STATE));
                            if (failure != 0 && failure != Libc.ESRCH) {
                                return new Outcome(
                                        List.copyOf(current()), Messages.text("affinity.refused", cores, failure));
                            }
                        }
                    }
                } while (news);
            }
            return new Outcome(List.copyOf(current()), "");
        }

        static String pin(int core) {
            var allowed = current();
            if (!allowed.contains(core)) {
                return Messages.text("affinity.absent", core, allowed);
            }
            try (var arena = Arena.ofConfined()) {
                var set = write(List.of(core), arena.allocate(SET, Long.BYTES));
                int failure = set(CALLER, set, arena.allocate(Libc.STATE));
                return failure == 0 ? "" : Messages.text("affinity.thread", core, failure);
            }
        }

        /// The cores of the calling thread.
        private static SortedSet<Integer> current() {
            try (var arena = Arena.ofConfined()) {
                var set = arena.allocate(SET, Long.BYTES);
                int result = (int) GET_AFFINITY.invokeExact(arena.allocate(Libc.STATE), CALLER, (long) SET, set);
                if (result < 0) {
                    throw new IllegalStateException("the kernel does not say which cores this process may use");
                }
                return read(set);
            } catch (RuntimeException e) {
                throw e;
            } catch (Throwable thrown) {
                throw Libc.cannotThrow(thrown);
            }
        }

        /// @return 0 or `errno`
        private static int set(int tid, MemorySegment set, MemorySegment state) {
            try {
                int result = (int) SET_AFFINITY.invokeExact(state, tid, (long) SET, set);
                return result == 0 ? 0 : Libc.errno(state);
            } catch (Throwable thrown) {
                throw Libc.cannotThrow(thrown);
            }
        }

        /// A set of cores is an array of longs; core c is bit c mod 64 of the c/64th (CPU_SET(3)).
        private static MemorySegment write(Collection<Integer> cores, MemorySegment set) {
            for (int core : cores) {
                long word = core / Long.SIZE;
                set.setAtIndex(LONG, word, set.getAtIndex(LONG, word) | 1L << core);
            }
            return set;
        }

        private static SortedSet<Integer> read(MemorySegment set) {
            var cores = new TreeSet<Integer>();
            for (int word = 0; word < SET / Long.BYTES; word++) {
                for (long rest = set.getAtIndex(LONG, word); rest != 0; rest &= rest - 1) {
                    cores.add(word * Long.SIZE + Long.numberOfTrailingZeros(rest));
                }
            }
            return cores;
        }
    }
}
