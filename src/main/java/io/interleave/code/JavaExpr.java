package io.interleave.code;

import io.interleave.model.Expr;
import io.interleave.model.Expr.Binary;
import io.interleave.model.Expr.BinaryOperator;
import io.interleave.model.Value;
import io.interleave.model.Value.Type;
import java.util.Set;
import java.util.function.Function;

/// Expressions of the scenario language in Java. Durations are nanoseconds in a `long`.
final class JavaExpr {

    private static final long US = 1_000;
    private static final long MS = 1_000_000;
    private static final long SEC = 1_000_000_000;

    private final Function<String, JavaValue> names;
    private final Set<JavaNeed> needs;

    /// @param names what a name stands for
    JavaExpr(Function<String, JavaValue> names, Set<JavaNeed> needs) {
        this.names = names;
        this.needs = needs;
    }

    JavaValue of(Expr expr) {
        return switch (expr) {
            case Expr.Literal it -> literal(it.value());
            case Expr.Name it -> names.apply(it.name());
            case Expr.Unary it -> unary(it);
            case Binary it -> binary(it);
        };
    }

    static JavaValue literal(Value value) {
        return switch (value) {
            case Value.Whole(long number) -> whole(number);
            case Value.Decimal(double number) ->
                new JavaValue(
                        Double.toString(number),
                        number < 0 ? JavaValue.SIGN : JavaValue.WHOLE,
                        Type.DECIMAL,
                        false,
                        JavaRange.ANY);
            case Value.Time(long nanos) -> time(nanos);
            case Value.Truth(boolean truth) -> JavaValue.simple(Boolean.toString(truth), Type.TRUTH);
            case Value.Text(String text) -> JavaValue.simple(quoted(text), Type.TEXT);
        };
    }

    private static JavaValue whole(long number) {
        var range = JavaRange.of(number);
        var text = range.isInt() ? Long.toString(number) : number + "L";
        return new JavaValue(text, number < 0 ? JavaValue.SIGN : JavaValue.WHOLE, Type.WHOLE, range.isInt(), range);
    }

    private static JavaValue time(long nanos) {
        String unit = nanos % SEC == 0 ? "SEC" : nanos % MS == 0 ? "MS" : nanos % US == 0 ? "US" : "";
        if (nanos == 0 || unit.isEmpty()) {
            return JavaValue.simple(nanos + "L", Type.TIME);
        }
        long size = unit.equals("SEC") ? SEC : unit.equals("MS") ? MS : US;
        return new JavaValue(
                "%d * %s".formatted(nanos / size, unit), JavaValue.PRODUCT, Type.TIME, false, JavaRange.ANY);
    }

