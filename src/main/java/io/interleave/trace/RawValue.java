package io.interleave.trace;

import io.interleave.model.Value;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/// Between values of the language and the raw 64 bits that units compute with and events hold: whole numbers and
/// durations as they are, decimals as their IEEE bits, switches as 0 and 1, texts by a number that the caller gives.
public final class RawValue {

    private RawValue() {}

    public static long of(Value value, ToLongFunction<String> numberOfText) {
        return switch (value) {
            case Value.Whole(long whole) -> whole;
            case Value.Decimal(double decimal) -> Double.doubleToRawLongBits(decimal);
            case Value.Time(long nanos) -> nanos;
            case Value.Truth(boolean truth) -> truth ? 1 : 0;
            case Value.Text(String text) -> numberOfText.applyAsLong(text);
        };
    }

    public static Value value(Value.Type type, long raw, LongFunction<String> textOfNumber) {
        return switch (type) {
            case WHOLE -> new Value.Whole(raw);
            case DECIMAL -> new Value.Decimal(Double.longBitsToDouble(raw));
            case TIME -> new Value.Time(raw);
            case TRUTH -> new Value.Truth(raw != 0);
            case TEXT -> new Value.Text(textOfNumber.apply(raw));
        };
    }
}
