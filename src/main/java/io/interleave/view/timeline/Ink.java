package io.interleave.view.timeline;

import static io.interleave.analysis.Spans.NONE;

import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import io.interleave.analysis.State;

/// What a span is drawn with, as a small number: on the lanes of units its state; on those of cores, carriers
/// and locks the unit that has them.
final class Ink {

    static final int COUNT = 32;
    static final int FIRST_UNIT = 16;
    static final int UNITS = 14;
    static final int OTHER = FIRST_UNIT + UNITS;

    private static final int RUNNING = State.RUNNING.ordinal();
    private static final int HELD = State.HELD.ordinal();

    private Ink() {}

    static int of(State state) {
        return state.ordinal();
    }

    static int ofUnit(int unit) {
        return unit == NONE ? OTHER : FIRST_UNIT + Math.floorMod(unit, UNITS);
    }

    static int of(Lane.Kind kind, Spans spans, int index) {
        int state = spans.state(index).ordinal();
        boolean owned = kind == Lane.Kind.CORE && state == RUNNING || state == HELD;
        return owned ? ofUnit(spans.object(index)) : state;
    }

    static boolean isState(int ink) {
        return ink < FIRST_UNIT;
    }

    static State state(int ink) {
        return STATES[ink];
    }

    private static final State[] STATES = State.values();
}
