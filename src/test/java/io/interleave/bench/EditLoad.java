package io.interleave.bench;

import io.interleave.edit.Block;
import io.interleave.edit.Change;
import io.interleave.edit.Edit;
import io.interleave.edit.History;
import io.interleave.edit.Operation;
import io.interleave.edit.Script;
import io.interleave.edit.Selection;
import io.interleave.edit.Spot;
import io.interleave.testkit.ManySteps;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// How long an edit of a large scenario takes, from the key or the drop to the new text with its blocks, which is
/// what a window needs before it can paint. What is wrong with the scenario is found out elsewhere meanwhile; the
/// last line says how long that takes.
///
/// Arguments: how many steps (5000), how many edits of each kind (2000).
public final class EditLoad {

    private static final long SEED = 20261128;

    private static final String LINE = "\n          - log: \"so far: {count}\"  # a line";

    private final Random random = new Random(SEED);
    private final int rounds;
    private final History history;
    private int typed;
    private int caret;

    private EditLoad(int steps, int rounds) {
        this.rounds = rounds;
        this.history = new History(Script.of(ManySteps.of(steps)));
    }

    static void main(String[] arguments) {
        int steps = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000;
        new EditLoad(steps, rounds).measure();
    }

    private void measure() {
        var script = history.script();
        System.out.printf(
                "%,d steps, %,d characters%n", steps().size(), script.text().length());
        for (boolean counts : new boolean[] {false, true}) {
            run("a character typed into a value", counts, this::typeValue);
            run("a character typed into a comment", counts, this::typeComment);
            run("a line typed, character by character", counts, this::typeLine);
            run("a value set in the property sheet", counts, this::set);
            run("a step dropped elsewhere", counts, this::move);
            run("a step added", counts, this::add);
            run("steps wrapped in a hold", counts, this::wrap);
            run("a step deleted", counts, this::delete);
            run("an edit undone", counts, () -> () -> history.undo());
            run("an edit done again", counts, () -> () -> history.redo());
        }
        long began = System.nanoTime();
        int problems = history.script().reading().problems().size();
        System.out.printf("read as a whole, once: %.1f ms, %d problems%n", (System.nanoTime() - began) / 1e6, problems);
    }

    private List<Block> steps() {
        return history.script().outline().blocks().stream()
                .filter(it -> it.kind() == Block.Kind.STEP)
                .toList();
    }

    private Block step(String word) {
        var steps = steps().stream().filter(it -> it.word().equals(word)).toList();
        return steps.get(random.nextInt(steps.size()));
    }

    private void run(String what, boolean counts, Supplier<Runnable> edit) {
        int times = (counts ? rounds : rounds / 4) / LINE.length() * LINE.length();
        var nanos = new long[times];
        for (int i = 0; i < times; i++) {
            var next = edit.get();
            long began = System.nanoTime();
            next.run();
            nanos[i] = System.nanoTime() - began;
        }
        if (counts) {
            System.out.printf("%-40s %s%n", what, shown(nanos));
        }
    }

    private static String shown(long[] nanos) {
        Arrays.sort(nanos);
        return "best %6.2f ms, median %6.2f, p95 %6.2f, p99 %6.2f"
                .formatted(at(nanos, 0), at(nanos, 0.5), at(nanos, 0.95), at(nanos, 0.99));
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * part)] / 1e6;
    }

    private Runnable type(int offset, String typed) {
        var change = Change.of(history.script().text(), offset, offset, typed);
        return () -> history.type("Typing", change, Selection.caret(offset + typed.length()));
    }

    private Runnable typeValue() {
        return type(step("compute").slot("").orElseThrow().start(), "1");
    }

    private Runnable typeComment() {
        String text = history.script().text();
        int near = random.nextInt(text.length());
        int hash = Math.max(text.indexOf('#', near), text.indexOf('#'));
        return type(hash + 1, "x");
    }

    /// On the way there are quotes that are not closed yet, and keys without their colon.
    private Runnable typeLine() {
        if (typed == LINE.length()) {
            typed = 0;
        }
        if (typed == 0) {
            caret = step("read").end();
            caret = history.script().text().indexOf('\n', caret);
        }
        char next = LINE.charAt(typed++);
        return type(caret++, String.valueOf(next));
    }

    private Runnable set() {
        var hold = step("hold");
        return () -> perform(new Operation.Set(hold, "timeout", random.nextInt(1, 99) + "ms"));
    }

    private Runnable move() {
        var block = step(random.nextInt(20) == 0 ? "hold" : "compute");
        var to = step("compute");
        return () -> perform(new Operation.Move(List.of(block), Spot.behind(to)));
    }

    private Runnable add() {
        var to = step("read");
        return () -> perform(new Operation.Add(Spot.before(to), "increment"));
    }

    private Runnable wrap() {
        var block = step("compute");
        return () -> perform(new Operation.Wrap(List.of(block), "hold"));
    }

    private Runnable delete() {
        var block = step("increment");
        return () -> perform(new Operation.Delete(List.of(block)));
    }

    private void perform(Operation operation) {
        switch (history.script().edit(operation)) {
            case Edit.Done done -> history.perform("Edit", done);
            case Edit.Refused(String message) -> throw new IllegalStateException(operation + ": " + message);
        }
    }
}
