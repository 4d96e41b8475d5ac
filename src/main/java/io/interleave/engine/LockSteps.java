package io.interleave.engine;

import io.interleave.engine.Grantable.Grant;
import io.interleave.model.Place;
import io.interleave.model.Step;

/// Compiles what is done with locks and semaphores.
final class LockSteps {

    private final StepCompiler compiler;

    LockSteps(StepCompiler compiler) {
        this.compiler = compiler;
    }

    Op hold(Step.Hold it, int step) {
        var select = compiler.memory.select(it.lock(), Grantable.class, compiler.expressions);
        var body = compiler.body(it.body(), false);
        var patience = Patience.of(it.waiting(), it.place(), compiler);
        if (it.mode() == Step.Mode.OPTIMISTIC) {
            var stamped = compiler.memory.select(it.lock(), StampLock.class, compiler.expressions);
            return unit -> readOptimistically(unit, stamped.of(unit), body, patience, it.place(), step);
        }
        return unit -> hold(unit, select.of(unit), it.mode(), body, patience, it.place(), step);
    }

    private static void hold(
            Unit unit, Grantable lock, Step.Mode mode, Op body, Patience patience, Place place, int step) {
        switch (lock.acquire(unit, mode, step, patience.nanos(unit))) {
            case HELD -> {
                try {
                    body.run(unit);
                } finally {
                    lock.release(unit, mode, step, place);
                }
            }
            case OFF -> body.run(unit);
            case TIME_UP -> patience.timeUp(unit, lock.name);
        }
    }

    private static void readOptimistically(
            Unit unit, StampLock lock, Op body, Patience patience, Place place, int step) {
        if (!lock.isEnabled()) {
            body.run(unit);
        } else if (!sawAll(unit, lock, body, step)) {
            hold(unit, lock, Step.Mode.READ, body, patience, place, step);
        }
    }

    /// Whether the body ran and nobody wrote meanwhile. A body that fails or returns may do so because of what
    /// it should not have seen, and counts only if it saw nothing of that kind.
    private static boolean sawAll(Unit unit, StampLock lock, Op body, int step) {
        long stamp = lock.readOptimistically(unit, step);
        if (stamp == 0) {
            return lock.validate(unit, step, stamp);
        }
        try {
            body.run(unit);
        } catch (UnitFailed failure) {
            if (lock.validate(unit, step, stamp)) {
                throw failure;
            }
            return false;
        } catch (Unwind reason) {
            if (lock.validate(unit, step, stamp) || reason.reason != Unwind.Reason.RETURNED) {
                throw reason;
            }
            return false;
        }
        return lock.validate(unit, step, stamp);
    }

    Op acquire(Step.Acquire it, int step) {
        var select = compiler.memory.select(it.lock(), Grantable.class, compiler.expressions);
        var patience = Patience.of(it.waiting(), it.place(), compiler);
        return unit -> {
            var lock = select.of(unit);
            var grant = lock.acquire(unit, it.mode(), step, patience.nanos(unit));
            if (grant == Grant.OFF) {
                unit.passOff(lock.id);
            } else if (grant == Grant.TIME_UP) {
                patience.timeUp(unit, lock.name);
            }
        };
    }

    Op release(Step.Release it, int step) {
        var select = compiler.memory.select(it.lock(), Grantable.class, compiler.expressions);
        return unit -> select.of(unit).release(unit, step, it.place());
    }
}
