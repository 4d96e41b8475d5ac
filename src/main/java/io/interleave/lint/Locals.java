package io.interleave.lint;

import io.interleave.model.Expr;
import io.interleave.model.Step;
import io.interleave.model.StepParts;
import io.interleave.model.Target;
import io.interleave.model.UnitGroup;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which locals steps give values to, and what the values of some of them depend on.
final class Locals {

    /// More than anybody needs to say which lock; with more of them following is too much work.
    private static final int MOST = 16;

    private Locals() {}

    /// All that a step and those within it give values to.
    static Set<String> givenWithin(Step step) {
        var names = new HashSet<String>();
        collectGiven(step, names);
        return names;
    }

    private static void collectGiven(Step step, Set<String> names) {
        StepParts.local(step).ifPresent(names::add);
        step.bodies().forEach(body -> body.forEach(it -> collectGiven(it, names)));
    }

    /// The locals that decide which of several locks the steps of a group take, apart from `index`. Empty also where
    /// there are too many.
    static Set<String> thatChooseLocks(List<Site> sites) {
        var chosen = new HashSet<String>();
        for (var site : sites) {
            lock(site.step).flatMap(Target::at).ifPresent(it -> collectNames(it, chosen));
        }
        for (int before = -1; before < chosen.size() && chosen.size() <= MOST; ) {
            before = chosen.size();
            for (var site : sites) {
                if (site.step instanceof Step.Let let && chosen.contains(let.local())) {
                    collectNames(let.value(), chosen);
                }
            }
        }
        chosen.remove(UnitGroup.INDEX);
        return chosen.size() > MOST ? Set.of() : chosen;
    }

    private static Optional<Target> lock(Step step) {
        return switch (step) {
            case Step.Hold it -> Optional.of(it.lock());
            case Step.Acquire it -> Optional.of(it.lock());
            default -> Optional.empty();
        };
    }

    /// The names in an expression.
    static Set<String> names(Expr expr) {
        var names = new HashSet<String>();
        collectNames(expr, names);
        return names;
    }

    private static void collectNames(Expr expr, Set<String> names) {
        switch (expr) {
            case Expr.Literal _ -> {}
            case Expr.Name name -> names.add(name.name());
            case Expr.Unary unary -> collectNames(unary.operand(), names);
            case Expr.Binary binary -> {
                collectNames(binary.left(), names);
                collectNames(binary.right(), names);
            }
        }
    }
}
