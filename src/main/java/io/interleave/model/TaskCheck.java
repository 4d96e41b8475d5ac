package io.interleave.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the steps of tasks that cannot be done in the processes of a pool: all that use what units here share.
final class TaskCheck {

    private final Scenario scenario;
    private final Problems problems;

    TaskCheck(Scenario scenario, Problems problems) {
        this.scenario = scenario;
        this.problems = problems;
    }

    void check() {
        var pools = new HashMap<String, String>();
        scenario.units().forEach(group -> collect(group.steps(), pools));
        for (var group : scenario.units()) {
            String pool = pools.get(group.name());
            if (pool != null) {
                check(group.steps(), group.name(), pool);
            }
        }
    }

    /// Finds for each task a pool of processes that is given it.
    private void collect(List<Step> steps, Map<String, String> pools) {
        for (var step : steps) {
            if (step instanceof Step.Submit it && isOfProcesses(it.pool())) {
                pools.putIfAbsent(it.task(), it.pool());
            }
            if (step instanceof Step.MapTasks it && isOfProcesses(it.pool())) {
                pools.putIfAbsent(it.task(), it.pool());
            }
            step.bodies().forEach(body -> collect(body, pools));
        }
    }

    private boolean isOfProcesses(String pool) {
        return scenario.resource(pool).orElse(null) instanceof Resource.Pool it
                && it.kind() == Resource.Pool.Kind.PROCESS;
    }

    private void check(List<Step> steps, String task, String pool) {
        for (var step : steps) {
            shared(step)
                    .ifPresent(it -> problems.error(
                            it.place(),
                            "'%s' runs in the processes of pool '%s', where there is no '%s'"
                                    .formatted(task, pool, it.name()),
                            "steps that use nothing shared, or a pool that is not of processes"));
            step.bodies().forEach(body -> check(body, task, pool));
        }
    }

    /// What a step uses that units share.
    private static Optional<Target> shared(Step step) {
        return StepParts.target(step)
                .or(() -> StepParts.names(step).stream()
                        .findFirst()
                        .map(name -> new Target(step.place(), name, Optional.empty())));
    }
}
