package io.interleave.view.reading;

import io.interleave.view.timeline.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the times that someone types: `12ms`, `1.2 ms .. 1.4 ms`, `0-20us`, `3 s + 500 us`. Units are `ns`,
/// `us` or `µs`, `ms`, `s` and `min`; where the first of two times has none, it has that of the second, and
/// where the second has none, that of the first.
final class TimeEntry {

    private static final String NUMBER = "([0-9][0-9,]*(?:\\.[0-9]+)?)\\s*(ns|us|µs|μs|ms|s|min)?";
    private static final Pattern ENTRY =
            Pattern.compile(NUMBER + "(?:\\s*(\\.\\.|-|–|to|\\+)\\s*" + NUMBER + ")?", Pattern.CASE_INSENSITIVE);
    private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE / 4);

    private TimeEntry() {}

    /// The window that was asked for: from one time to another, one that is so long, or as long as before
    /// around a single time. Empty where that is no time, or no window.
    static Optional<Window> read(String text, Window before) {
        Matcher matcher = ENTRY.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String ofFirst = matcher.group(2);
        String ofSecond = matcher.group(5);
        if (matcher.group(4) == null) {
            return ofFirst == null
                    ? Optional.empty()
                    : nanos(matcher.group(1), ofFirst).map(it -> around(it, before));
        }
        String unit = ofFirst == null ? ofSecond : ofFirst;
        if (unit == null) {
            return Optional.empty();
        }
        var first = nanos(matcher.group(1), unit);
        var second = nanos(matcher.group(4), ofSecond == null ? unit : ofSecond);
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        long from = first.get();
        long to = matcher.group(3).equals("+") ? from + second.get() : second.get();
        return to > from ? Optional.of(new Window(from, to)) : Optional.empty();
    }

    private static Window around(long time, Window before) {
        long half = Math.max(1, (before.to() - before.from()) / 2);
        return new Window(time - half, time + half);
    }

    private static Optional<Long> nanos(String number, String unit) {
        long factor = switch (unit.toLowerCase(Locale.ROOT)) {
            case "ns" -> 1L;
            case "us", "µs", "μs" -> 1_000L;
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            default -> 60_000_000_000L;
        };
        var nanos = new BigDecimal(number.replace(",", "")).multiply(BigDecimal.valueOf(factor));
        return nanos.compareTo(LONGEST) > 0
                ? Optional.empty()
                : Optional.of(nanos.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    /// A window as it can be typed again, to a part in ten thousand of its length: `0 .. 163.1 ms`.
    static String text(Window window) {
        long from = Math.max(0, window.from());
        long to = Math.max(from + 1, window.to());
        String[] units = {"s", "ms", "µs", "ns"};
        long factor = 1_000_000_000L;
        int unit = 0;
        while (unit < 3 && to < factor) {
            factor /= 1_000;
            unit++;
        }
        long step = 1;
        while (step * 10 <= (to - from) / 10_000) {
            step *= 10;
        }
        return text(from, step, factor) + " .. " + text(to, step, factor) + " " + units[unit];
    }

    private static String text(long nanos, long step, long factor) {
        return BigDecimal.valueOf(Math.round((double) nanos / step) * step)
                .divide(BigDecimal.valueOf(factor))
                .stripTrailingZeros()
                .toPlainString();
    }
}
