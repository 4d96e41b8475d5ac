package io.interleave.engine;

import io.interleave.model.Place;
import io.interleave.model.Step;

/// What units acquire and release: a lock, or one permit of a semaphore.
abstract sealed class Grantable extends Shared implements Switched permits UnitLock, Permits {

    static final int NOBODY = -1;

    private final Code enabled;

    Grantable(int id, String name, Code enabled) {
        super(id, name);
        this.enabled = enabled;
    }

    @Override
    public final Code enabled() {
        return enabled;
    }

    /// How an acquire ended.
    enum Grant {
        /// The unit holds it now, and must release it.
        HELD,
        /// It is switched off; there is nothing to release.
        OFF,
        /// The time was up.
        TIME_UP
    }

    /// Waits until the unit holds it.
    ///
    /// @param nanos at most how long; 0 for not at all, [Patience#FOR_EVER] for as long as it takes
    /// @throws Unwind if the unit is to end meanwhile
    abstract Grant acquire(Unit unit, Step.Mode mode, int step, long nanos);

    /// Gives up what the unit holds in this mode.
    ///
    /// @throws UnitFailed if it does not
    abstract void release(Unit unit, Step.Mode mode, int step, Place place);

    /// Gives up what the unit acquired last, whatever the mode.
    ///
    /// @throws UnitFailed if it holds nothing
    abstract void release(Unit unit, int step, Place place);
}
