package io.interleave.engine;

import io.interleave.model.Value;

/// Between values of the language and the raw 64 bits that units compute with and traces hold.
final class Raw {

    private Raw() {}

    static long of(Value value, Texts texts) {
        return switch (value) {
            case Value.Whole(long whole) -> whole;
            case Value.Decimal(double decimal) -> Double.doubleToRawLongBits(decimal);
            case Value.Time(long nanos) -> nanos;
            case Value.Truth(boolean truth) -> truth ? 1 : 0;
            case Value.Text(String text) -> texts.number(text);
        };
    }

    static Value value(Value.Type type, long raw, Texts texts) {
        return switch (type) {
            case WHOLE -> new Value.Whole(raw);
            case DECIMAL -> new Value.Decimal(Double.longBitsToDouble(raw));
            case TIME -> new Value.Time(raw);
            case TRUTH -> new Value.Truth(raw != 0);
            case TEXT -> new Value.Text(texts.text(raw));
        };
    }
}
