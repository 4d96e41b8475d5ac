package io.interleave.view.fx;

import io.interleave.model.KnobText;
import io.interleave.model.Value;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;

/// Numbers with their units, as a person reads them.
public final class Figures {

    private static final Locale LOCALE = Locale.ENGLISH;
    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000 * MICRO;
    private static final long SECOND = 1_000 * MILLI;
    private static final long MINUTE = 60 * SECOND;
    private static final long KIBI = 1 << 10;

    private Figures() {}

    /// Three digits and a unit: `3.41 s`, `48.2 ms`; from a minute on `2 min 5 s`; and `0`, which needs none.
    public static String duration(Duration duration) {
        return duration(duration.toNanos());
    }

    public static String duration(long nanos) {
        if (nanos < 0) {
            return "-" + duration(-nanos);
        }
        if (nanos < MICRO) {
            return nanos == 0 ? "0" : nanos + " ns";
        }
        if (nanos < MILLI) {
            return three((double) nanos / MICRO) + " µs";
        }
        if (nanos < SECOND) {
            return three((double) nanos / MILLI) + " ms";
        }
        if (nanos < MINUTE) {
            return three((double) nanos / SECOND) + " s";
        }
        return "%d min %d s".formatted(nanos / MINUTE, nanos % MINUTE / SECOND);
    }

    /// For a time that is running: one digit behind the point, so that it does not flicker.
    public static String running(long nanos) {
        return nanos < MINUTE ? String.format(LOCALE, "%.1f s", (double) nanos / SECOND) : duration(nanos);
    }

    /// `1,213`.
    public static String count(long count) {
        return String.format(LOCALE, "%,d", count);
    }

    /// `56 %`; below one in a hundred with a digit more. What is there at all is never `0 %`, and what is not
    /// all never `100 %`.
    public static String percent(double share) {
        double percent = 100 * share;
        if (percent > 0 && percent < 1) {
            return percent < 0.1 ? "<0.1 %" : String.format(LOCALE, "%.1f %%", percent);
        }
        return share < 1 && percent >= 99.5 ? ">99 %" : String.format(LOCALE, "%.0f %%", percent);
    }

    /// `812 B`, `1.50 MiB`.
    public static String bytes(long bytes) {
        if (bytes < KIBI) {
            return bytes + " B";
        }
        if (bytes < KIBI * KIBI) {
            return three((double) bytes / KIBI) + " KiB";
        }
        return bytes < KIBI * KIBI * KIBI
                ? three((double) bytes / (KIBI * KIBI)) + " MiB"
                : three((double) bytes / (KIBI * KIBI * KIBI)) + " GiB";
    }

    /// For a round number of bytes: `512 MiB`, `2 GiB`; else as {@link #bytes} has it.
    public static String size(long bytes) {
        if (bytes % (KIBI * KIBI * KIBI) == 0) {
            return bytes / (KIBI * KIBI * KIBI) + " GiB";
        }
        return bytes % (KIBI * KIBI) == 0 ? bytes / (KIBI * KIBI) + " MiB" : bytes(bytes);
    }

    /// A value of a scenario. Its own text has every digit; here are as many as can be taken in.
    public static String value(Value value) {
        return switch (value) {
            case Value.Whole(long whole) -> count(whole);
            case Value.Decimal(double decimal) -> decimal(decimal);
            case Value.Time(long nanos) -> duration(nanos);
            case Value.Truth _, Value.Text _ -> KnobText.format(value);
        };
    }

    private static String decimal(double decimal) {
        double size = Math.abs(decimal);
        return size == 0 || size >= 0.01 && size < 1e9
                ? new DecimalFormat("#,##0.0##", DecimalFormatSymbols.getInstance(LOCALE)).format(decimal)
                : String.format(LOCALE, "%.3g", decimal);
    }

    /// How many times as much: `3.21`, `0.5`.
    public static String factor(double times) {
        return times >= 1_000 ? count(Math.round(times)) : three(times);
    }

    private static String three(double number) {
        return String.format(LOCALE, number >= 99.95 ? "%.0f" : number >= 9.995 ? "%.1f" : "%.2f", number);
    }
}
