package io.interleave.code;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// What one program needs of Python's library, and of the functions and classes that make up for what that lacks.
/// These lie beside this class as files of Python; only those that are used become part of a program.
///
/// Such a file begins with its imports, and with a line `# helper: NAME` for each other one that it uses.
final class PythonParts {

    /// All of them, in the order in which they stand in a program.
    private static final List<String> HELPERS = List.of(
            "clock",
            "print_line",
            "in_nanos",
            "from_nanos",
            "duration",
            "quotient",
            "remainder",
            "int64",
            "compute",
            "count_factors",
            "count_primes",
            "sha256_number",
            "mandelbrot_points",
            "matrix_trace",
            "sorted_middle",
            "slow_read",
            "slow_read_async",
            "through_file",
            "pin",
            "end_run",
            "on_loop",
            "in_thread",
            "ended",
            "cancelled",
            "join_all",
            "join_uncancelled",
            "NoLock",
            "AsyncNoLock",
            "NoReadWriteLock",
            "FairSemaphore",
            "FairLock",
            "SpinLock",
            "ReadWriteLock",
            "StampedLock",
            "Latch",
            "AsyncLatch",
            "SharedEvent",
            "Phaser",
            "Closable",
            "ClosableQueue",
            "ClosableLifoQueue",
            "ClosablePriorityQueue",
            "Rendezvous",
            "join_queue",
            "ForkJoinPool",
            "ProcessPool",
            "BoundedPool",
            "CoroutinePool",
            "carry",
            "exit_status",
            "end_child",
            "wait_all",
            "read_line");

    /// What some of them define beside what their file is called after.
    private static final Set<String> BESIDES =
            Set.of("Closed", "Fork", "work", "BEGAN", "SILENT", "WAITERS", "dropped", "done_here");

    private static final String NEEDS = "# helper: ";

    private final Set<String> helpers = new LinkedHashSet<>();
    private final Set<String> modules = new TreeSet<>();
    private final Map<String, Set<String>> members = new TreeMap<>();

    /// Every name that a helper defines.
    static Set<String> names() {
        var names = new LinkedHashSet<>(HELPERS);
        names.addAll(BESIDES);
        return names;
    }

    /// The program uses a module.
    ///
    /// @return its name
    String module(String name) {
        modules.add(name);
        return name;
    }

    /// The program uses something out of a module by its own name.
    ///
    /// @return the name of that
    String member(String module, String name) {
        members.computeIfAbsent(module, _ -> new TreeSet<>()).add(name);
        return name;
    }

    /// The program uses a helper.
    ///
    /// @return its name
    String helper(String name) {
        if (!HELPERS.contains(name)) {
            throw new IllegalArgumentException("no helper " + name);
        }
        if (helpers.add(name)) {
            source(name).forEach(this::note);
        }
        return name;
    }

    boolean uses(String helper) {
        return helpers.contains(helper);
    }

    private void note(String line) {
        if (line.startsWith(NEEDS)) {
            helper(line.substring(NEEDS.length()));
        } else if (line.startsWith("import ")) {
            module(line.substring("import ".length()));
        } else if (line.startsWith("from ")) {
            var words = line.substring("from ".length()).split(" import ");
            Stream.of(words[1].split(", ")).forEach(it -> member(words[0], it));
        }
    }

    void writeImports(PythonLines lines) {
        modules.forEach(it -> lines.add("import " + it));
        members.forEach((module, names) -> lines.add("from " + module + " import " + String.join(", ", names)));
    }

    /// The helpers that are used, each behind an empty line or two as Python has it.
    void writeHelpers(PythonLines lines) {
        for (var name : HELPERS) {
            if (helpers.contains(name)) {
                lines.blank();
                lines.blank();
                body(name).forEach(lines::add);
            }
        }
    }

    private static List<String> body(String helper) {
        return source(helper)
                .dropWhile(it ->
                        it.isEmpty() || it.startsWith("import ") || it.startsWith("from ") || it.startsWith(NEEDS))
                .toList();
    }

    private static Stream<String> source(String helper) {
        return SOURCES.computeIfAbsent(helper, PythonParts::read).lines();
    }

    private static final Map<String, String> SOURCES = new ConcurrentHashMap<>();

    private static String read(String helper) {
        try (var in = PythonParts.class.getResourceAsStream(helper + ".py")) {
            if (in == null) {
                throw new FileNotFoundException("the program lacks its own file " + helper + ".py");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading what Python programs are made of", e);
        }
    }
}
