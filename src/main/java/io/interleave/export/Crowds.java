package io.interleave.export;

import io.interleave.analysis.Census;
import io.interleave.analysis.State;
import java.io.IOException;

/// How many units of a large group were in which state, looked at as often as a picture needs.
final class Crowds {

    /// Moments at which a group is looked at; it may have changed millions of times.
    private static final int MOMENTS = 2_000;

    private static final State[] STATES = State.values();

    /// Takes one moment after the other.
    @FunctionalInterface
    interface Taker {

        /// @param counts by the ordinal of the state
        void counts(long time, int[] counts) throws IOException;
    }

    private Crowds() {}

    /// @param until the end of the run
    static void each(Census census, long until, Taker taker) throws IOException {
        long start = census.start();
        long moments = Math.max(1, Math.min(MOMENTS, until - start));
        var counts = new int[STATES.length];
        for (long i = 0; i <= moments; i++) {
            long time = start + (long) ((double) (until - start) * i / moments);
            census.at(time, counts);
            taker.counts(time, counts);
        }
    }
}
