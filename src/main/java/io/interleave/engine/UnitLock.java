package io.interleave.engine;

import io.interleave.model.Place;
import io.interleave.model.Step.Mode;
import io.interleave.trace.EventKind;

/// A lock of whatever kind. What they have in common is what is recorded, when, and what its switch does.
///
/// Whether there is a need to wait is found by trying first, in a way that does not overtake anybody whom the
/// waiting call would not overtake too.
abstract sealed class UnitLock extends Grantable permits ExclusiveLock, SpinLock, ReadWriteLock, StampLock {

    UnitLock(int id, String name, Code enabled) {
        super(id, name, enabled);
    }

    /// Acquires the lock if that is possible now.
    abstract boolean tryNow(Unit unit, Mode mode) throws InterruptedException;

    /// Waits for the lock.
    ///
    /// @param nanos [Patience#FOR_EVER] for as long as it takes
    /// @return false if the time was up
    abstract boolean await(Unit unit, Mode mode, int step, long nanos) throws InterruptedException;

    /// A unit because of which this one must wait, as far as can be told while it may be letting go.
    abstract int blocker(Unit unit, Mode mode);

    /// The unit has acquired the lock: notes that, and records it.
    abstract void acquired(Unit unit, Mode mode, int step);

    abstract boolean isHeldBy(Unit unit, Mode mode);

    /// Records that the unit gives the lock up, and does so.
    abstract void giveUp(Unit unit, Mode mode, int step);

    /// Whether a unit that waits gives up its core, and an interpreter lock.
    boolean blocks() {
        return true;
    }

    @Override
    final Grant acquire(Unit unit, Mode mode, int step, long nanos) {
        if (!isEnabled()) {
            return Grant.OFF;
        }
        try {
            if (tryNow(unit, mode)) {
                acquired(unit, mode, step);
                return Grant.HELD;
            }
        } catch (InterruptedException _) {
            throw unit.interrupted();
        }
        if (nanos == 0) {
            unit.record(EventKind.STEP, -1, step, 0);
            return Grant.TIME_UP;
        }
        return acquireLater(unit, mode, step, nanos);
    }

    private Grant acquireLater(Unit unit, Mode mode, int step, long nanos) {
        if (blocks()) {
            unit.beginBlocking();
        }
        try {
            unit.record(EventKind.LOCK_WAIT, id, step, blocker(unit, mode));
            if (await(unit, mode, step, nanos)) {
                acquired(unit, mode, step);
                return Grant.HELD;
            }
            unit.record(EventKind.LOCK_ABANDONED, id, step, 0);
            return Grant.TIME_UP;
        } catch (InterruptedException _) {
            unit.record(EventKind.LOCK_ABANDONED, id, step, 0);
            throw unit.interrupted();
        } finally {
            unit.endBlocking();
        }
    }

    @Override
    final void release(Unit unit, Mode mode, int step, Place place) {
        if (!isHeldBy(unit, mode)) {
            throw notHeld(unit, place);
        }
        giveUp(unit, mode, step);
    }

    @Override
    final void release(Unit unit, int step, Place place) {
        if (isHeldBy(unit, Mode.WRITE)) {
            giveUp(unit, Mode.WRITE, step);
        } else if (isHeldBy(unit, Mode.READ)) {
            giveUp(unit, Mode.READ, step);
        } else if (unit.hasPassedOff(id)) {
            unit.releasePassed(id);
        } else {
            throw notHeld(unit, place);
        }
    }

    private UnitFailed notHeld(Unit unit, Place place) {
        return new UnitFailed(place, "%s releases '%s', which it does not hold".formatted(unit.name(), name));
    }
}
