package io.interleave.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Makes scenarios at random, of which the outcome does not depend on who comes first: units meet only where the order
/// does not matter (sums under a lock or by an atomic update, queues with one who takes, barriers that all pass), and
/// what each of them has worked out by itself stands in variables of its own at the end.
///
/// The same seed gives the same text.
final class RandomScenario {

    /// What each line that a unit prints begins with.
    static final String SAID = "says: ";

    private static final List<String> LOCKS =
            List.of("mutex", "reentrant", "fair", "spin", "read_write", "stamped", "semaphore");

    private enum Type {
        WHOLE("0", "n", "len", "self", "total"),
        TRUTH("off", "ok", "none", "is_set"),
        TEXT("\"\"", "str", "word", "said"),
        TIME("0s", "time", "delay", "took"),
        DECIMAL("0.0", "half", "ratio", "float");

        private final String zero;
        private final List<String> names;

        Type(String zero, String... names) {
            this.zero = zero;
            this.names = List.of(names);
        }
    }

    private final Random random;
    private final StringBuilder units = new StringBuilder();
    private final TreeMap<String, String> resources = new TreeMap<>();
    private final List<String> locks = new ArrayList<>();

    /// What the steps that are being written may name, by type in the order of [Type].
    private List<List<String>> locals = List.of();

    private boolean inGenerator;
    private boolean inTask;

    /// The lock of the highest number that the steps being written hold; -1 where none.
    private int held = -1;

    private RandomScenario(long seed) {
        random = new Random(seed);
    }

    static String of(long seed) {
        return new RandomScenario(seed).text(seed);
    }

    /// Whether a variable of a scenario made here is a duration.
    static boolean isTime(String variable) {
        return Type.TIME.names.stream().anyMatch(it -> variable.endsWith("_" + it));
    }

    private String text(long seed) {
        resources.put("sum", "{ variable: 0 }");
        resources.put("guarded", "{ variable: 0 }");
        resources.put("guard", "{ lock: mutex }");
        resources.put("crew", "{ pool: %s, size: 2 }".formatted(any("thread", "fork_join", "process", "coroutine")));
        resources.put("loop", "{ event_loop: 1 }");
        resources.put("empty", "{ queue: fifo }");
        for (int i = 0; i < 3; i++) {
            var kind = any(LOCKS);
            var enabled = oneIn(4) ? ", enabled: " + any("off", "not careful", "level > 5") : "";
            locks.add(kind);
            resources.put(
                    "lock_" + i,
                    (kind.equals("semaphore") ? "{ semaphore: " + (1 + random.nextInt(3)) : "{ lock: " + kind) + enabled
                            + " }");
        }
        task("square", Type.WHOLE);
        task("shout", Type.TEXT);
        task("slow_down", Type.TIME);
        pipeline();
        meeting();
        helpers();
        relay();
        int actors = 2 + random.nextInt(3);
        for (int i = 0; i < actors; i++) {
            actor("actor_" + i, "steps_of_" + i);
        }
        var text = new StringBuilder("interleave: 1\ntitle: Made at random from %d\n".formatted(seed));
        text.append("knobs:\n  careful: { toggle: on }\n  level: { slider: 3, min: 0, max: 9 }\n");
        text.append("  pause_: { slider: 1500us, min: 0s, max: 1s }\n");
        text.append("  manner: { choice: gentle, options: [gentle, \"it's\"] }\n");
        text.append("resources:\n");
        resources.forEach((name, resource) -> text.append("  %s: %s\n".formatted(name, resource)));
        return text.append("units:\n").append(units).toString();
    }

    private void task(String name, Type type) {
        inTask = true;
        open("arg", type);
        line(1, name + ":");
        line(2, "task: arg");
        line(2, "of: " + type.name().toLowerCase(Locale.ROOT));
        line(2, "steps:");
        steps(3, 2);
        if (oneIn(3)) {
            line(3, "- if: " + quoted(truth(2)));
            line(4, "steps: [ { return: %s } ]".formatted(quoted(value(type, 1))));
        }
        line(3, "- return: " + quoted(value(type, 2)));
        inTask = false;
    }

