package io.interleave.view.timeline;

import io.interleave.analysis.State;

/// How a span looks beside its colour, so that no state is told by colour alone. A test paints every two states
/// of units as the colour-blind see them.
enum Shape {
    FULL,
    /// Full height, with two gaps.
    FULL_BARS,
    HALF,
    /// Half height, with a gap.
    HALF_BARS,
    HALF_HATCHED,
    HALF_OUTLINE,
    QUARTER,
    QUARTER_HATCHED,
    HATCHED,
    THIN;

    static Shape of(int ink) {
        return ink >= Ink.FIRST_UNIT ? FULL : of(Ink.state(ink));
    }

    static Shape of(State state) {
        return switch (state) {
            case RUNNING, ACTIVE, HELD, LEVEL, VALUE -> FULL;
            case SERIALIZING -> FULL_BARS;
            case READY, SHARED -> HALF;
            case WAIT -> HALF_BARS;
            case LOCK_WAIT -> HALF_HATCHED;
            case SLEEPING -> HALF_OUTLINE;
            case IO -> QUARTER;
            case SUSPENDED -> QUARTER_HATCHED;
            case UNKNOWN -> HATCHED;
            case OFF -> THIN;
        };
    }

    boolean hatched() {
        return this == HALF_HATCHED || this == QUARTER_HATCHED || this == HATCHED;
    }

    /// The distance of its top from the top of a lane's body of `height`.
    int top(int height) {
        return switch (this) {
            case FULL, FULL_BARS, HATCHED -> 0;
            case HALF, HALF_BARS, HALF_HATCHED, HALF_OUTLINE, QUARTER, QUARTER_HATCHED -> height - height(height);
            case THIN -> height / 2 - 1;
        };
    }

    int height(int height) {
        return switch (this) {
            case FULL, FULL_BARS, HATCHED -> height;
            case HALF, HALF_BARS, HALF_HATCHED, HALF_OUTLINE -> (height + 1) / 2;
            case QUARTER, QUARTER_HATCHED -> (height + 3) / 4;
            case THIN -> 3;
        };
    }
}
