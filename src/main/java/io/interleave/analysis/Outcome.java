package io.interleave.analysis;

import io.interleave.model.Expr;
import io.interleave.model.Value;
import java.util.List;
import java.util.Optional;

/// What came out of the expectations of a run: at its end, or so far.
public record Outcome(List<Result> results) {

    public Outcome {
        results = List.copyOf(results);
    }

    /// One expectation. Of one that compares, `actual` is its left side and `expected` its right side; of any
    /// other `actual` is whether it holds.
    ///
    /// @param text as the scenario has it
    /// @param relation how it compares
    public record Result(
            String text,
            Verdict verdict,
            Optional<Value> actual,
            Optional<Expr.BinaryOperator> relation,
            Optional<Value> expected) {

        public boolean isEquation() {
            return relation.equals(Optional.of(Expr.BinaryOperator.EQUAL));
        }
    }

    public enum Verdict {
        HELD,
        FAILED,
        /// The run did not come to its end, so that it cannot be said.
        UNDECIDED
    }
}
