package io.interleave.export;

import io.interleave.analysis.Lane;
import io.interleave.analysis.State;
import io.interleave.analysis.Timeline;
import io.interleave.model.Value;
import java.util.Locale;

/// What lanes are put together where a format has levels for that.
enum Shelf {
    UNITS,
    CORES,
    CARRIERS,
    LOCKS,
    RESOURCES;

    static Shelf of(Lane lane) {
        return switch (lane.kind()) {
            case UNIT, CHILD, GROUP -> UNITS;
            case CORE -> CORES;
            case CARRIER -> CARRIERS;
            case LOCK -> LOCKS;
            case LEVEL, VARIABLE -> RESOURCES;
        };
    }

    /// Its place from the top where they are sorted: as in our own timeline, the cores come first.
    int rank() {
        return this == CORES ? 0 : ordinal() + 1;
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether the spans of a lane are written as such. Else they are what a counter counts, or there are none.
    static boolean hasSlices(Lane lane, Timeline timeline) {
        return switch (lane.kind()) {
            case CORE, UNIT, CHILD, CARRIER, LOCK -> true;
            case VARIABLE ->
                lane.spans().size() > 0
                        && timeline.value(lane.subject(), lane.spans().value(0)) instanceof Value.Text;
            case LEVEL, GROUP -> false;
        };
    }

    /// Whether a unit can be in this state.
    static boolean isOfUnits(State state) {
        return switch (state) {
            case RUNNING, READY, ACTIVE, LOCK_WAIT, WAIT, IO, SERIALIZING, SLEEPING, SUSPENDED -> true;
            case HELD, SHARED, LEVEL, VALUE, OFF, UNKNOWN -> false;
        };
    }

    static boolean isUnit(Lane lane) {
        return lane.kind() == Lane.Kind.UNIT || lane.kind() == Lane.Kind.CHILD;
    }
}
