package io.interleave.engine;

import io.interleave.model.Step;

/// A resource that `await` waits for.
interface Awaitable {

    /// How an `await` ended.
    sealed interface Waited {

        /// What was waited for came.
        ///
        /// @param into what the step's `into` gets; 0 where there is nothing to say
        record Met(long into) implements Waited {}

        /// The time was up.
        record TimedOut() implements Waited {}

        /// What was waited for cannot come any more.
        ///
        /// @param why for a person, with the unit's name
        record Never(String why) implements Waited {}

        Waited MET = new Met(0);
        Waited TIMED_OUT = new TimedOut();
    }

    /// Waits, and records that where it really must.
    ///
    /// @param nanos at most how long; [Patience#FOR_EVER] for as long as it takes
    /// @throws Unwind if the unit is to end meanwhile
    /// @throws UnitFailed if this unit cannot wait for it, such as for a condition without its lock
    Waited await(Unit unit, Step.Await await, int step, long nanos);
}
