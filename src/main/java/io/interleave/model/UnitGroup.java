package io.interleave.model;

import java.util.List;

/// Units that run the same steps: `worker` with a count of 4 makes the units `worker 1` to `worker 4`; with a count
/// of 1 the unit bears the group's name alone.
///
/// @param count a `WHOLE` over knobs. Where it is one live knob alone, units are started and retired while the run
///     goes on; a unit retires at the end of a pass of its outermost `repeat`, holding nothing.
public record UnitGroup(String name, Place place, Kind kind, Expr count, List<Step> steps) {

    public UnitGroup {
        steps = List.copyOf(steps);
    }

    public enum Kind {
        /// One operating system thread for each unit.
        THREAD
    }
}