    /// As a literal of Java.
    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(it -> {
            switch (it) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> {
                    if (Prose.isPlain(it)) {
                        quoted.appendCodePoint(it);
                    } else {
                        for (char half : Character.toChars(it)) {
                            quoted.append("\\u%04x".formatted((int) half));
                        }
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    private JavaValue unary(Expr.Unary it) {
        var operand = of(it.operand());
        return switch (it.operator()) {
            case NOT ->
                new JavaValue("!" + operand.within(JavaValue.SIGN), JavaValue.SIGN, Type.TRUTH, false, JavaRange.ANY);
            case NEGATE ->
                new JavaValue(
                        "-" + operand.within(JavaValue.SIGN + 1),
                        JavaValue.SIGN,
                        operand.type(),
                        operand.isInt(),
                        operand.range().negated());
        };
    }

    private JavaValue binary(Binary it) {
        var left = of(it.left());
        var right = of(it.right());
        return switch (it.operator()) {
            case ADD, SUBTRACT -> arithmetic(it.operator(), JavaValue.SUM, left, right);
            case MULTIPLY -> arithmetic(it.operator(), JavaValue.PRODUCT, left, right);
            case DIVIDE, REMAINDER -> arithmetic(it.operator(), JavaValue.PRODUCT, left, divisor(it, left, right));
            case EQUAL -> equality("==", left, right);
            case NOT_EQUAL -> equality("!=", left, right);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                truth(it.operator().symbol(), JavaValue.RELATION, left, right);
            case AND -> truth("&&", JavaValue.AND, left, right);
            case OR -> truth("||", JavaValue.OR, left, right);
        };
    }

    /// What is divided by. Java divides a decimal by zero, which the scenario language does not.
    private JavaValue divisor(Binary division, JavaValue left, JavaValue right) {
        boolean isOfDecimals = left.type() == Type.DECIMAL
                || right.type() == Type.DECIMAL
                || type(division.operator(), left.type(), right.type()) == Type.DECIMAL;
        if (!isOfDecimals || isNotZero(division.right()) || !right.range().includes(0)) {
            return right;
        }
        needs.add(JavaNeed.NON_ZERO);
        return JavaValue.simple("nonZero(%s)".formatted(right.text()), right.type());
    }

    private static boolean isNotZero(Expr divisor) {
        return switch (divisor) {
            case Expr.Literal(var _, Value.Whole(long number)) -> number != 0;
            case Expr.Literal(var _, Value.Decimal(double number)) -> number != 0;
            case Expr.Literal(var _, Value.Time(long nanos)) -> nanos != 0;
            case Expr.Unary it -> isNotZero(it.operand());
            case Expr.Literal _, Expr.Name _, Binary _ -> false;
        };
    }

    private static JavaValue truth(String symbol, int strength, JavaValue left, JavaValue right) {
        int inner = strength >= JavaValue.EQUALITY ? strength + 1 : strength;
        return new JavaValue(
                "%s %s %s".formatted(left.within(inner), symbol, right.within(strength + 1)),
                strength,
                Type.TRUTH,
                false,
                JavaRange.ANY);
    }

    private static JavaValue equality(String symbol, JavaValue left, JavaValue right) {
        if (left.type() == Type.TEXT) {
            String not = symbol.equals("==") ? "" : "!";
            return new JavaValue(
                    "%s%s.equals(%s)".formatted(not, left.within(JavaValue.WHOLE), right.text()),
                    not.isEmpty() ? JavaValue.WHOLE : JavaValue.SIGN,
                    Type.TRUTH,
                    false,
                    JavaRange.ANY);
        }
        return truth(symbol, JavaValue.EQUALITY, left, right);
    }

    private static JavaValue arithmetic(BinaryOperator operator, int strength, JavaValue left, JavaValue right) {
        var type = type(operator, left.type(), right.type());
        boolean isRatio = left.type() == Type.TIME && right.type() == Type.TIME && type == Type.DECIMAL;
        var range = type == Type.WHOLE ? range(operator, left.range(), right.range()) : JavaRange.ANY;
        var first = left;
        var second = right;
        boolean isInt = type == Type.WHOLE && left.isInt() && right.isInt();
        if (isInt && !range.isInt()) {
            isInt = false;
            var wide = right.widened();
            if (wide.text().endsWith("L")) {
                second = wide;
            } else {
                first = left.widened();
            }
        }
        boolean isUnits = operator == BinaryOperator.MULTIPLY && second.text().matches("\\d+ \\* (US|MS|SEC)");
        var last = isUnits ? second.text().replaceFirst("^1 \\* ", "") : second.within(strength + 1);
        var text = isRatio
                ? "(double) %s / %s".formatted(first.within(JavaValue.SIGN), last)
                : "%s %s %s".formatted(first.within(strength), operator.symbol(), last);
        if (type == Type.TIME && (left.type() == Type.DECIMAL || right.type() == Type.DECIMAL)) {
            return JavaValue.simple("Math.round(" + text + ")", Type.TIME);
        }
        return new JavaValue(text, strength, type, isInt, range);
    }

    private static Type type(BinaryOperator operator, Type left, Type right) {
        if (left == Type.TIME || right == Type.TIME) {
            return operator == BinaryOperator.DIVIDE && right == Type.TIME ? Type.DECIMAL : Type.TIME;
        }
        return left == Type.WHOLE && right == Type.WHOLE ? Type.WHOLE : Type.DECIMAL;
    }

    private static JavaRange range(BinaryOperator operator, JavaRange left, JavaRange right) {
        return switch (operator) {
            case ADD -> left.plus(right);
            case SUBTRACT -> left.plus(right.negated());
            case MULTIPLY -> left.times(right);
            case DIVIDE -> left.dividedBy(right);
            case REMAINDER -> left.remainder(right);
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, AND, OR -> JavaRange.ANY;
        };
    }
}
