package io.interleave.export;

/// Times as the format of Chrome has them: microseconds, with the nanoseconds behind the point.
final class Micros {

    private Micros() {}

    /// @param nanos from 0
    static String of(long nanos) {
        return pad(nanos / 1_000, nanos % 1_000, 3);
    }

    /// The duration of a span, such that a reader who works with binary fractions never has it end after the
    /// next one begins: some viewers then take the next for a part of it, and all that follow. Where the sum
    /// would come out larger by a rounding, the duration is told a few picoseconds shorter.
    ///
    /// @param base the beginning of the lane's first span: the reader counts from there
    /// @param next the beginning of the lane's next span
    static String duration(long base, long start, long end, long next) {
        double from = number(start) - number(base);
        double until = number(next) - number(base);
        long nanos = end - start;
        if (end > next || from + number(nanos) <= until) {
            return of(nanos);
        }
        long less = 1;
        while (from + (nanos * 1_000 - less) / 1e6 > until) {
            less *= 2;
        }
        long picos = nanos * 1_000 - less;
        return pad(picos / 1_000_000, picos % 1_000_000, 6);
    }

    /// What a reader makes of {@link #of}: the nearest binary fraction.
    private static double number(long nanos) {
        return nanos / 1e3;
    }

    private static String pad(long whole, long part, int digits) {
        var text = new StringBuilder(24).append(whole).append('.');
        var behind = Long.toString(part);
        return text.repeat('0', digits - behind.length()).append(behind).toString();
    }
}
