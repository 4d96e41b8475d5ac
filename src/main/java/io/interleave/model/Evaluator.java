package io.interleave.model;

import io.interleave.model.Expr.Binary;
import io.interleave.model.Expr.Unary;
import io.interleave.model.Value.Decimal;
import io.interleave.model.Value.Text;
import io.interleave.model.Value.Time;
import io.interleave.model.Value.Truth;
import io.interleave.model.Value.Whole;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Works out the value of an expression that {@link ExprTypes} found in order. Arithmetic on whole numbers and
/// durations wraps, as in Java; `/` of whole numbers truncates towards zero. `and` and `or` look at their right
/// side only if they have to.
public final class Evaluator {

    private final Function<String, @Nullable Value> names;

    private Evaluator(Function<String, @Nullable Value> names) {
        this.names = names;
    }

    /// The value of `expr`.
    ///
    /// @param names the value of each name; `null` for a name that has none
    /// @throws EvaluationException on a division by zero and on a name without a value
    /// @throws IllegalArgumentException if the operands are not of types that {@link ExprTypes} allows
    public static Value evaluate(Expr expr, Function<String, @Nullable Value> names) {
        return new Evaluator(names).value(expr);
    }

    private Value value(Expr expr) {
        return switch (expr) {
            case Expr.Literal literal -> literal.value();
            case Expr.Name name -> {
                var value = names.apply(name.name());
                if (value == null) {
                    throw new EvaluationException(name.place(), "'%s' has no value".formatted(name.name()));
                }
                yield value;
            }
            case Unary unary -> unary(unary);
            case Binary binary -> binary(binary);
        };
    }

    private Value unary(Unary unary) {
        var operand = value(unary.operand());
        return switch (unary.operator()) {
            case NOT -> new Truth(!truth(operand));
            case NEGATE ->
                switch (operand) {
                    case Whole whole -> new Whole(-whole.value());
                    case Decimal decimal -> new Decimal(-decimal.value());
                    case Time time -> new Time(-time.nanos());
                    case Truth _, Text _ -> throw mismatch("-", operand, operand);
                };
        };
    }

    private Value binary(Binary it) {
        return switch (it.operator()) {
            case AND -> new Truth(truth(value(it.left())) && truth(value(it.right())));
            case OR -> new Truth(truth(value(it.left())) || truth(value(it.right())));
            case EQUAL -> new Truth(equal(value(it.left()), value(it.right())));
            case NOT_EQUAL -> new Truth(!equal(value(it.left()), value(it.right())));
            case LESS -> new Truth(isLess(value(it.left()), value(it.right())));
            case LESS_OR_EQUAL -> new Truth(isAtMost(value(it.left()), value(it.right())));
            case GREATER -> new Truth(isLess(value(it.right()), value(it.left())));
            case GREATER_OR_EQUAL -> new Truth(isAtMost(value(it.right()), value(it.left())));
            case ADD -> sum(value(it.left()), value(it.right()), 1);
            case SUBTRACT -> sum(value(it.left()), value(it.right()), -1);
            case MULTIPLY -> product(value(it.left()), value(it.right()));
            case DIVIDE -> quotient(it, value(it.left()), value(it.right()));
            case REMAINDER -> remainder(it, value(it.left()), value(it.right()));
        };
    }

    private static Value sum(Value left, Value right, int sign) {
        if (left instanceof Whole(long a) && right instanceof Whole(long b)) {
            return new Whole(a + sign * b);
        }
        if (left instanceof Time(long a) && right instanceof Time(long b)) {
            return new Time(a + sign * b);
        }
        return new Decimal(number(left, right) + sign * number(right, left));
    }

    private static Value product(Value left, Value right) {
        if (left instanceof Whole(long a) && right instanceof Whole(long b)) {
            return new Whole(a * b);
        }
        if (left instanceof Time time) {
            return times(time, right);
        }
        return right instanceof Time time ? times(time, left) : new Decimal(number(left, right) * number(right, left));
    }

    private static Time times(Time time, Value factor) {
        return factor instanceof Whole(long whole)
                ? new Time(time.nanos() * whole)
                : new Time(Math.round(time.nanos() * number(factor, time)));
    }

    private static Value quotient(Binary it, Value left, Value right) {
        if (left instanceof Whole(long a) && right instanceof Whole(long b)) {
            return new Whole(a / nonZero(it, b));
        }
        if (left instanceof Time(long a)) {
            return switch (right) {
                case Time(long b) -> new Decimal((double) a / nonZero(it, b));
                case Whole(long b) -> new Time(a / nonZero(it, b));
                case Decimal(double b) -> new Time(Math.round(a / nonZero(it, b)));
                case Truth _, Text _ -> throw mismatch("/", left, right);
            };
        }
        return new Decimal(number(left, right) / nonZero(it, number(right, left)));
    }

    private static Value remainder(Binary it, Value left, Value right) {
        if (left instanceof Whole(long a) && right instanceof Whole(long b)) {
            return new Whole(a % nonZero(it, b));
        }
        return new Decimal(number(left, right) % nonZero(it, number(right, left)));
    }

    private static boolean equal(Value left, Value right) {
        if (left.type() == right.type() && !(left instanceof Decimal)) {
            return left.equals(right);
        }
        return number(left, right) == number(right, left);
    }

    private static boolean isLess(Value left, Value right) {
        if (left instanceof Whole(long a) && right instanceof Whole(long b)) {
            return a < b;
        }
        if (left instanceof Time(long a) && right instanceof Time(long b)) {
            return a < b;
        }
        return number(left, right) < number(right, left);
    }

    /// Not the same as that the right one is not less: of what is no number, neither holds.
    private static boolean isAtMost(Value left, Value right) {
        return isLess(left, right) || equal(left, right);
    }

    private static boolean truth(Value value) {
        if (value instanceof Truth(boolean truth)) {
            return truth;
        }
        throw mismatch("and", value, value);
    }

    private static double number(Value value, Value other) {
        return switch (value) {
            case Whole(long whole) -> whole;
            case Decimal(double decimal) -> decimal;
            case Time _, Truth _, Text _ -> throw mismatch("arithmetic", value, other);
        };
    }

    private static long nonZero(Binary it, long divisor) {
        if (divisor == 0) {
            throw divisionByZero(it);
        }
        return divisor;
    }

    private static double nonZero(Binary it, double divisor) {
        if (divisor == 0) {
            throw divisionByZero(it);
        }
        return divisor;
    }

    private static EvaluationException divisionByZero(Binary it) {
        return new EvaluationException(it.place(), "division by zero in '%s'".formatted(ExprText.of(it)));
    }

    private static IllegalArgumentException mismatch(String operation, Value left, Value right) {
        return new IllegalArgumentException("no %s of %s and %s".formatted(operation, left, right));
    }
}
