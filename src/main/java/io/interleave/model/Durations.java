package io.interleave.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Durations as people write them: a number and a unit, `250us`, `2ms`, `1.5s`.
public final class Durations {

    static final List<String> UNITS = List.of("ns", "us", "µs", "ms", "s", "min");

    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;
    private static final long MINUTE = 60 * SECOND;

    private static final Pattern WRITTEN = Pattern.compile("(-?\\d{1,30}(?:\\.\\d{1,30})?) ?([a-zµμ]+)");

    private Durations() {}

    /// The nanoseconds of a duration written with one of the units `ns`, `us` (or `µs`), `ms`, `s`, `min`; nothing
    /// if `text` is not one, is finer than a nanosecond, or is longer than 292 years.
    public static OptionalLong parse(String text) {
        var written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return OptionalLong.empty();
        }
        long unit = nanos(written.group(2));
        if (unit == 0) {
            return OptionalLong.empty();
        }
        var exact = new BigDecimal(written.group(1))
                .multiply(BigDecimal.valueOf(unit))
                .stripTrailingZeros();
        boolean tooLong = exact.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0;
        return tooLong || exact.scale() > 0 ? OptionalLong.empty() : OptionalLong.of(exact.longValueExact());
    }

    /// The shortest way to write a duration exactly, such that {@link #parse} gives the same back: `0s`, `250us`,
    /// `1.5s`, `2min`.
    public static String format(long nanos) {
        if (nanos == 0) {
            return "0s";
        }
        if (nanos % MINUTE == 0) {
            return nanos / MINUTE + "min";
        }
        // Not Math.abs: the smallest long has no positive counterpart.
        long size = nanos < 0 ? nanos : -nanos;
        if (size <= -SECOND) {
            return in(SECOND, nanos) + "s";
        }
        if (size <= -MILLI) {
            return in(MILLI, nanos) + "ms";
        }
        return size <= -MICRO ? in(MICRO, nanos) + "us" : nanos + "ns";
    }

    private static String in(long unit, long nanos) {
        return BigDecimal.valueOf(nanos)
                .divide(BigDecimal.valueOf(unit))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static long nanos(String unit) {
        return switch (unit) {
            case "ns" -> 1;
            case "us", "µs", "μs" -> MICRO;
            case "ms" -> MILLI;
            case "s" -> SECOND;
            case "min" -> MINUTE;
            default -> 0;
        };
    }
}
