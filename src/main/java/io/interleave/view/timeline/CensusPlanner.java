package io.interleave.view.timeline;

import io.interleave.analysis.Census;
import io.interleave.analysis.State;
import java.util.Arrays;

/// Stacks, for each pixel column, how many units of a group were in which state in it on the average. The full
/// height is the most that there were at one time. What is there at all gets a pixel.
final class CensusPlanner {

    private static final int STATES = State.values().length;

    /// Nanoseconds.
    private static final double MOMENT = 8;

    private final Strip.Builder out = new Strip.Builder();
    private final long[] before = new long[STATES];
    private final long[] after = new long[STATES];
    private final int[] counts = new int[STATES];

    /// Another picture begins: the strips of the one before the last are no more.
    void begin() {
        out.begin();
    }

    /// @param until nothing from then on is shown
    Strip plan(Census census, TimeScale scale, int width, long until) {
        if (census.most() == 0) {
            return Strip.EMPTY;
        }
        int first = (int) Math.clamp(Math.floor(scale.x(census.start())), 0, width);
        int last = (int) Math.clamp(Math.ceil(scale.x(until)), 0, width);
        if (scale.nanosPerPixel() < MOMENT) {
            moments(census, scale, first, last);
        } else {
            stretches(census, scale, first, last, until);
        }
        return out.build();
    }

    /// Where a column is hardly longer than a moment, that moment says what is in it.
    private void moments(Census census, TimeScale scale, int first, int last) {
        Arrays.fill(before, 0);
        for (int column = first; column < last; column++) {
            census.at(scale.timeAt(column + 0.5), counts);
            for (int state = 0; state < STATES; state++) {
                after[state] = counts[state];
            }
            column(column, census.most());
        }
    }

    private void stretches(Census census, TimeScale scale, int first, int last, long until) {
        census.until(scale.columnStart(first), before);
        for (int column = first; column < last; column++) {
            long from = scale.columnStart(column);
            long to = Math.min(until, scale.columnStart(column + 1));
            census.until(to, after);
            column(column, (double) (to - from) * census.most());
            System.arraycopy(after, 0, before, 0, STATES);
        }
    }

    /// @param whole what the states would add up to if all that ever were had been there all the time
    private void column(int column, double whole) {
        int most = -1;
        for (int state = 0; state < STATES; state++) {
            if (after[state] > before[state] && (most < 0 || gain(state) > gain(most))) {
                most = state;
            }
        }
        if (most < 0) {
            return;
        }
        out.piece(column, column + 1, column, 2, most);
        for (int state = 0; state < STATES; state++) {
            if (after[state] > before[state]) {
                out.slice(state, (int) Math.clamp(gain(state) / whole * Strip.WHOLE, 1, Strip.WHOLE));
            }
        }
    }

    private long gain(int state) {
        return after[state] - before[state];
    }
}