    /// One that puts, some that take: all that was put is added up.
    private void pipeline() {
        resources.put(
                "belt", "{ queue: %s%s }".formatted(any("fifo", "lifo", "priority"), oneIn(2) ? ", capacity: 1" : ""));
        resources.put("taken", "{ variable: 0 }");
        int items = 1 + random.nextInt(6);
        open();
        unit("source", 1);
        line(3, "- for_each: { as: item, from: 1, to: %d }".formatted(items));
        line(4, "steps:");
        locals.getFirst().add("item");
        line(5, "- put: { to: belt, value: %s }".formatted(quoted(whole(2))));
        line(3, "- close: belt");
        open();
        unit("sink", 1 + random.nextInt(3));
        line(3, "- for_each: { as: item, in: belt }");
        line(4, "steps:");
        locals.getFirst().add("item");
        // Which of several takes an item may be any: their numbers are of no account.
        inTask = true;
        line(5, "- update: { to: taken, value: %s }".formatted(quoted("taken + " + whole(1))));
        inTask = false;
    }

    /// Some that meet, and count what they were told before.
    private void meeting() {
        int count = 2 + random.nextInt(3);
        resources.put("meet", "{ %s: %d }".formatted(any("barrier", "phaser"), count));
        resources.put("came", "{ variable: 0 }");
        resources.put("saw", "{ variable: 0 }");
        unit("guest", count);
        line(3, "- repeat: " + (1 + random.nextInt(3)));
        line(4, "steps:");
        line(5, "- update: { to: came, value: came + index }");
        line(5, "- await: meet");
        line(5, "- read: came");
        line(5, "- await: meet");
        line(5, "- update: { to: saw, value: saw + came }");
    }

    /// Some that are started and awaited by another, each with an element of its own.
    private void helpers() {
        resources.put("cells", "{ variable: 5, count: 3 }");
        resources.put("words", "{ variable: \"\", count: 3 }");
        resources.put("added_up", "{ variable: 0 }");
        resources.put("last_word", "{ variable: \"\" }");
        open();
        line(1, "helper:");
        line(2, kind() + ": 3");
        line(2, "start: manual");
        line(2, "steps:");
        steps(3, 2);
        line(3, "- update: { to: cells, at: index, value: %s }".formatted(quoted("cells * 2 + " + whole(2))));
        line(3, "- write: { to: words, at: index %% 3 + 1, value: %s }".formatted(quoted(text())));
        line(3, "- increment: { variable: cells, at: 4 - index, by: 0 }");
        open();
        unit("chief", 1);
        if (oneIn(2)) {
            line(3, "- gather: helper");
        } else {
            line(3, "- start: helper");
            steps(3, 1);
            line(3, "- await: helper");
        }
        line(3, "- poll: { unit: helper, into: busy }");
        line(3, "- check: not busy");
        line(3, "- for_each: { as: i, from: 1, to: 3 }");
        line(4, "steps:");
        line(5, "- read: { from: cells, at: i, into: cell }");
        line(5, "- update: { to: added_up, value: added_up + cell * i }");
        line(5, "- compare_and_set: { variable: cells, at: i, expect: cell, value: 1, into: was }");
        line(5, "- check: was");
        line(3, "- read: { from: words, at: %d, into: word }".formatted(1 + random.nextInt(3)));
        line(3, "- write: { to: last_word, value: word }");
    }

    /// Ones that go on when others let them, and a child process that repeats what it is told.
    private void relay() {
        resources.put("begun", "{ event: off }");
        resources.put("done", "{ latch: 2 }");
        resources.put("heard", "{ variable: \"\" }");
        resources.put("status", "{ variable: 9 }");
        open();
        line(1, "child:");
        line(2, "process: 1");
        line(2, "command: [cat]");
        line(2, "output: read");
        unit("runner", 2);
        line(3, "- await: begun");
        steps(3, 1);
        line(3, "- count_down: done");
        open();
        unit("starter", 1);
        steps(3, 1);
        line(3, "- signal: begun");
        line(3, "- await: done");
        if (oneIn(2)) {
            line(3, "- communicate: { with: child, input: %s, into: answer }".formatted(quoted(template())));
        } else {
            line(3, "- write: { to: child, line: %s }".formatted(quoted(template())));
            line(3, "- read: { from: child, into: answer }");
            line(3, "- close: child");
        }
        line(3, "- write: { to: heard, value: answer }");
        line(3, "- await: { for: child, into: code }");
        line(3, "- write: { to: status, value: code }");
    }

