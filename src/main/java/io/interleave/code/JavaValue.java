package io.interleave.code;

import io.interleave.model.Value.Type;

/// An expression in Java.
///
/// @param strength how strongly its outermost operator binds
/// @param type of the scenario language
/// @param isInt of a whole number, whether Java computes it in an `int`
/// @param range of a whole number
record JavaValue(String text, int strength, Type type, boolean isInt, JavaRange range) {

    static final int OR = 3;
    static final int AND = 4;
    static final int EQUALITY = 8;
    static final int RELATION = 9;
    static final int SUM = 11;
    static final int PRODUCT = 12;
    static final int SIGN = 14;
    static final int WHOLE = 16;

    /// A name, a call, or anything else that needs no parentheses.
    static JavaValue simple(String text, Type type) {
        return new JavaValue(text, WHOLE, type, false, JavaRange.ANY);
    }

    static JavaValue ofInt(String text, JavaRange range) {
        return new JavaValue(text, WHOLE, Type.WHOLE, true, range);
    }

    /// The text, in parentheses where its operator binds less strongly.
    String within(int least) {
        return strength < least ? "(" + text + ")" : text;
    }

    /// Where Java turns it into an object, whose class must be right.
    String boxed(Type wanted) {
        if (wanted == Type.DECIMAL && type != Type.DECIMAL) {
            return cast("double");
        }
        return wanted == Type.WHOLE && isInt ? widened().text : text;
    }

    /// In a `long`.
    JavaValue widened() {
        if (!isInt) {
            return this;
        }
        boolean isLiteral = text.matches("-?\\d+");
        return isLiteral
                ? new JavaValue(text + "L", strength, type, false, range)
                : new JavaValue(cast("long"), SIGN, type, false, range);
    }

    /// As an argument that must be an `int`.
    String asInt() {
        return isInt ? text : cast("int");
    }

    private String cast(String to) {
        return "(%s) %s".formatted(to, within(SIGN));
    }
}
