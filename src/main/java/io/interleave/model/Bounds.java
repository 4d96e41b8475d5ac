package io.interleave.model;

import java.util.Map;
import java.util.Optional;

/// What the knobs alone decide of a scenario's expressions, and whether that is within bounds.
final class Bounds {

    private final Map<String, Value> knobs;
    private final Problems problems;

    Bounds(Map<String, Value> knobs, Problems problems) {
        this.knobs = knobs;
        this.problems = problems;
    }

    /// @param what the sentence that names the number, with `%d` in its place
    void whole(Expr expr, long min, long max, String what) {
        if (value(expr).orElse(null) instanceof Value.Whole(long number) && (number < min || number > max)) {
            problems.error(expr.place(), what.formatted(number), "%d to %d".formatted(min, max));
        }
    }

    void whole(Optional<Expr> expr, long min, long max, String what) {
        expr.ifPresent(it -> whole(it, min, max, what));
    }

    void notNegative(Expr expr, String what) {
        value(expr)
                .filter(Values::isNegative)
                .ifPresent(it -> problems.error(
                        expr.place(),
                        what.formatted(KnobText.format(it)),
                        it instanceof Value.Time ? "0s or more" : "0 or more"));
    }

    void time(Expr expr) {
        notNegative(expr, "this cannot take %s");
    }

    /// What `expr` gives, if it is over knobs alone.
    Optional<Value> value(Expr expr) {
        if (!isOverKnobs(expr)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Evaluator.evaluate(expr, knobs::get));
        } catch (EvaluationException e) {
            problems.error(e.place(), e.getMessage());
            return Optional.empty();
        }
    }

    private boolean isOverKnobs(Expr expr) {
        return switch (expr) {
            case Expr.Literal _ -> true;
            case Expr.Name name -> knobs.containsKey(name.name());
            case Expr.Unary unary -> isOverKnobs(unary.operand());
            case Expr.Binary binary -> isOverKnobs(binary.left()) && isOverKnobs(binary.right());
        };
    }
}
