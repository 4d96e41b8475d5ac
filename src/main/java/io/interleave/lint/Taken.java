package io.interleave.lint;

import io.interleave.model.Expr;
import io.interleave.model.ExprText;
import io.interleave.model.Place;
import io.interleave.model.Step.Mode;
import io.interleave.model.Target;
import java.util.OptionalLong;
import java.util.function.Function;

/// A lock, or a permit of a semaphore, that a unit has at some step.
///
/// @param at which one of several: its number, or where only a run can know that, the expression; empty of one
/// @param known whether `at` says which one it is
/// @param on whether it is enabled with the knobs as they are
/// @param byHold whether the step that took it gives it back by itself
record Taken(String name, String at, boolean known, Mode mode, boolean on, boolean byHold, Place place) {

    /// @param which the number that `at` gives, as far as it is known
    static Taken of(Target lock, Mode mode, boolean on, boolean byHold, Function<Expr, OptionalLong> which) {
        var number = lock.at().map(which);
        String at = number.map(it -> it.isPresent()
                        ? Long.toString(it.getAsLong())
                        : lock.at().map(ExprText::of).orElseThrow())
                .orElse("");
        boolean known = number.map(OptionalLong::isPresent).orElse(true);
        return new Taken(lock.name(), at, known, mode, on, byHold, lock.place());
    }

    boolean isSame(Taken other) {
        return name.equals(other.name) && at.equals(other.at);
    }

    /// As a hint names it: `fork`, or of several `forks 2`.
    String shown() {
        return at.isEmpty() ? name : name + " " + at;
    }

    /// Whether it keeps all others out.
    boolean isExclusive() {
        return on && known && mode == Mode.WRITE;
    }
}
