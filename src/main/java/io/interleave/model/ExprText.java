package io.interleave.model;

import io.interleave.model.Expr.Binary;
import io.interleave.model.Expr.BinaryOperator;
import io.interleave.model.Expr.Literal;
import io.interleave.model.Expr.Name;
import io.interleave.model.Expr.Unary;
import io.interleave.model.Expr.UnaryOperator;

/// Writes expressions the way the scenario language reads them, with no more parentheses than needed.
public final class ExprText {

    private static final int UNARY = 6;
    private static final int OPERAND = 7;

    private ExprText() {}

    /// The expression as text; reading it gives an equal expression, apart from places.
    public static String of(Expr expr) {
        return switch (expr) {
            case Literal literal -> of(literal.value());
            case Name name -> name.name();
            case Unary unary -> of(unary);
            case Binary binary -> of(binary);
        };
    }

    private static String of(Unary unary) {
        boolean wouldMergeWithSign = unary.operator() == UnaryOperator.NEGATE && unary.operand() instanceof Literal;
        return unary.operator().symbol()
                + (wouldMergeWithSign ? "(" + of(unary.operand()) + ")" : atLeast(UNARY, unary.operand()));
    }

    /// Operators group from the left, and comparisons do not group at all.
    private static String of(Binary binary) {
        int strength = strength(binary.operator());
        int left = isComparison(binary.operator()) ? strength + 1 : strength;
        return atLeast(left, binary.left())
                + " " + binary.operator().symbol() + " "
                + atLeast(strength + 1, binary.right());
    }

    private static String atLeast(int strength, Expr expr) {
        return strength(expr) >= strength ? of(expr) : "(" + of(expr) + ")";
    }

    private static int strength(Expr expr) {
        return switch (expr) {
            case Literal _, Name _ -> OPERAND;
            case Unary _ -> UNARY;
            case Binary binary -> strength(binary.operator());
        };
    }

    private static int strength(BinaryOperator operator) {
        return switch (operator) {
            case OR -> 0;
            case AND -> 1;
            case EQUAL, NOT_EQUAL -> 2;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> 3;
            case ADD, SUBTRACT -> 4;
            case MULTIPLY, DIVIDE, REMAINDER -> 5;
        };
    }

    private static boolean isComparison(BinaryOperator operator) {
        int strength = strength(operator);
        return strength == 2 || strength == 3;
    }

    private static String of(Value value) {
        return value instanceof Value.Text(String text)
                ? "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
                : KnobText.format(value);
    }
}
