package io.interleave.lint;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Declares a resource that a step names and that is not there.
final class Declaring {

    private static final Pattern RESOURCES = Pattern.compile("^resources:[ ]*(#.*)?$", Pattern.MULTILINE);
    private static final Pattern IN_BRACES = Pattern.compile("^resources:[ ]*\\{[ ]*", Pattern.MULTILINE);
    private static final Pattern UNITS = Pattern.compile("^units:", Pattern.MULTILINE);

    /// The first line of a section that says something.
    private static final Pattern FIRST = Pattern.compile("\\G(?:\\R[ ]*(?:#.*)?(?=\\R|$))*\\R([ ]+)(?=[^ #\\r\\n])");

    private static final Pattern LOCK =
            Pattern.compile("([\\p{L}_][\\p{L}\\d_]*): *\\{[^{}]*\\block: *(?:mutex|reentrant|fair)\\b");

    private final String text;
    private final String lineEnd;

    Declaring(String text) {
        this.text = text;
        this.lineEnd = new Lines(text).lineEnd();
    }

    /// @param kinds words of the vocabulary that would fit
    List<ProblemFixes.Attempt> attempts(String name, List<String> kinds) {
        return kinds.stream()
                .map(kind -> new ProblemFixes.Attempt(
                        declarations(kind).stream().map(it -> fix(name, it)).toList(), false))
                .toList();
    }

    private Fix fix(String name, String declaration) {
        return new Fix(
                "Declare '%s' (%s)".formatted(name, declaration),
                List.of(put("%s: { %s }".formatted(name, declaration))));
    }

    /// What a resource of this kind may say of itself, the plainest first; nothing of a kind of units.
    private List<String> declarations(String kind) {
        return switch (kind) {
            case "variable" ->
                List.of(
                        "variable: 0",
                        "variable: 0.0",
                        "variable: 0s",
                        "variable: off",
                        "variable: ''",
                        "variable: 0, count: 4",
                        "variable: off, count: 4");
            case "lock" -> List.of("lock: mutex", "lock: read_write", "lock: stamped", "lock: mutex, count: 4");
            case "semaphore" -> List.of("semaphore: 1", "semaphore: 1, count: 4");
            case "condition" -> lock();
            case "barrier" -> List.of("barrier: 2");
            case "latch" -> List.of("latch: 1");
            case "phaser" -> List.of("phaser: 2");
            case "event" -> List.of("event: off", "event: off, count: 4");
            case "queue" ->
                List.of(
                        "queue: fifo",
                        "queue: fifo, of: text",
                        "queue: fifo, of: decimal",
                        "queue: fifo, of: time",
                        "queue: fifo, of: truth",
                        "queue: fifo, count: 4");
            case "event_loop" -> List.of("event_loop: 1");
            case "pool" -> List.of("pool: thread, size: 2");
            default -> List.of();
        };
    }

    private List<String> lock() {
        var lock = LOCK.matcher(text);
        return lock.find() ? List.of("condition: " + lock.group(1)) : List.of();
    }

    /// As the first of the resources; where there are none, before the units.
    private Replacement put(String declaration) {
        var section = RESOURCES.matcher(text);
        if (section.find()) {
            int at = section.end();
            return new Replacement(at, at, lineEnd + indentation(section) + declaration);
        }
        var braces = IN_BRACES.matcher(text);
        if (braces.find()) {
            boolean empty = text.startsWith("}", braces.end());
            return new Replacement(braces.end(), braces.end(), empty ? declaration + " " : declaration + ", ");
        }
        var units = UNITS.matcher(text);
        int at = units.find() ? units.start() : text.length();
        return new Replacement(at, at, "resources:" + lineEnd + "  " + declaration + lineEnd + lineEnd);
    }

    private String indentation(Matcher section) {
        var first = FIRST.matcher(text);
        return first.find(section.end()) ? first.group(1) : "  ";
    }
}
