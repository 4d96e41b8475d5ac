package io.interleave.analysis;

import io.interleave.model.Value;
import java.util.List;
import java.util.Optional;

/// What came out of the expectations of a run: at its end, or so far.
public record Outcome(List<Result> results) {

    public Outcome {
        results = List.copyOf(results);
    }

    /// One expectation. Of an equation, `actual` is its left side and `expected` its right side.
    ///
    /// @param text as the scenario has it
    public record Result(String text, Verdict verdict, Optional<Value> actual, Optional<Value> expected) {}

    public enum Verdict {
        HELD,
        FAILED,
        /// The run did not come to its end, so that it cannot be said.
        UNDECIDED
    }
}
