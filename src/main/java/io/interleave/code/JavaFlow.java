package io.interleave.code;

import io.interleave.model.Expr;
import io.interleave.model.Step;
import io.interleave.model.StepParts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Loops and choices.
final class JavaFlow {

    private static final List<String> COUNTERS = List.of("i", "j", "k");

    private final JavaSteps steps;

    /// By how many loops are around: loops one after the other may count with the same name.
    private final Map<Integer, String> counters = new HashMap<>();

    private int depth;

    JavaFlow(JavaSteps steps) {
        this.steps = steps;
    }

    void repeat(Step.Repeat it) {
        var times = bound(it.times(), it.body(), "times");
        boolean isInt = steps.expr(it.times()).isInt();
        var counter = counters.computeIfAbsent(
                depth, around -> steps.names.fresh(COUNTERS.get(Math.min(around, COUNTERS.size() - 1))));
        loop(
                "for (%s %s = 0; %s < %s; %s++)".formatted(isInt ? "int" : "long", counter, counter, times, counter),
                it.body());
    }

    void forEach(Step.ForEach it) {
        var to = bound(it.to(), it.body(), "last");
        var from = steps.expr(it.from()).text();
        var name = steps.names.of(it.local());
        if (steps.isOfLoop(it, it.local()) && !steps.isCaptured(it.local())) {
            var head = "for (%s %s = %s; %s <= %s; %s++)"
                    .formatted(steps.locals.java(it.local()), name, from, name, to, name);
            loop(head, it.body());
            return;
        }
        // The local keeps its last value, or may be given another one, or must not change while a lambda uses it.
        var counter = steps.names.fresh("next");
        var type = steps.locals.java(it.local());
        steps.text.add("for (%s %s = %s; %s <= %s; %s++) {".formatted(type, counter, from, counter, to, counter));
        steps.text.indented(() -> {
            steps.assign(it, it.local(), counter, "");
            steps.body(it.body(), false);
        });
        steps.text.add("}");
    }

    private void loop(String head, List<Step> body) {
        depth++;
        steps.text.add(head + " {");
        steps.indented(body, false);
        steps.text.add("}");
        depth--;
    }

    /// A loop's end, which is asked once: kept where the loop could change it.
    private String bound(Expr expr, List<Step> body, String name) {
        var value = steps.expr(expr);
        var written = StepContents.all(body)
                .flatMap(it -> StepParts.local(it).stream())
                .toList();
        if (StepContents.names(expr).noneMatch(written::contains)) {
            return value.within(JavaValue.RELATION + 1);
        }
        var kept = steps.names.fresh(name);
        steps.text.add("%s %s = %s;".formatted(value.isInt() ? "int" : "long", kept, value.text()));
        return kept;
    }

    void whileLoop(Step.While it) {
        var condition = steps.expr(it.condition());
        // Java would not compile what it takes for a loop without an end, or for one that never begins.
        var words = steps.model.isOverKnobs(it.condition())
                ? "Boolean.valueOf(%s)".formatted(condition.text())
                : condition.text();
        loop("while (%s)".formatted(words), it.body());
    }

    void ifThen(Step.If it, boolean followed) {
        steps.text.add("if (%s) {".formatted(steps.expr(it.condition()).text()));
        steps.indented(it.body(), followed);
        if (it.otherwise().isPresent()) {
            steps.text.add("} else {");
            steps.indented(it.otherwise().get(), followed);
        }
        steps.text.add("}");
    }

    void forever(Step.Forever it, boolean followed) {
        loop(reachable(followed) + "while (true)", it.body());
    }

    /// Before a statement that nothing gets past, where something stands behind it all the same.
    static String reachable(boolean followed) {
        return followed ? "if (true) " : "";
    }
}
