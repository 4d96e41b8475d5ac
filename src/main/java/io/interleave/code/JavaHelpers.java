package io.interleave.code;

import io.interleave.model.UnitGroup;
import io.interleave.model.Value;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes the helpers that a program needs, and no more of them.
///
/// They stand in a file, as they come in a program. From a line `//? A B` to the line `//.` that belongs to it
/// they are written where the program needs A or B, and from `//! A` where it does not need A.
final class JavaHelpers {

    private static final String FILE = "helpers.java.txt";

    private static final class Loaded {
        static final List<String> LINES = load();
    }

    private JavaHelpers() {}

    static void write(Set<JavaNeed> needs, JavaText text, JavaModel model) {
        complete(needs);
        var open = new ArrayDeque<Boolean>();
        for (var line : Loaded.LINES) {
            if (line.startsWith("//? ")) {
                open.push(names(line).anyMatch(needs::contains));
            } else if (line.startsWith("//! ")) {
                open.push(names(line).noneMatch(needs::contains));
            } else if (line.equals("//.")) {
                open.pop();
            } else if (!open.contains(false)) {
                if (line.strip().equals("// TASKS")) {
                    tasks(model, text);
                } else {
                    text.add(line.isEmpty() ? "\n" : line);
                }
            }
        }
    }

    /// The names of all methods that stand in the class of the program itself.
    static Set<String> methods() {
        return declared("(?!record ).*?(\\w+)\\(.*");
    }

    /// The names of all classes, records and interfaces.
    static Set<String> types() {
        return declared("(?:static )?(?:class|record|interface) (\\w+).*");
    }

    private static Set<String> declared(String pattern) {
        return Loaded.LINES.stream()
                .filter(it -> !it.contains(" = "))
                .map(Pattern.compile("(?![ /])" + pattern)::matcher)
                .filter(Matcher::matches)
                .map(it -> it.group(1))
                .collect(Collectors.toSet());
    }

    private static Stream<JavaNeed> names(String line) {
        return Stream.of(line.substring(4).split(" ")).map(JavaNeed::valueOf);
    }

    /// Helpers that need others.
    private static void complete(Set<JavaNeed> needs) {
        if (needs.contains(JavaNeed.THREADS) || needs.contains(JavaNeed.UNAWAITED)) {
            needs.add(JavaNeed.FAIL);
        }
        if (needs.contains(JavaNeed.COMPUTE)) {
            needs.add(JavaNeed.SINK);
        }
    }

    /// The tasks that worker processes run, by their names.
    private static void tasks(JavaModel model, JavaText text) {
        for (var group : model.scenario.units()) {
            if (group.kind() instanceof UnitGroup.Task(var _, var of)) {
                // A map gives its numbers to tasks of decimals too.
                var argument = of == Value.Type.DECIMAL
                        ? "((Number) argument).doubleValue()"
                        : "(" + JavaLocals.boxed(of) + ") argument";
                text.indented(() -> text.add("if (task.equals(%s)) return %s(%s);"
                        .formatted(JavaExpr.quoted(group.name()), model.names.method(group.name()), argument)));
            }
        }
    }

    private static List<String> load() {
        try (var in = JavaHelpers.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new FileNotFoundException("the program lacks its own file " + FILE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading the helpers of Java programs", e);
        }
    }
}
