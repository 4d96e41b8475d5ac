package io.interleave.view.timeline;

import io.interleave.view.fx.Figures;

/// The stretch of time that someone has chosen, in the run's clock; none if it has no length.
record Selection(long from, long to) {

    static final Selection NONE = new Selection(0, 0);

    boolean exists() {
        return to > from;
    }

    /// The scale that shows it and nothing else.
    TimeScale scale(int width) {
        return TimeScale.fitting(from, to, width);
    }

    String words() {
        return exists() ? Words.text("selection", Figures.duration(to - from)) : "";
    }
}
