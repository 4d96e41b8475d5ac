package io.interleave.engine;

import static java.util.Objects.requireNonNull;

import io.interleave.model.Scenario;
import io.interleave.model.Step;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// The ids under which a trace knows the steps of a scenario: from 0, as they stand there. Every process that
/// reads the same text gives the same.
final class StepNumbers {

    private final Map<Step, Integer> numbers = new IdentityHashMap<>();
    private final List<Step> steps = new ArrayList<>();

    StepNumbers(Scenario scenario) {
        scenario.units().forEach(group -> number(group.steps()));
    }

    private void number(List<Step> body) {
        for (var step : body) {
            numbers.put(step, steps.size());
            steps.add(step);
            step.bodies().forEach(this::number);
        }
    }

    /// In the order of their numbers.
    List<Step> all() {
        return steps;
    }

    int of(Step step) {
        return requireNonNull(numbers.get(step));
    }
}
