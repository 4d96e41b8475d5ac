package io.interleave.view.timeline;

import java.util.Locale;

/// Times in readable units.
final class TimeText {

    private static final String[] UNITS = {"ns", "µs", "ms", "s"};
    private static final long[] NANOS = {1, 1_000, 1_000_000, 1_000_000_000};

    private TimeText() {}

    /// A duration with about three significant digits, like `412 ns`, `8.12 µs` or `61.0 s`.
    static String duration(long nanos) {
        if (nanos < 0) {
            return "-" + duration(-nanos);
        }
        int unit = unitOf(nanos);
        double value = (double) nanos / NANOS[unit];
        int decimals = unit == 0 ? 0 : value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
        return String.format(Locale.ROOT, "%,." + decimals + "f %s", value, UNITS[unit]);
    }

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

    /// A share of a whole, like `61 %`; what is there at all is never `0 %`.
    static String percent(double share) {
        if (share > 0 && share < 0.01) {
            return "<1 %";
        }
        long rounded = Math.round(share * 100);
        return (rounded == 100 && share < 1 ? ">99" : Long.toString(rounded)) + " %";
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static int unitOf(long nanos) {
        int unit = 0;
        while (unit < 3 && nanos >= NANOS[unit + 1]) {
            unit++;
        }
        return unit;
    }
}
