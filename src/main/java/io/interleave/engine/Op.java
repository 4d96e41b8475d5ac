package io.interleave.engine;

/// A compiled step.
@FunctionalInterface
interface Op {

    /// @throws Unwind if the unit is to end
    /// @throws UnitFailed if it cannot go on
    void run(Unit unit);
}
