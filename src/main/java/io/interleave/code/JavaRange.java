package io.interleave.code;

/// The whole numbers that an expression can give, as far as the knobs' bounds tell: what fits is an `int`.
///
/// @param least included
/// @param most included
record JavaRange(long least, long most) {

    static final JavaRange ANY = new JavaRange(Long.MIN_VALUE, Long.MAX_VALUE);
    static final JavaRange ZERO = new JavaRange(0, 0);

    static JavaRange of(long only) {
        return new JavaRange(only, only);
    }

    /// Leaves room for a loop's counter to go one too far.
    boolean isInt() {
        return least > Integer.MIN_VALUE && most < Integer.MAX_VALUE;
    }

    boolean includes(long number) {
        return least <= number && number <= most;
    }

    JavaRange or(JavaRange other) {
        return new JavaRange(Math.min(least, other.least), Math.max(most, other.most));
    }

    JavaRange negated() {
        return least == Long.MIN_VALUE ? ANY : new JavaRange(-most, -least);
    }

    JavaRange plus(JavaRange other) {
        try {
            return new JavaRange(Math.addExact(least, other.least), Math.addExact(most, other.most));
        } catch (ArithmeticException _) {
            return ANY;
        }
    }

    JavaRange times(JavaRange other) {
        try {
            long a = Math.multiplyExact(least, other.least);
            long b = Math.multiplyExact(least, other.most);
            long c = Math.multiplyExact(most, other.least);
            long d = Math.multiplyExact(most, other.most);
            return new JavaRange(Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
        } catch (ArithmeticException _) {
            return ANY;
        }
    }

    JavaRange dividedBy(JavaRange divisor) {
        if (least >= 0 && divisor.least > 0) {
            return new JavaRange(least / divisor.most, most / divisor.least);
        }
        return least == Long.MIN_VALUE ? ANY : or(negated());
    }

    JavaRange remainder(JavaRange divisor) {
        if (divisor.least == Long.MIN_VALUE) {
            return ANY;
        }
        long size = Math.max(Math.abs(divisor.least), Math.abs(divisor.most)) - 1;
        return new JavaRange(least >= 0 ? 0 : -size, most <= 0 ? 0 : size);
    }
}
