package io.interleave.view.knobs;

import io.interleave.model.Knob;
import io.interleave.model.Value;

/// Where a slider's values lie on its length, from 0 to 1, and which value a place on it stands for. On a
/// logarithmic scale, and wherever there are more values than a hand can tell apart, a place stands for a round
/// value: two digits, then zeros.
public record KnobScale(Value.Type type, double min, double max, boolean logarithmic) {

    /// More whole numbers than this and a place stands for a round one.
    private static final int TELLABLE = 200;

    /// Steps of the arrow keys from end to end where the values are not counted one by one.
    private static final int STEPS = 50;

    public static KnobScale of(Knob.Slider slider) {
        double min = number(slider.min());
        return new KnobScale(
                slider.min().type(), min, number(slider.max()), slider.scale() == Knob.Scale.LOG && min > 0);
    }

    /// From 0 to 1.
    public double position(Value value) {
        double number = Math.clamp(number(value), min, max);
        if (max <= min) {
            return 0;
        }
        return logarithmic ? Math.log(number / min) / Math.log(max / min) : (number - min) / (max - min);
    }

    public Value value(double position) {
        double place = Math.clamp(position, 0, 1);
        if (place == 0) {
            return typed(min);
        }
        if (place == 1) {
            return typed(max);
        }
        double exact = logarithmic ? min * Math.pow(max / min, place) : min + place * (max - min);
        return typed(Math.clamp(isCounted() ? exact : round(exact), min, max));
    }

    /// The value that one press of an arrow key leads to.
    public Value step(Value from, int direction) {
        if (isCounted()) {
            return typed(Math.clamp(number(from) + direction, min, max));
        }
        double place = position(from);
        for (int presses = 1; presses <= STEPS; presses++) {
            var there = value(place + (double) direction * presses / STEPS);
            if (!there.equals(from)) {
                return there;
            }
        }
        return from;
    }

    private boolean isCounted() {
        return type == Value.Type.WHOLE && !logarithmic && max - min <= TELLABLE;
    }

    private Value typed(double number) {
        return switch (type) {
            case WHOLE -> new Value.Whole(Math.round(number));
            case TIME -> new Value.Time(Math.round(number));
            case DECIMAL -> new Value.Decimal(number);
            case TRUTH, TEXT -> throw new IllegalStateException("a slider has no value of type " + type);
        };
    }

    private static double round(double exact) {
        if (exact == 0) {
            return 0;
        }
        double unit = Math.pow(10, Math.floor(Math.log10(Math.abs(exact))) - 1);
        return unit >= 1 ? Math.rint(exact / unit) * unit : Math.rint(exact / unit) / (1 / unit);
    }

    private static double number(Value value) {
        return switch (value) {
            case Value.Whole whole -> whole.value();
            case Value.Decimal decimal -> decimal.value();
            case Value.Time time -> time.nanos();
            case Value.Truth _, Value.Text _ -> throw new IllegalArgumentException("not a number: " + value);
        };
    }
}
