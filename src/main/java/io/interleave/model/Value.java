package io.interleave.model;

import java.io.Serializable;

/// A value of the scenario language.
public sealed interface Value extends Serializable {

    /// The types that an expression can have.
    enum Type {
        WHOLE("a whole number"),
        DECIMAL("a decimal number"),
        TIME("a duration"),
        TRUTH("a switch"),
        TEXT("a text");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        /// The type as a message names it, with its article.
        public String words() {
            return words;
        }

        public boolean isNumber() {
            return this == WHOLE || this == DECIMAL;
        }
    }

    /// A whole number of 64 bits; arithmetic on it wraps, as in Java.
    record Whole(long value) implements Value {}

    record Decimal(double value) implements Value {}

    /// A duration, written `250us`, `2ms` or `1.5s`.
    record Time(long nanos) implements Value {}

    /// A switch: `on` or `off`; also what a comparison gives.
    record Truth(boolean value) implements Value {}

    record Text(String value) implements Value {}

    default Type type() {
        return switch (this) {
            case Whole _ -> Type.WHOLE;
            case Decimal _ -> Type.DECIMAL;
            case Time _ -> Type.TIME;
            case Truth _ -> Type.TRUTH;
            case Text _ -> Type.TEXT;
        };
    }
}
