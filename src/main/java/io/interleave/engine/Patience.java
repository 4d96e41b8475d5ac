package io.interleave.engine;

import io.interleave.model.Place;
import io.interleave.model.Waiting;
import java.util.Optional;

/// How long a step waits, and what the unit does when that was in vain.
final class Patience {

    /// For as long as it takes.
    static final long FOR_EVER = Long.MAX_VALUE;

    private final Place place;
    private final Optional<Code> timeout;
    private final Optional<Op> otherwise;

    /// After what happened, where nothing else says what to do about it.
    static final String CURE = "; 'else' can say what to do then";

    private Patience(Place place, Optional<Code> timeout, Optional<Op> otherwise) {
        this.place = place;
        this.timeout = timeout;
        this.otherwise = otherwise;
    }

    static Patience of(Waiting waiting, Place place, StepCompiler compiler) {
        var timeout =
                waiting.timeout().map(it -> compiler.expressions.compile(it).code());
        return new Patience(place, timeout, compiler.optionalBody(waiting.otherwise()));
    }

    /// At most how many nanoseconds the unit waits now: 0 for not at all, [#FOR_EVER] without a limit.
    long nanos(Unit unit) {
        return timeout.isEmpty()
                ? FOR_EVER
                : StepCompiler.notNegative(timeout.get().value(unit.locals), place);
    }

    /// Does what is to be done when the wait was in vain.
    ///
    /// @param what happened, for a person, where nothing is to be done
    /// @throws UnitFailed then
    void inVain(Unit unit, String what) {
        if (otherwise.isEmpty()) {
            throw new UnitFailed(place, what);
        }
        otherwise.get().run(unit);
    }

    /// As `inVain`, because of a failure that came out only now; where that is not passed on, it is in the
    /// output.
    void inVain(Unit unit, UnitFailed reason) {
        if (otherwise.isEmpty()) {
            throw reason;
        }
        unit.crew().chronicle().line(unit, String.valueOf(reason.getMessage()));
        otherwise.get().run(unit);
    }

    /// As `inVain`, because the time was up.
    ///
    /// @param what the unit waited for
    void timeUp(Unit unit, String what) {
        inVain(unit, "%s waited for '%s', which timed out".formatted(unit.name(), what) + CURE);
    }
}
