package io.interleave.model;

/// An expression of the scenario language, as it was written: arithmetic, comparison and logic over names and
/// literals. There are no calls, no members and no assignment, so evaluating one can neither reach the JVM nor fail
/// to end.
public sealed interface Expr {

    Place place();

    record Literal(Place place, Value value) implements Expr {}

    /// A name without its `$`: in a step a local of the unit or a knob; in an expectation the final value of a
    /// variable or a knob.
    record Name(Place place, String name) implements Expr {}

    record Unary(Place place, UnaryOperator operator, Expr operand) implements Expr {}

    record Binary(Place place, BinaryOperator operator, Expr left, Expr right) implements Expr {}

    enum UnaryOperator {
        NEGATE("-"),
        NOT("not ");

        private final String symbol;

        UnaryOperator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    /// The two-sided operators. Of whole numbers, `/` gives the whole part and `%` the remainder, as in Java.
    enum BinaryOperator {
        ADD("+"),
        SUBTRACT("-"),
        MULTIPLY("*"),
        DIVIDE("/"),
        REMAINDER("%"),
        EQUAL("=="),
        NOT_EQUAL("!="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">="),
        AND("and"),
        OR("or");

        private final String symbol;

        BinaryOperator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }
}
