package io.interleave.export;

import io.interleave.analysis.Flow;
import io.interleave.analysis.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;

/// What led to what, from one unit to another.
final class Arrows {

    /// Takes one after the other.
    @FunctionalInterface
    interface Taker {
        void arrow(Flow arrow) throws IOException;
    }

    private Arrows() {}

    static void each(Timeline timeline, Taker taker) throws IOException {
        try {
            timeline.flows().each(it -> {
                try {
                    taker.arrow(it);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