    private void actor(String name, String generator) {
        open();
        inGenerator = true;
        line(1, generator + ":");
        line(2, "generator: 1");
        line(2, "steps:");
        steps(3, 2);
        line(3, "- yield: { value: %s, into: sent }".formatted(quoted(whole(2))));
        locals.getFirst().add("sent");
        line(3, "- repeat: " + random.nextInt(4));
        line(4, "steps:");
        line(5, "- yield: { value: %s, into: sent }".formatted(quoted(whole(2))));
        steps(5, 1);
        inGenerator = false;
        open();
        unit(name, 1);
        line(3, "- next: { of: %s, into: %s }".formatted(generator, name(Type.WHOLE)));
        for (int i = 0; i < 3; i++) {
            steps(3, 3);
            resume(3, generator);
            if (oneIn(2)) {
                hand(3);
            }
        }
        for (var type : Type.values()) {
            for (var local : locals.get(type.ordinal()).stream()
                    .distinct()
                    .filter(type.names::contains)
                    .toList()) {
                var variable = "%s_%s".formatted(name, local);
                resources.put(variable, "{ variable: %s }".formatted(type.zero));
                line(3, "- write: { to: %s, value: %s }".formatted(variable, local));
            }
        }
    }

    private void resume(int depth, String generator) {
        if (oneIn(2)) {
            line(depth, "- next: { of: %s, into: %s }".formatted(generator, name(Type.WHOLE)));
        } else {
            line(
                    depth,
                    "- send: { to: %s, value: %s, into: %s }".formatted(generator, quoted(whole(1)), name(Type.WHOLE)));
        }
        line(depth + 1, "else: [ { update: { to: sum, value: sum - 1 } } ]");
    }

    private void hand(int depth) {
        switch (random.nextInt(3)) {
            case 0 ->
                line(
                        depth,
                        "- map: { pool: crew, task: square, from: %d, to: %d, into: %s }"
                                .formatted(random.nextInt(3), random.nextInt(6), name(Type.WHOLE)));
            case 1 -> {
                line(depth, "- submit: { to: crew, task: shout, with: %s, into: handle }".formatted(quoted(text())));
                line(depth, "- await: { for: handle, into: %s }".formatted(name(Type.TEXT)));
            }
            default -> {
                line(
                        depth,
                        "- submit: { to: crew, task: slow_down, with: %s, into: ticket }".formatted(quoted(time(1))));
                line(depth, "- await: { for: ticket, into: %s }".formatted(name(Type.TIME)));
            }
        }
    }

    private void steps(int depth, int nesting) {
        int many = 1 + random.nextInt(4);
        for (int i = 0; i < many; i++) {
            step(depth, nesting);
        }
    }

    private void step(int depth, int nesting) {
        boolean shares = !inTask && !inGenerator;
        switch (random.nextInt(nesting > 0 ? 16 : 7)) {
            case 0, 1, 2 -> {
                var type = any(Type.values());
                var value = quoted(value(type, 2));
                line(depth, "- let: { %s: %s }".formatted(name(type), value));
            }
            case 3 -> line(depth, "- log: " + quoted(template()));
            case 4 ->
                line(
                        depth,
                        shares
                                ? "- update: { to: sum, value: %s }".formatted(quoted("sum + " + whole(1)))
                                : "- pause:");
            case 5 -> line(depth, any("- compute: 5us", "- sleep: 0s", "- pause:"));
            case 6 -> line(depth, "- check: " + quoted(truth(1) + " or on"));
            case 7, 8 -> {
                line(depth, "- if: " + quoted(truth(2)));
                nested(depth, nesting, "steps:");
                if (oneIn(2)) {
                    nested(depth, nesting, "else:");
                }
            }
            case 9 -> {
                line(depth, "- repeat: " + any("0", "2", "3", "level"));
                nested(depth, nesting, "steps:");
            }
            case 10 -> {
                line(depth, "- for_each: { as: i, from: %d, to: %d }".formatted(random.nextInt(4), random.nextInt(5)));
                locals.getFirst().add("i");
                nested(depth, nesting, "steps:");
            }
            case 11 -> {
                line(depth, "- let: { turns: %d }".formatted(random.nextInt(4)));
                line(depth, "- while: turns > 0" + (oneIn(3) ? " and careful" : ""));
                line(depth + 1, "steps:");
                line(depth + 2, "- let: { turns: turns - 1 }");
                locals.getFirst().add("turns");
                // No loop of the same local within it, or it would not end.
                steps(depth + 2, 0);
            }
            case 12, 13 -> {
                if (shares) {
                    holding(depth, nesting);
                } else {
                    step(depth, 0);
                }
            }
            case 14 -> {
                if (shares) {
                    nothingComes(depth, nesting);
                } else {
                    step(depth, 0);
                }
            }
            default -> {
                if (shares && held < 0) {
                    line(depth, "- hold: guard");
                    line(depth + 1, "steps:");
                    line(depth + 2, "- increment: { variable: guarded, by: %s }".formatted(quoted(whole(1))));
                } else {
                    step(depth, 0);
                }
            }
        }
    }

