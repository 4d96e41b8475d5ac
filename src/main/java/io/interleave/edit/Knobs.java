package io.interleave.edit;

import io.interleave.model.Form;
import io.interleave.model.KnobText;
import io.interleave.model.Literals;
import io.interleave.model.Value;
import io.interleave.model.YamlScalar;
import java.util.List;

/// Makes knobs of values and values of knobs.
final class Knobs {

    private static final long WIDE = 100;

    private Knobs() {}

    /// The value of a slot as that of a knob.
    ///
    /// @throws Refusal if no knob can stand there
    static Value value(Block block, String key) {
        var slot = block.slot(key).orElseThrow(() -> Refusal.of("no.slot", block.word(), key));
        boolean mayBeKnob = slot.form().kind() == Form.Kind.EXPRESSION
                && block.kind() != Block.Kind.EXPECTATION
                && slot.content() instanceof Slot.Single;
        if (!mayBeKnob) {
            throw Refusal.of("no.knob", key);
        }
        String text = slot.text().strip();
        boolean isQuoted = text.length() > 2 && (text.matches("'[^'\\\\]+'") || text.matches("\"[^\"\\\\]+\""));
        return isQuoted
                ? new Value.Text(text.substring(1, text.length() - 1))
                : Literals.parse(text).orElseThrow(() -> Refusal.of("no.literal", text));
    }

    /// A knob that starts with this value, and goes from far below to far above it.
    static Clip knob(String name, Value value, boolean live) {
        String kind = switch (value) {
            case Value.Truth truth -> "toggle: " + KnobText.format(truth);
            case Value.Text(String text) -> choice(text);
            case Value.Whole(long number) -> slider(value, whole(Math.min(number, 1)), whole(most(number)));
            case Value.Decimal(double number) ->
                slider(value, new Value.Decimal(Math.min(number, 0)), new Value.Decimal(Math.max(1, number * 4)));
            case Value.Time(long nanos) -> time(value, nanos);
        };
        return new Clip(List.of("%s: { %s%s }".formatted(name, kind, live ? ", live: true" : "")));
    }

    private static Value whole(long number) {
        return new Value.Whole(number);
    }

    private static long most(long number) {
        return Math.max(16, number < Long.MAX_VALUE / 4 ? number * 4 : number);
    }

    private static String time(Value value, long nanos) {
        long most = Math.max(1_000_000, nanos < Long.MAX_VALUE / 10 ? nanos * 10 : nanos);
        return slider(value, new Value.Time(nanos < 10 ? Math.min(nanos, 0) : nanos / 10), new Value.Time(most));
    }

    private static String slider(Value value, Value min, Value max) {
        boolean isWide = isPositive(min) && WIDE <= ratio(min, max);
        return "slider: %s, min: %s, max: %s%s"
                .formatted(
                        KnobText.format(value),
                        KnobText.format(min),
                        KnobText.format(max),
                        isWide ? ", scale: log" : "");
    }

    private static boolean isPositive(Value value) {
        return size(value) > 0;
    }

    private static double ratio(Value min, Value max) {
        return size(max) / size(min);
    }

    private static double size(Value value) {
        return switch (value) {
            case Value.Whole(long number) -> number;
            case Value.Decimal(double number) -> number;
            case Value.Time(long nanos) -> nanos;
            case Value.Truth _, Value.Text _ -> 0;
        };
    }

    private static String choice(String text) {
        String other = text.equals("other") ? "another" : "other";
        return "choice: %s, options: [%s, %s]".formatted(YamlScalar.write(text), YamlScalar.write(text), other);
    }

    /// What a knob starts with, as an expression.
    ///
    /// @throws Refusal if the knob does not say
    static String expression(Block knob) {
        String start = knob.slot(Slots.ALONE).map(Slot::text).orElse("");
        if (start.isEmpty()) {
            throw Refusal.of("no.start", knob.name());
        }
        if (knob.word().equals("choice")) {
            return "'" + start.replace("\\", "\\\\").replace("'", "\\'") + "'";
        }
        return start.startsWith("-") ? "(" + start + ")" : start;
    }
}
