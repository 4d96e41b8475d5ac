package io.interleave.code;

import io.interleave.model.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds the variables for which a loop waits without a lock: those that Java is to read anew each time.
final class JavaPolling {

    private final Set<String> polled = new HashSet<>();

    private JavaPolling() {}

    static Set<String> polled(List<Step> steps) {
        var polling = new JavaPolling();
        polling.look(steps, Set.of());
        return polling.polled;
    }

    /// @param awaited the locals that conditions of loops around these steps name
    private void look(List<Step> steps, Set<String> awaited) {
        for (var step : steps) {
            if (step instanceof Step.Read read && awaited.contains(read.local())) {
                polled.add(read.variable().name());
            }
            var inner = awaited;
            if (step instanceof Step.While loop) {
                inner = new HashSet<>(awaited);
                StepContents.names(loop.condition()).forEach(inner::add);
            } else if (step instanceof Step.Hold) {
                // Under a lock it is read anew anyway.
                inner = Set.of();
            }
            for (var body : step.bodies()) {
                look(body, inner);
            }
        }
    }
}
