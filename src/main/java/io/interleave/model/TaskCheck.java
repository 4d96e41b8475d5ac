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
        return switch (step) {
            case Step.Repeat _, Step.ForEach _, Step.While _, Step.If _, Step.Forever _ -> Optional.empty();
            case Step.Compute _, Step.Kernelled _, Step.Sleep _, Step.Io _ -> Optional.empty();
            case Step.Log _, Step.Check _, Step.Fail _, Step.Let _, Step.ReadClock _ -> Optional.empty();
            case Step.Pause _, Step.Return _, Step.Yield _ -> Optional.empty();
            case Step.Drain it -> Optional.of(it.queue());
            case Step.Read it -> Optional.of(it.variable());
            case Step.Write it -> Optional.of(it.variable());
            case Step.Increment it -> Optional.of(it.variable());
            case Step.Update it -> Optional.of(it.variable());
            case Step.CompareAndSet it -> Optional.of(it.variable());
            case Step.Hold it -> Optional.of(it.lock());
            case Step.Acquire it -> Optional.of(it.lock());
            case Step.Release it -> Optional.of(it.lock());
            case Step.Await it -> Optional.of(it.target());
            case Step.Signal it -> Optional.of(it.target());
            case Step.Clear it -> Optional.of(it.event());
            case Step.CountDown it -> Optional.of(it.latch());
            case Step.Arrive it -> Optional.of(it.phaser());
            case Step.Register it -> Optional.of(it.phaser());
            case Step.Deregister it -> Optional.of(it.phaser());
            case Step.Put it -> Optional.of(it.queue());
            case Step.Take it -> Optional.of(it.queue());
            case Step.TaskDone it -> Optional.of(it.queue());
            case Step.Close it -> Optional.of(it.target());
            case Step.Communicate it -> Optional.of(it.process());
            case Step.WriteLine it -> Optional.of(it.process());
            case Step.ReadLine it -> Optional.of(it.process());
            case Step.Next it -> Optional.of(it.generator());
            case Step.Start it -> whole(it.place(), it.group());
            case Step.Poll it -> whole(it.place(), it.group());
            case Step.Cancel it -> whole(it.place(), it.group());
            case Step.Kill it -> whole(it.place(), it.group());
            case Step.KillWorker it -> whole(it.place(), it.pool());
            case Step.Gather it ->
                whole(it.place(), it.groups().isEmpty() ? "" : it.groups().getFirst());
            case Step.Submit it -> whole(it.place(), it.pool());
            case Step.MapTasks it -> whole(it.place(), it.pool());
            case Step.Shutdown it -> whole(it.place(), it.pool());
        };
    }

    private static Optional<Target> whole(Place place, String name) {
        return Optional.of(new Target(place, name, Optional.empty()));
    }
}
