package io.interleave.view.timeline;

/// Moments of a run in readable units.
final class TimeText {

    private static final String[] UNITS = {"ns", "µs", "ms", "s"};
    private static final long[] NANOS = {1, 1_000, 1_000_000, 1_000_000_000};

    private TimeText() {}

    /// A moment, exact to `step` nanoseconds, in the unit that suits `largest`. Put together by hand: the axis has
    /// other moments in each picture, and `String.format` takes longer for them than all else that is written.
    static String moment(long nanos, long step, long largest) {
        if (nanos == 0) {
            return "0";
        }
        int unit = unitOf(Math.max(Math.abs(largest), step));
        long lastDigit = NANOS[unit];
        while (lastDigit > 1 && step % lastDigit != 0) {
            lastDigit /= 10;
        }
        long digits = (Math.abs(nanos) + lastDigit / 2) / lastDigit;
        long one = NANOS[unit] / lastDigit;
        StringBuilder text = new StringBuilder(nanos < 0 ? "-" : "");
        grouped(digits / one, text);
        if (one > 1) {
            text.append('.').append(padded(digits % one, one));
        }
        return text.append(' ').append(UNITS[unit]).toString();
    }

    private static void grouped(long number, StringBuilder text) {
        if (number < 1_000) {
            text.append(number);
        } else {
            grouped(number / 1_000, text);
            text.append(',').append(padded(number % 1_000, 1_000));
        }
    }

    /// As many digits as there are below `limit`, a power of ten.
    private static String padded(long number, long limit) {
        return String.valueOf(limit + number).substring(1);
    }

    private static int unitOf(long nanos) {
        int unit = 0;
        while (unit < 3 && nanos >= NANOS[unit + 1]) {
            unit++;
        }
        return unit;
    }
}
