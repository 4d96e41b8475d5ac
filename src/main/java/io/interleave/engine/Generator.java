package io.interleave.engine;

import io.interleave.engine.loop.Stoppable;
import io.interleave.model.Place;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.UnitEnd;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/// A unit that runs when it is resumed, on the thread of whoever resumes it, until it yields.
///
/// One resumes it at a time, and has all that is here to itself meanwhile: who comes by `state` last hands it
/// to who comes next.
final class Generator implements Running {

    private enum State {
        /// It has not run yet, or yielded.
        SUSPENDED,
        RUNNING,
        ENDED
    }

    /// What it throws at its `yield` when it is resumed.
    private enum Wish {
        GO_ON,
        CLOSE,
        STOP
    }

    /// No slot of a unit's locals.
    private static final int NOWHERE = -1;

    private final Life life;
    private final Stoppable steps;
    private final AtomicReference<State> state = new AtomicReference<>(State.SUSPENDED);
    private boolean started;
    private Wish wish = Wish.GO_ON;
    private long sent;
    private long yielded;
    private int yieldStep = -1;
    private UnitEnd end = UnitEnd.FAILED;

    Generator(Life life) {
        this.life = life;
        this.steps = Stoppable.of(life.unit::name, () -> end = life.steps());
        life.unit.isGenerator(this);
    }

    String name() {
        return life.unit.name();
    }

    /// Runs it until it yields or ends.
    ///
    /// @param sends whether its `yield` is to give something to it
    /// @param value that
    /// @param slot where among the locals of the caller what it yields goes
    /// @return whether it yielded; false where it has ended, now or before
    /// @throws UnitFailed where that cannot be
    /// @throws Unwind where what ended it ends the caller too
    boolean resume(Unit caller, Place place, boolean sends, long value, int slot) {
        if (!take(caller, place, "resumes")) {
            return false;
        }
        if (sends && !started) {
            state.set(State.SUSPENDED);
            throw new UnitFailed(
                    place,
                    "%s sends to '%s' before its first 'next': no 'yield' waits for a value yet"
                            .formatted(caller.name(), life.unit.name()));
        }
        sent = value;
        if (run(caller, slot)) {
            return true;
        }
        return switch (end) {
            case FINISHED, RETIRED, CANCELLED -> false;
            case FAILED -> throw Unwind.STOPPED;
            // The caller was interrupted in the midst of it, or the run ends.
            case STOPPED -> throw caller.interrupted();
        };
    }

    /// Ends it at its `yield`; where it has ended, or never ran, nothing happens in it.
    void close(Unit caller, Place place) {
        if (!take(caller, place, "closes")) {
            return;
        }
        if (!started) {
            state.set(State.ENDED);
            return;
        }
        wish = Wish.CLOSE;
        run(caller, NOWHERE);
        if (end == UnitEnd.FAILED) {
            throw Unwind.STOPPED;
        }
    }

    /// Ends it because the run ends. Whoever resumed it is gone.
    ///
    /// @param caller on whose behalf it runs for the last time
    void stop(Unit caller) {
        if (state.compareAndSet(State.SUSPENDED, State.RUNNING)) {
            if (started) {
                wish = Wish.STOP;
                run(caller, NOWHERE);
            } else {
                state.set(State.ENDED);
            }
        }
    }

    /// @return false where it has ended
    private boolean take(Unit caller, Place place, String does) {
        if (state.compareAndSet(State.SUSPENDED, State.RUNNING)) {
            return true;
        }
        if (state.get() == State.ENDED) {
            return false;
        }
        throw new UnitFailed(
                place, "%s %s '%s' while that is running".formatted(caller.name(), does, life.unit.name()));
    }

    /// @return whether it yielded
    private boolean run(Unit caller, int slot) {
        boolean goesOn = runOn(caller, slot);
        // Last, since from now on somebody else may resume it.
        state.set(goesOn ? State.SUSPENDED : State.ENDED);
        return goesOn;
    }

    private boolean runOn(Unit caller, int slot) {
        var unit = life.unit;
        caller.resumes(unit);
        try {
            if (!started) {
                started = true;
                life.begin(-1);
                unit.runsOn(caller.tid());
            }
            unit.record(EventKind.MOUNT, caller.id, -1, caller.tid());
            steps.resume();
            if (steps.isDone()) {
                unit.record(EventKind.UNMOUNT, -1, -1, 0);
                unit.leavesInterpreter();
                life.end(end);
                return false;
            }
            unit.record(EventKind.UNMOUNT, -1, yieldStep, yielded);
            if (slot != NOWHERE) {
                caller.locals[slot] = yielded;
            }
            return true;
        } finally {
            caller.resumed(unit);
        }
    }

    /// Within it: stops here until it is resumed.
    ///
    /// @return what was sent
    /// @throws Unwind if it is to end
    long yield(long value, int step) {
        yielded = value;
        yieldStep = step;
        steps.stop();
        return switch (wish) {
            case GO_ON -> sent;
            case CLOSE -> throw Unwind.RETURNED;
            case STOP -> throw Unwind.STOPPED;
        };
    }

    /// Who resumes it is interrupted, not it.
    @Override
    public void interrupt() {}

    @Override
    public boolean join(Duration patience) {
        return true;
    }
}
