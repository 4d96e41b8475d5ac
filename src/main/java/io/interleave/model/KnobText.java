package io.interleave.model;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/// The value of a knob as a person types and reads it: `4`, `0.5`, `2ms`, `on`, `fifo`.
public final class KnobText {

    /// What came of reading a knob's value.
    public sealed interface Result {}

    public record Accepted(Value value) implements Result {}

    /// @param message what is wrong and what would be right, a sentence without a full stop that names the knob
    public record Refused(String message) implements Result {}

    private KnobText() {}

    /// Reads a value for `knob`; an accepted one has the knob's type and is within its bounds.
    public static Result parse(Knob knob, String text) {
        String word = text.strip();
        return switch (knob) {
            case Knob.Slider slider -> slider(slider, word);
            case Knob.Toggle toggle ->
                Literals.truth(word)
                        .<Result>map(Accepted::new)
                        .orElseGet(() -> new Refused(
                                "knob '%s' is a switch: on or off, not '%s'".formatted(toggle.name(), word)));
            case Knob.Choice choice -> choice(choice, word);
        };
    }

    /// A value as {@link #parse} reads it. Durations are exact.
    public static String format(Value value) {
        return switch (value) {
            case Value.Whole whole -> Long.toString(whole.value());
            case Value.Decimal decimal -> decimal(decimal.value());
            case Value.Time time -> Durations.format(time.nanos());
            case Value.Truth truth -> truth.value() ? "on" : "off";
            case Value.Text text -> text.value();
        };
    }

    /// Always with a point or an exponent, so that it is read back as a decimal number: `0.5`, `12000000.0`, `1e+17`.
    /// Python writes it so too.
    private static String decimal(double value) {
        double size = Math.abs(value);
        if (size >= 1e-4 && size < 1e16) {
            var exact = BigDecimal.valueOf(value).stripTrailingZeros();
            return exact.setScale(Math.max(1, exact.scale())).toPlainString();
        }
        return Double.toString(value)
                .toLowerCase(Locale.ROOT)
                .replace("infinity", "inf")
                .replace(".0e", "e")
                .replaceFirst("e(?=\\d)", "e+")
                .replaceFirst("(e[+-])(\\d)$", "$10$2");
    }

    private static Result slider(Knob.Slider slider, String word) {
        var number =
                Literals.number(word).flatMap(value -> fit(value, slider.min().type()));
        String range =
                "%s from %s to %s".formatted(slider.min().type().words(), format(slider.min()), format(slider.max()));
        if (number.isEmpty()) {
            return new Refused("knob '%s' takes %s, not '%s'".formatted(slider.name(), range, word));
        }
        var value = number.get();
        if (Values.compare(value, slider.min()) < 0 || Values.compare(value, slider.max()) > 0) {
            var nearest = Values.compare(value, slider.min()) < 0 ? slider.min() : slider.max();
            return new Refused("knob '%s' takes %s, not '%s'; the nearest is %s"
                    .formatted(slider.name(), range, word, format(nearest)));
        }
        return new Accepted(value);
    }

    private static Optional<Value> fit(Value value, Value.Type type) {
        return Values.canBecome(value.type(), type) ? Optional.of(Values.convert(value, type)) : Optional.empty();
    }

    private static Result choice(Knob.Choice choice, String word) {
        if (choice.options().contains(word)) {
            return new Accepted(new Value.Text(word));
        }
        String nearest = Nearest.to(word, choice.options())
                .map("; did you mean '%s'?"::formatted)
                .orElse("");
        return new Refused("knob '%s' is one of %s, not '%s'%s"
                .formatted(choice.name(), String.join(", ", choice.options()), word, nearest));
    }
}
