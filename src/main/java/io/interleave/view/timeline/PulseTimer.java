package io.interleave.view.timeline;

import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;

/// Tells of each pulse of the screen while it is started, with the screen's clock in nanoseconds.
final class PulseTimer extends AnimationTimer {

    private final LongConsumer told;

    PulseTimer(LongConsumer told) {
        this.told = told;
    }

    @Override
    public void handle(long pulse) {
        told.accept(pulse);
    }
}
