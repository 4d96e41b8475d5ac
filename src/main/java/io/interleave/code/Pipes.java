package io.interleave.code;

import io.interleave.model.Scenario;
import io.interleave.model.Step;
import io.interleave.model.UnitGroup;
import java.util.stream.Stream;

/// What child processes are connected to.
final class Pipes {

    private Pipes() {}

    /// Whether another one reads its output, which then starts it as well.
    static boolean feeds(Scenario scenario, String group) {
        return scenario.units().stream()
                .anyMatch(it -> it.kind() instanceof UnitGroup.Process process
                        && process.input().filter(group::equals).isPresent());
    }

    /// Whether a step gives it input.
    static boolean isWritten(Scenario scenario, String group) {
        return steps(scenario).anyMatch(step -> switch (step) {
            case Step.WriteLine it -> it.process().name().equals(group);
            case Step.Close it -> it.target().name().equals(group);
            case Step.Communicate it ->
                it.process().name().equals(group) && it.input().isPresent();
            default -> false;
        });
    }

    /// Whether a step reads its output.
    static boolean isRead(Scenario scenario, String group) {
        return steps(scenario).anyMatch(step -> switch (step) {
            case Step.ReadLine it -> it.process().name().equals(group);
            case Step.Communicate it ->
                it.process().name().equals(group) && it.into().isPresent();
            default -> false;
        });
    }

    private static Stream<Step> steps(Scenario scenario) {
        return scenario.units().stream().flatMap(it -> StepContents.all(it.steps()));
    }
}
