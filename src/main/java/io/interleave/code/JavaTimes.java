package io.interleave.code;

import io.interleave.model.Expr;
import io.interleave.model.Value;

/// Durations as arguments.
final class JavaTimes {

    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    private final JavaExpr expressions;

    JavaTimes(JavaExpr expressions) {
        this.expressions = expressions;
    }

    /// In nanoseconds.
    String nanos(Expr time) {
        return expressions.of(time).text();
    }

    /// Two arguments, such as `2, TimeUnit.MILLISECONDS`.
    String patience(Expr time) {
        if (time instanceof Expr.Literal(var _, Value.Time(long nanos)) && nanos > 0) {
            if (nanos % SECOND == 0) {
                return nanos / SECOND + ", TimeUnit.SECONDS";
            }
            if (nanos % MILLI == 0) {
                return nanos / MILLI + ", TimeUnit.MILLISECONDS";
            }
            if (nanos % MICRO == 0) {
                return nanos / MICRO + ", TimeUnit.MICROSECONDS";
            }
        }
        return nanos(time) + ", TimeUnit.NANOSECONDS";
    }

    /// An object.
    String duration(Expr time) {
        if (time instanceof Expr.Literal(var _, Value.Time(long nanos)) && nanos % MILLI == 0) {
            return nanos % SECOND == 0 && nanos > 0
                    ? "Duration.ofSeconds(%d)".formatted(nanos / SECOND)
                    : "Duration.ofMillis(%d)".formatted(nanos / MILLI);
        }
        return "Duration.ofNanos(%s)".formatted(nanos(time));
    }
}
