package io.interleave.model;

import io.interleave.model.Value.Type;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Expressions for tests: parsed, or made up.
final class Exprs {

    static final Map<String, Type> NAMES = Map.of(
            "w", Type.WHOLE, "size", Type.WHOLE, "d", Type.DECIMAL, "t", Type.TIME, "on_", Type.TRUTH, "s", Type.TEXT);

    private static final List<String> WORDS = List.of("fifo", "", "it's", "a \\ b", "\"", "é😀", "}", "{");

    private Exprs() {}

    static Expr parse(String text) {
        var problems = new Problems();
        return ExprParser.parse(text, (from, to) -> new Place(1, from + 1, 1, to + 1), problems)
                .orElseThrow(() -> new AssertionError(text + ": " + problems.inOrder()));
    }

    /// A well-typed expression over {@link #NAMES}, at most `depth` deep.
    static Expr random(Random random, Type type, int depth) {
        if (depth == 0) {
            return random.nextBoolean() ? name(random, type) : new Expr.Literal(Place.NOWHERE, value(random, type));
        }
        int pick = random.nextInt(6);
        return switch (type) {
            case WHOLE ->
                pick == 0 ? negative(random, type, depth) : binary(random, depth, arithmetic(random), type, type);
            case DECIMAL ->
                switch (pick) {
                    case 0 -> negative(random, type, depth);
                    case 1 -> binary(random, depth, Expr.BinaryOperator.DIVIDE, Type.TIME, Type.TIME);
                    case 2 -> binary(random, depth, arithmetic(random), Type.WHOLE, type);
                    default -> binary(random, depth, arithmetic(random), type, type);
                };
            case TIME ->
                switch (pick) {
                    case 0 -> negative(random, type, depth);
                    case 1 -> binary(random, depth, Expr.BinaryOperator.MULTIPLY, type, Type.WHOLE);
                    case 2 -> binary(random, depth, Expr.BinaryOperator.MULTIPLY, Type.DECIMAL, type);
                    case 3 -> binary(random, depth, Expr.BinaryOperator.DIVIDE, type, Type.WHOLE);
                    case 4 -> binary(random, depth, Expr.BinaryOperator.SUBTRACT, type, type);
                    default -> binary(random, depth, Expr.BinaryOperator.ADD, type, type);
                };
            case TRUTH ->
                switch (pick) {
                    case 0 -> new Expr.Unary(Place.NOWHERE, Expr.UnaryOperator.NOT, random(random, type, depth - 1));
                    case 1 -> binary(random, depth, Expr.BinaryOperator.AND, type, type);
                    case 2 -> binary(random, depth, Expr.BinaryOperator.OR, type, type);
                    case 3 -> binary(random, depth, Expr.BinaryOperator.LESS_OR_EQUAL, Type.WHOLE, Type.DECIMAL);
                    case 4 -> binary(random, depth, Expr.BinaryOperator.NOT_EQUAL, Type.TEXT, Type.TEXT);
                    default -> binary(random, depth, Expr.BinaryOperator.GREATER, Type.TIME, Type.TIME);
                };
            case TEXT -> random(random, type, 0);
        };
    }

    private static Expr.BinaryOperator arithmetic(Random random) {
        return Expr.BinaryOperator.values()[random.nextInt(5)];
    }

    private static Expr negative(Random random, Type type, int depth) {
        return new Expr.Unary(Place.NOWHERE, Expr.UnaryOperator.NEGATE, random(random, type, depth - 1));
    }

    private static Expr binary(Random random, int depth, Expr.BinaryOperator operator, Type left, Type right) {
        return new Expr.Binary(
                Place.NOWHERE, operator, random(random, left, depth - 1), random(random, right, depth - 1));
    }

    private static Expr name(Random random, Type type) {
        var names = NAMES.entrySet().stream()
                .filter(it -> it.getValue() == type)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return new Expr.Name(Place.NOWHERE, names.get(random.nextInt(names.size())));
    }

    static Value value(Random random, Type type) {
        return switch (type) {
            case WHOLE -> new Value.Whole(random.nextBoolean() ? random.nextInt(-9, 10) : random.nextLong());
            case DECIMAL ->
                new Value.Decimal(random.nextBoolean() ? random.nextInt(-99, 100) / 8.0 : random.nextGaussian() * 1e30);
            case TIME ->
                new Value.Time(random.nextBoolean() ? random.nextInt(-9, 10) * 1_000_000L : random.nextLong() >> 1);
            case TRUTH -> new Value.Truth(random.nextBoolean());
            case TEXT -> new Value.Text(WORDS.get(random.nextInt(WORDS.size())));
        };
    }
}
