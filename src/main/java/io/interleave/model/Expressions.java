package io.interleave.model;

import io.interleave.model.Value.Type;
import java.util.List;
import java.util.Optional;

/// Reads the expressions of a file and checks their types.
final class Expressions {

    private Expressions() {}

    /// The expression in `scalar`, which must have the type `wanted`.
    static Optional<Expr> read(YamlNode.Scalar scalar, Scope scope, Type wanted, Problems problems) {
        return read(scalar, scope, wanted, wanted.words(), problems);
    }

    /// @param expected what a message says should stand here
    static Optional<Expr> read(
            YamlNode.Scalar scalar, Scope scope, Type wanted, String expected, Problems problems) {
        var expr = ExprParser.parse(scalar.text(), scalar::part, problems);
        return expr.filter(it -> hasType(it, scope, wanted, expected, problems));
    }

    /// The expression in the part of `scalar` from `from` to `to`, of whatever type.
    static Optional<Expr> readPart(YamlNode.Scalar scalar, int from, int to, Scope scope, Problems problems) {
        return ExprParser.parse(
                        scalar.text().substring(from, to), (a, b) -> scalar.part(from + a, from + b), problems)
                .filter(it -> ExprTypes.typeOf(it, scope, problems).isPresent());
    }

    private static boolean hasType(
            Expr expr, Scope scope, Type wanted, String expected, Problems problems) {
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

    /// What `expr` gives with `knobs` as they start, if it is over knobs alone; a problem if it then has no value.
    static Optional<Value> atStart(Expr expr, List<Knob> knobs, Problems problems) {
        if (!usesOnly(expr, knobs)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Evaluator.evaluate(expr, name -> knobs.stream()
                    .filter(it -> it.name().equals(name))
                    .map(Knob::initial)
                    .findFirst()
                    .orElse(null)));
        } catch (EvaluationException e) {
            problems.error(e.place(), e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean usesOnly(Expr expr, List<Knob> knobs) {
        return switch (expr) {
            case Expr.Literal _ -> true;
            case Expr.Name name -> knobs.stream().anyMatch(it -> it.name().equals(name.name()));
            case Expr.Unary unary -> usesOnly(unary.operand(), knobs);
            case Expr.Binary binary -> usesOnly(binary.left(), knobs) && usesOnly(binary.right(), knobs);
        };
    }
}
