package io.interleave.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds what a scenario cannot do with its knobs set in a certain way: start a negative number of units,
/// repeat or compute less than nothing, divide by zero. Looks only at what the knobs alone decide.
public final class SettingsCheck {

    private final Map<String, Value> knobs;
    private final Problems problems;

    SettingsCheck(Map<String, Value> knobs, Problems problems) {
        this.knobs = knobs;
        this.problems = problems;
    }

    /// What is wrong with running `scenario` with these settings of its knobs; empty for the settings that it
    /// was read with.
    public static List<Problem> check(Scenario scenario, Settings settings) {
        var problems = new Problems();
        var check = new SettingsCheck(settings.asMap(), problems);
        for (var group : scenario.units()) {
            check.units(group.count());
            group.steps().forEach(check::step);
        }
        for (var resource : scenario.resources()) {
            if (resource instanceof Resource.Lock lock) {
                check.value(lock.enabled());
            }
        }
        return problems.inOrder();
    }

    private void step(Step step) {
        switch (step) {
            case Step.Repeat repeat -> times(repeat.times());
            case Step.Write write -> value(write.value());
            case Step.Update update -> value(update.value());
            case Step.Increment increment -> value(increment.by());
            case Step.Compute compute -> time(compute.work());
            case Step.Sleep sleep -> time(sleep.time());
            default -> {}
        }
        step.bodies().forEach(body -> body.forEach(this::step));
    }

    void units(Expr count) {
        if (value(count).orElse(null) instanceof Value.Whole(long number) && (number < 0 || number > Limits.UNITS)) {
            problems.error(count.place(), "cannot start %d units".formatted(number), "0 to %d".formatted(Limits.UNITS));
        }
    }

    void times(Expr times) {
        value(times)
                .filter(Values::isNegative)
                .ifPresent(it -> problems.error(
                        times.place(), "cannot repeat %s times".formatted(KnobText.format(it)), "0 or more"));
    }

    void time(Expr time) {
        value(time)
                .filter(Values::isNegative)
                .ifPresent(it -> problems.error(
                        time.place(), "this cannot take %s".formatted(KnobText.format(it)), "0s or more"));
    }

    /// What `expr` gives, if it is over knobs alone.
    Optional<Value> value(Expr expr) {
        if (!isOverKnobs(expr)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Evaluator.evaluate(expr, knobs::get));
        } catch (EvaluationException e) {
            problems.error(e.place(), e.getMessage());
            return Optional.empty();
        }
    }

    private boolean isOverKnobs(Expr expr) {
        return switch (expr) {
            case Expr.Literal _ -> true;
            case Expr.Name name -> knobs.containsKey(name.name());
            case Expr.Unary unary -> isOverKnobs(unary.operand());
            case Expr.Binary binary -> isOverKnobs(binary.left()) && isOverKnobs(binary.right());
        };
    }
}
