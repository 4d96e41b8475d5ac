package io.interleave.model;

import io.interleave.model.Value.Type;

/// Comparing values and turning whole numbers into decimal ones.
public final class Values {

    private Values() {}

    /// Whether a value of type `from` may stand where one of type `to` is wanted.
    public static boolean canBecome(Type from, Type to) {
        return from == to || from == Type.WHOLE && to == Type.DECIMAL;
    }

    /// `value` as one of `type`, which it {@link #canBecome can become}.
    public static Value convert(Value value, Type type) {
        if (value.type() == type) {
            return value;
        }
        if (value instanceof Value.Whole(long whole) && type == Type.DECIMAL) {
            return new Value.Decimal(whole);
        }
        throw new IllegalArgumentException("%s is not %s".formatted(value, type.words()));
    }

    /// Compares two numbers or two durations.
    static int compare(Value left, Value right) {
        if (left instanceof Value.Whole(long a) && right instanceof Value.Whole(long b)) {
            return Long.compare(a, b);
        }
        if (left instanceof Value.Time(long a) && right instanceof Value.Time(long b)) {
            return Long.compare(a, b);
        }
        return Double.compare(size(left), size(right));
    }

    static boolean isPositive(Value value) {
        return size(value) > 0;
    }

    static boolean isNegative(Value value) {
        return size(value) < 0;
    }

    private static double size(Value value) {
        return switch (value) {
            case Value.Whole(long whole) -> whole;
            case Value.Decimal(double decimal) -> decimal;
            case Value.Time(long nanos) -> nanos;
            case Value.Truth _, Value.Text _ -> throw new IllegalArgumentException(value + " has no size");
        };
    }
}
