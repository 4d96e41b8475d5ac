package io.interleave.model;

import io.interleave.model.Value.Type;
import java.util.Optional;

/// Reads the expressions of a file and checks their types.
final class Expressions {

    private Expressions() {}

    /// The expression in `scalar`, which must have the type `wanted`.
    static Optional<Expr> read(YamlNode.Scalar scalar, Scope scope, Type wanted, Problems problems) {
        return read(scalar, scope, wanted, wanted.words(), problems);
    }

    /// @param expected what a message says should stand here
    static Optional<Expr> read(YamlNode.Scalar scalar, Scope scope, Type wanted, String expected, Problems problems) {
        var expr = ExprParser.parse(scalar.text(), scalar.places(), problems);
        return expr.filter(it -> hasType(it, scope, wanted, expected, problems));
    }

    /// An expression and what it gives.
    record Typed(Expr expr, Type type) {}

    /// The expression in `scalar`, of whatever type.
    static Optional<Typed> typed(YamlNode.Scalar scalar, Scope scope, Problems problems) {
        return ExprParser.parse(scalar.text(), scalar.places(), problems)
                .flatMap(expr -> ExprTypes.typeOf(expr, scope, problems).map(type -> new Typed(expr, type)));
    }

    /// The expression `text`, of whatever type.
    static Optional<Expr> read(String text, ExprLexer.Places places, Scope scope, Problems problems) {
        return ExprParser.parse(text, places, problems)
                .filter(it -> ExprTypes.typeOf(it, scope, problems).isPresent());
    }

    private static boolean hasType(Expr expr, Scope scope, Type wanted, String expected, Problems problems) {
        var type = ExprTypes.typeOf(expr, scope, problems);
        if (type.isEmpty()) {
            return false;
        }
        if (Values.canBecome(type.get(), wanted)) {
            return true;
        }
        String found = expr instanceof Expr.Name name ? "'%s' is".formatted(name.name()) : "this is";
        problems.error(expr.place(), "%s %s".formatted(found, type.get().words()), expected);
        return false;
    }
}