    /// Takes a lock of a higher number than those that are held, so that nobody waits for ever.
    private void holding(int depth, int nesting) {
        int lock = held + 1 + random.nextInt(2);
        if (lock >= locks.size()) {
            step(depth, 0);
            return;
        }
        int before = held;
        held = lock;
        var kind = locks.get(lock);
        var mode = kind.equals("read_write") || kind.equals("stamped") ? any(", mode: read", ", mode: write", "") : "";
        if (oneIn(3)) {
            line(depth, "- acquire: { lock: lock_%d%s }".formatted(lock, mode));
            steps(depth, 0);
            line(depth, "- release: lock_" + lock);
        } else {
            boolean tries = oneIn(2);
            line(depth, "- %s: { lock: lock_%d%s }".formatted(tries ? "try" : "hold", lock, mode));
            if (tries) {
                line(depth + 1, "timeout: 30s");
            }
            nested(depth, nesting, "steps:");
            if (tries) {
                line(depth + 1, "else: [ { fail: it took too long } ]");
            }
        }
        held = before;
    }

    private void nothingComes(int depth, int nesting) {
        line(depth, "- take: { from: empty, into: %s }".formatted(name(Type.WHOLE)));
        line(depth + 1, "timeout: 1ms");
        nested(depth, nesting, "else:");
    }

    private void nested(int depth, int nesting, String key) {
        line(depth + 1, key);
        steps(depth + 2, nesting - 1);
    }

    private String template() {
        var parts = new StringBuilder(SAID);
        int many = 1 + random.nextInt(3);
        for (int i = 0; i < many; i++) {
            parts.append(any("so ", "a \"word\" ", "{{}} ", "100% ", "back\\slash ", "é€ "))
                    .append('{')
                    .append(
                            switch (random.nextInt(5)) {
                                case 0 -> whole(2);
                                case 1 -> truth(1);
                                case 2 -> time(2);
                                case 3 -> decimal(2);
                                default -> text();
                            })
                    .append('}');
        }
        return parts.toString();
    }

    private String value(Type type, int depth) {
        return switch (type) {
            case WHOLE -> whole(depth);
            case TRUTH -> truth(depth);
            case TEXT -> text();
            case TIME -> time(depth);
            case DECIMAL -> decimal(depth);
        };
    }

    private String whole(int depth) {
        if (depth == 0 || oneIn(3)) {
            return among(
                    Type.WHOLE,
                    () -> any(
                            "0",
                            "1",
                            "2",
                            "7",
                            "1000",
                            "-3",
                            "level",
                            inTask ? "5" : "index",
                            "4611686018427387904",
                            "-9000000000"));
        }
        return switch (random.nextInt(6)) {
            case 0, 1 -> "(%s + %s)".formatted(whole(depth - 1), whole(depth - 1));
            case 2 -> "(%s - %s)".formatted(whole(depth - 1), whole(depth - 1));
            case 3 -> "(%s * %s)".formatted(whole(depth - 1), whole(depth - 1));
            case 4 -> "(%s %s %s)".formatted(whole(depth - 1), any("/", "%"), any("2", "-3", "7", "(level + 1)"));
            default -> "-(%s)".formatted(whole(depth - 1));
        };
    }

