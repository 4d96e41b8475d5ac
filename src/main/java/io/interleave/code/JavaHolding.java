package io.interleave.code;

import io.interleave.model.ExprText;
import io.interleave.model.Step;
import io.interleave.model.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds the locks that a unit may acquire while it has them. A lock of several is known by its name and the
/// expression that says which.
final class JavaHolding {

    private final Set<String> twice = new HashSet<>();

    private JavaHolding() {}

    static Set<String> takenTwice(List<Step> steps) {
        var holding = new JavaHolding();
        holding.look(steps, new HashSet<>());
        return holding.twice;
    }

    /// @param held what may be held before these steps; changed to what may be held behind them
    private void look(List<Step> steps, Set<String> held) {
        for (var step : steps) {
            switch (step) {
                case Step.Hold it -> hold(it, held);
                case Step.Acquire it -> {
                    take(it.lock(), held);
                    it.waiting().otherwise().ifPresent(otherwise -> look(otherwise, new HashSet<>(held)));
                    held.add(key(it.lock()));
                }
                case Step.Release it -> held.remove(key(it.lock()));
                case Step.Repeat _, Step.ForEach _, Step.Drain _, Step.While _, Step.Forever _ -> {
                    // A second pass begins with what the first has left.
                    look(step.bodies().getFirst(), held);
                    look(step.bodies().getFirst(), held);
                }
                default -> branches(step, held);
            }
        }
    }

    private void hold(Step.Hold hold, Set<String> held) {
        take(hold.lock(), held);
        var inside = new HashSet<>(held);
        boolean had = !inside.add(key(hold.lock()));
        look(hold.body(), inside);
        if (!had) {
            inside.remove(key(hold.lock()));
        }
        hold.waiting().otherwise().ifPresent(it -> look(it, new HashSet<>(held)));
        held.addAll(inside);
    }

    private void branches(Step step, Set<String> held) {
        var before = Set.copyOf(held);
        for (var body : step.bodies()) {
            var inside = new HashSet<>(before);
            look(body, inside);
            held.addAll(inside);
        }
    }

    private void take(Target lock, Set<String> held) {
        if (held.contains(key(lock))) {
            twice.add(lock.name());
        }
    }

    private static String key(Target lock) {
        return lock.name() + lock.at().map(it -> " " + ExprText.of(it)).orElse("");
    }
}
