package io.interleave.lint;

/// How often something happens.
///
/// @param most [#UNBOUNDED] where there is no limit, or none that could be told
record Times(long least, long most) {

    static final long UNBOUNDED = Long.MAX_VALUE;
    static final Times ONCE = new Times(1, 1);
    static final Times NEVER = new Times(0, 0);
    static final Times ANY = new Times(0, UNBOUNDED);

    static Times exactly(long number) {
        return new Times(number, number);
    }

    /// Once for each whole number of a range, both ends included.
    static Times each(long from, long to) {
        if (to < from) {
            return NEVER;
        }
        long number = to - from + 1;
        return exactly(number > 0 ? number : UNBOUNDED);
    }

    Times times(Times other) {
        return new Times(product(least, other.least), product(most, other.most));
    }

    Times plus(Times other) {
        return new Times(sum(least, other.least), sum(most, other.most));
    }

    /// The same, or not at all.
    Times atMost() {
        return new Times(0, most);
    }

    private static long product(long a, long b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        return a > UNBOUNDED / b ? UNBOUNDED : a * b;
    }

    private static long sum(long a, long b) {
        return a > UNBOUNDED - b ? UNBOUNDED : a + b;
    }
}