    private String truth(int depth) {
        if (depth == 0 || oneIn(4)) {
            return among(Type.TRUTH, () -> any("on", "off", "careful", "(manner == 'gentle')"));
        }
        var relation = any("<", "<=", ">", ">=", "==", "!=");
        return switch (random.nextInt(7)) {
            case 0, 1 -> "(%s %s %s)".formatted(whole(depth - 1), relation, whole(depth - 1));
            case 2 -> "(%s %s %s)".formatted(time(depth - 1), relation, time(depth - 1));
            case 3 -> "(%s %s %s)".formatted(text(), any("==", "!="), text());
            case 4 -> "(%s %s %s)".formatted(decimal(depth - 1), any("<", ">="), decimal(depth - 1));
            case 5 -> "(%s %s %s)".formatted(truth(depth - 1), any("and", "or", "=="), truth(depth - 1));
            default -> "(not %s)".formatted(truth(depth - 1));
        };
    }

    private String text() {
        return among(Type.TEXT, () -> any("'a b'", "''", "'{x}'", "'it is: \"so\"'", "'é'", "manner"));
    }

    private String time(int depth) {
        if (depth == 0 || oneIn(3)) {
            return among(
                    Type.TIME, () -> any("0s", "1ms", "250us", "1.5s", "3min", "pause_", "100ms", "200ms", "300ms"));
        }
        return switch (random.nextInt(5)) {
            case 0 -> "(%s + %s)".formatted(time(depth - 1), time(depth - 1));
            case 1 -> "(%s - %s)".formatted(time(depth - 1), time(depth - 1));
            case 2 -> "(%s * %s)".formatted(time(depth - 1), any("2", "-1", "level", "0.3", "1.7", "(level / 4.0)"));
            case 3 -> "(%s / %s)".formatted(time(depth - 1), any("2", "3", "-7", "(level + 1)", "0.7", "-1.1"));
            default -> "(%s / 2)".formatted(any("1ms", "1.5s", "pause_"));
        };
    }

    private String decimal(int depth) {
        if (depth == 0 || oneIn(3)) {
            return among(
                    Type.DECIMAL,
                    () -> any("0.5", "1.25", "-3.0", "(level / 2.0)", "0.1", "1e17", "0.00001", "12345678.9"));
        }
        return switch (random.nextInt(5)) {
            case 0 -> "(%s + %s)".formatted(decimal(depth - 1), decimal(depth - 1));
            case 1 -> "(%s * %s)".formatted(decimal(depth - 1), any("0.5", "level", "-1.5"));
            case 2 -> "(%s / %s)".formatted(decimal(depth - 1), any("2", "0.3", "-7.0"));
            case 3 -> "(%s / %s)".formatted(time(depth - 1), any("3ms", "7us", "(pause_ + 1us)"));
            default -> "(%s - %s)".formatted(decimal(depth - 1), whole(0));
        };
    }

    /// A local of that type, if there is one, or what else there is.
    private String among(Type type, Supplier<String> other) {
        var known = locals.get(type.ordinal());
        return known.isEmpty() || oneIn(2) ? other.get() : known.get(random.nextInt(known.size()));
    }

    /// A local to give a value, which later steps can name.
    private String name(Type type) {
        var name = any(type.names);
        locals.get(type.ordinal()).add(name);
        return name;
    }

    private void open() {
        locals = new ArrayList<>();
        for (int i = 0; i < Type.values().length; i++) {
            locals.add(new ArrayList<>());
        }
    }

    private void open(String argument, Type type) {
        open();
        locals.get(type.ordinal()).add(argument);
    }

    /// The head of a group that may run as threads or as coroutines.
    private void unit(String name, int count) {
        line(1, name + ":");
        line(2, kind() + ": " + count);
        line(2, "steps:");
    }

    /// A coroutine that spins keeps the one that has the lock from giving it back.
    private String kind() {
        return locks.contains("spin") ? "thread" : any("thread", "coroutine");
    }

    private void line(int depth, String text) {
        units.append("  ".repeat(depth)).append(text).append('\n');
    }

    /// As YAML takes anything.
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    private String any(String... values) {
        return values[random.nextInt(values.length)];
    }

    private Type any(Type... values) {
        return values[random.nextInt(values.length)];
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
