package io.interleave.model;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Values written out: numbers, durations and switches.
public final class Literals {

    private static final Pattern WHOLE = Pattern.compile("-?\\d+");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,4})?");
    private static final Set<String> ON = Set.of("on", "true", "yes");
    private static final Set<String> OFF = Set.of("off", "false", "no");

    private Literals() {}

    /// A number, a duration or a switch; nothing for any other text.
    public static Optional<Value> parse(String text) {
        return number(text).or(() -> truth(text));
    }

    /// A whole number, a decimal number or a duration. Nothing if it is none, or too large for its type.
    static Optional<Value> number(String text) {
        if (WHOLE.matcher(text).matches()) {
            try {
                return Optional.of(new Value.Whole(Long.parseLong(text)));
            } catch (NumberFormatException _) {
                return Optional.empty();
            }
        }
        if (DECIMAL.matcher(text).matches()) {
            double decimal = Double.parseDouble(text);
            return Double.isFinite(decimal) ? Optional.of(new Value.Decimal(decimal)) : Optional.empty();
        }
        var nanos = Durations.parse(text);
        return nanos.isPresent() ? Optional.of(new Value.Time(nanos.getAsLong())) : Optional.empty();
    }

    /// A switch in any of the words for it: `on` and `off`, `true` and `false`, `yes` and `no`.
    static Optional<Value> truth(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (ON.contains(word)) {
            return Optional.of(new Value.Truth(true));
        }
        return OFF.contains(word) ? Optional.of(new Value.Truth(false)) : Optional.empty();
    }
}
