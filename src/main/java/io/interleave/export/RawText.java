package io.interleave.export;

import io.interleave.model.Value;

/// A value as other programs read it: a duration as its nanoseconds, a switch as `true` or `false`.
final class RawText {

    private RawText() {}

    static String of(Value value) {
        return switch (value) {
            case Value.Whole(long whole) -> Long.toString(whole);
            case Value.Decimal(double decimal) -> Double.toString(decimal);
            case Value.Time(long nanos) -> Long.toString(nanos);
            case Value.Truth(boolean truth) -> Boolean.toString(truth);
            case Value.Text(String text) -> text;
        };
    }
}
