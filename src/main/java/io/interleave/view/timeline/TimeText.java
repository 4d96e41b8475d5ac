package io.interleave.view.timeline;

import java.util.Locale;

/// Moments of a run in readable units.
final class TimeText {

    private static final String[] UNITS = {"ns", "µs", "ms", "s"};
    private static final long[] NANOS = {1, 1_000, 1_000_000, 1_000_000_000};

    private TimeText() {}

    /// A moment, exact to `step` nanoseconds, in the unit that suits `largest`.
    static String moment(long nanos, long step, long largest) {
        int unit = unitOf(Math.max(Math.abs(largest), step));
        int decimals = 0;
        for (long part = NANOS[unit]; part > 1 && step % part != 0; part /= 10) {
            decimals++;
        }
        if (nanos == 0) {
            return "0";
        }
        return String.format(Locale.ROOT, "%,." + decimals + "f %s", (double) nanos / NANOS[unit], UNITS[unit]);
    }

    private static int unitOf(long nanos) {
        int unit = 0;
        while (unit < 3 && nanos >= NANOS[unit + 1]) {
            unit++;
        }
        return unit;
    }
}
