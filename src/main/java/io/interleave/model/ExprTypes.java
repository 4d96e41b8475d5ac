package io.interleave.model;

import io.interleave.model.Expr.Binary;
import io.interleave.model.Expr.BinaryOperator;
import io.interleave.model.Expr.Literal;
import io.interleave.model.Expr.Name;
import io.interleave.model.Expr.Unary;
import io.interleave.model.Value.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the type of an expression without evaluating it, or what is wrong with it.
///
/// Numbers mix with numbers, and a whole one with a decimal one is decimal. Durations add up, are multiplied and
/// divided by numbers, and divided by each other give a decimal number. Values are compared with their like,
/// switches and texts only for equality. `and`, `or` and `not` take switches.
public final class ExprTypes {

    /// @param type what the expression gives; absent if it is not in order
    /// @param problems why not, each at its own part of the expression
    public record Typing(Optional<Type> type, List<Problem> problems) {
        public Typing {
            problems = List.copyOf(problems);
        }
    }

    private final Scope scope;
    private final Problems problems;

    private ExprTypes(Scope scope, Problems problems) {
        this.scope = scope;
        this.problems = problems;
    }

    /// The type of `expr`, where each name has the type that `names` says and there are no others.
    public static Typing typeOf(Expr expr, Map<String, Type> names) {
        var problems = new Problems();
        var type = typeOf(expr, Scope.of(names), problems);
        return new Typing(type, problems.inOrder());
    }

    static Optional<Type> typeOf(Expr expr, Scope scope, Problems problems) {
        return new ExprTypes(scope, problems).type(expr);
    }

    private Optional<Type> type(Expr expr) {
        return switch (expr) {
            case Literal literal -> Optional.of(literal.value().type());
            case Name name -> scope.type(name, problems);
            case Unary unary -> type(unary.operand()).flatMap(operand -> unary(unary, operand));
            case Binary binary -> {
                var left = type(binary.left());
                var right = type(binary.right());
                yield left.flatMap(a -> right.flatMap(b -> binary(binary, a, b)));
            }
        };
    }

    private Optional<Type> unary(Unary it, Type operand) {
        boolean fits = switch (it.operator()) {
            case NOT -> operand == Type.TRUTH;
            case NEGATE -> operand.isNumber() || operand == Type.TIME;
        };
        if (!fits) {
            problems.error(
                    it.operand().place(),
                    "'%s' does not go with %s".formatted(it.operator().symbol().strip(), operand.words()),
                    it.operator() == Expr.UnaryOperator.NOT ? Type.TRUTH.words() : "a number or a duration");
        }
        return fits ? Optional.of(operand) : Optional.empty();
    }

    private Optional<Type> binary(Binary it, Type left, Type right) {
        var type = result(it.operator(), left, right);
        if (type.isEmpty()) {
            problems.error(
                    it.place(),
                    "'%s' does not go with %s and %s".formatted(it.operator().symbol(), left.words(), right.words()),
                    expected(it.operator()));
        }
        return type;
    }

    private static Optional<Type> result(BinaryOperator operator, Type left, Type right) {
        boolean numbers = left.isNumber() && right.isNumber();
        var number = left == Type.WHOLE && right == Type.WHOLE ? Type.WHOLE : Type.DECIMAL;
        return switch (operator) {
            case ADD, SUBTRACT ->
                numbers ? Optional.of(number) : when(left == Type.TIME && right == Type.TIME, Type.TIME);
            case MULTIPLY ->
                numbers
                        ? Optional.of(number)
                        : when(
                                left == Type.TIME && right.isNumber() || left.isNumber() && right == Type.TIME,
                                Type.TIME);
            case DIVIDE ->
                numbers
                        ? Optional.of(number)
                        : left == Type.TIME && right == Type.TIME
                                ? Optional.of(Type.DECIMAL)
                                : when(left == Type.TIME && right.isNumber(), Type.TIME);
            case REMAINDER -> when(numbers, number);
            case EQUAL, NOT_EQUAL -> when(numbers || left == right, Type.TRUTH);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                when(numbers || left == Type.TIME && right == Type.TIME, Type.TRUTH);
            case AND, OR -> when(left == Type.TRUTH && right == Type.TRUTH, Type.TRUTH);
        };
    }

    private static Optional<Type> when(boolean fits, Type type) {
        return fits ? Optional.of(type) : Optional.empty();
    }

    private static String expected(BinaryOperator operator) {
        return switch (operator) {
            case ADD, SUBTRACT -> "two numbers or two durations";
            case MULTIPLY -> "two numbers, or a duration and a number";
            case DIVIDE -> "two numbers, two durations, or a duration and a number";
            case REMAINDER -> "two numbers";
            case EQUAL, NOT_EQUAL -> "two of one kind";
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> "two numbers or two durations";
            case AND, OR -> "two switches";
        };
    }
}
