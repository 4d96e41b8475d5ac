package io.interleave.model;

import java.util.Optional;

/// Finds what may change while a run goes on.
final class LiveKnobs {

    private LiveKnobs() {}

    /// The first live knob that an expression depends on.
    static Optional<String> in(Expr expr, Declarations declarations) {
        return switch (expr) {
            case Expr.Literal _ -> Optional.empty();
            case Expr.Name name ->
                declarations.knob(name.name()).filter(Knob::live).map(Knob::name);
            case Expr.Unary unary -> in(unary.operand(), declarations);
            case Expr.Binary binary -> in(binary.left(), declarations).or(() -> in(binary.right(), declarations));
        };
    }
}
