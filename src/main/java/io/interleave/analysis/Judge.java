package io.interleave.analysis;

import io.interleave.analysis.Outcome.Result;
import io.interleave.analysis.Outcome.Verdict;
import io.interleave.model.EvaluationException;
import io.interleave.model.Evaluator;
import io.interleave.model.Expectation;
import io.interleave.model.Expr;
import io.interleave.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Holds a scenario's expectations against the values that came out.
public final class Judge {

    /// How far the run has come, for what can be said of its expectations.
    public enum Stage {
        /// It goes on, or was ended before it had come to its end: nothing is decided.
        UNDER_WAY,
        /// It came to its end, or can never go on.
        OVER
    }

    private Judge() {}

    /// @param names the values of variables and knobs
    public static Outcome outcome(List<Expectation> expectations, Map<String, Value> names, Stage stage) {
        return new Outcome(
                expectations.stream().map(it -> result(it, names, stage)).toList());
    }

    private static Result result(Expectation expectation, Map<String, Value> names, Stage stage) {
        var holds = value(expectation.condition(), names);
        var verdict = switch (stage) {
            case UNDER_WAY -> Verdict.UNDECIDED;
            case OVER -> holds.equals(Optional.of(new Value.Truth(true))) ? Verdict.HELD : Verdict.FAILED;
        };
        if (expectation.condition() instanceof Expr.Binary(var _, var operator, var left, var right)
                && compares(operator)) {
            return new Result(
                    expectation.text(), verdict, value(left, names), Optional.of(operator), value(right, names));
        }
        return new Result(expectation.text(), verdict, holds, Optional.empty(), Optional.empty());
    }

    private static boolean compares(Expr.BinaryOperator operator) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> true;
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, AND, OR -> false;
        };
    }

    private static Optional<Value> value(Expr expr, Map<String, Value> names) {
        try {
            return Optional.of(Evaluator.evaluate(expr, names::get));
        } catch (EvaluationException _) {
            // A division by zero has no value, and what has none does not hold.
            return Optional.empty();
        }
    }
}
