package io.interleave.view.timeline;

import io.interleave.analysis.State;

/// How a span looks beside its colour, so that no state is told by colour alone.
enum Shape {
    FULL,
    HALF,
    HALF_HATCHED,
    HALF_OUTLINE,
    HATCHED,
    THIN;

    static Shape of(int ink) {
        return ink >= Ink.FIRST_UNIT ? FULL : of(Ink.state(ink));
    }

    static Shape of(State state) {
        return switch (state) {
            case RUNNING, ACTIVE, SERIALIZING, HELD, LEVEL, VALUE -> FULL;
            case READY, WAIT, IO, SHARED -> HALF;
            case LOCK_WAIT, SUSPENDED -> HALF_HATCHED;
            case SLEEPING -> HALF_OUTLINE;
            case UNKNOWN -> HATCHED;
            case OFF -> THIN;
        };
    }

    boolean hatched() {
        return this == HALF_HATCHED || this == HATCHED;
    }

    /// The distance of its top from the top of a lane's body of `height`.
    int top(int height) {
        return switch (this) {
            case FULL, HATCHED -> 0;
            case HALF, HALF_HATCHED, HALF_OUTLINE -> height - (height + 1) / 2;
            case THIN -> height / 2 - 1;
        };
    }

    int height(int height) {
        return switch (this) {
            case FULL, HATCHED -> height;
            case HALF, HALF_HATCHED, HALF_OUTLINE -> (height + 1) / 2;
            case THIN -> 3;
        };
    }
}
