package io.interleave.code;

import io.interleave.model.Scenario;
import io.interleave.model.Step;
import io.interleave.model.StepParts;
import io.interleave.model.UnitGroup;
import io.interleave.model.Value;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is known of the locals of one group of units: their types, and which of them a step may ask for before any
/// has given them a value, so that the program must.
final class PythonLocals {

    private final LocalTypes types;
    private final Set<String> early = new LinkedHashSet<>();

    PythonLocals(Scenario scenario, UnitGroup group) {
        types = new LocalTypes(scenario, group);
        var given = new HashSet<String>(Set.of(UnitGroup.INDEX));
        scenario.knobs().forEach(it -> given.add(it.name()));
        if (group.kind() instanceof UnitGroup.Task(var parameter, var _)) {
            given.add(parameter);
        }
        after(group.steps(), given);
    }

    /// The types of knobs and locals.
    Map<String, Value.Type> types() {
        return types.known();
    }

    boolean isHandle(String name) {
        return types.isHandle(name);
    }

    Value.Type type(String local) {
        return types.of(local);
    }

    /// Those that need a value before the first step.
    Set<String> early() {
        return early;
    }

    /// The locals that have a value for certain behind these steps.
    private Set<String> after(List<Step> steps, Set<String> before) {
        var given = new HashSet<>(before);
        for (var step : steps) {
            StepContents.expressions(step)
                    .flatMap(StepContents::names)
                    .filter(it -> !given.contains(it) && !isOwnOf(step, it))
                    .forEach(early::add);
            if (step instanceof Step.Await await && isHandle(await.target().name())) {
                Optional.of(await.target().name())
                        .filter(it -> !given.contains(it))
                        .ifPresent(early::add);
            }
            after(step, given);
        }
        return given;
    }

    /// In the value of an update the variable's own name is no local.
    private static boolean isOwnOf(Step step, String name) {
        return step instanceof Step.Update update && update.variable().name().equals(name);
    }

    private void after(Step step, Set<String> given) {
        switch (step) {
            case Step.ForEach it -> {
                var inside = new HashSet<>(given);
                inside.add(it.local());
                after(it.body(), inside);
            }
            case Step.Drain it -> {
                var inside = new HashSet<>(given);
                inside.add(it.local());
                after(it.body(), inside);
            }
            case Step.Repeat it -> after(it.body(), given);
            case Step.While it -> after(it.body(), given);
            case Step.Forever it -> given.addAll(after(it.body(), given));
            case Step.If it ->
                given.addAll(both(after(it.body(), given), after(it.otherwise().orElse(List.of()), given)));
            case Step.Hold it -> {
                var held = after(it.body(), given);
                given.addAll(it.waiting()
                        .otherwise()
                        .map(other -> both(held, after(other, given)))
                        .orElse(held));
            }
            case Step.Compute _, Step.Kernelled _, Step.Sleep _, Step.Io _, Step.Log _, Step.Check _ ->
                orElse(step, given);
            case Step.Fail _, Step.Let _, Step.ReadClock _, Step.Read _, Step.Write _, Step.Increment _ ->
                orElse(step, given);
            case Step.Update _, Step.CompareAndSet _, Step.Acquire _, Step.Release _, Step.Await _, Step.Signal _ ->
                orElse(step, given);
            case Step.Clear _, Step.CountDown _, Step.Arrive _, Step.Register _, Step.Deregister _, Step.Put _ ->
                orElse(step, given);
            case Step.Take _, Step.TaskDone _, Step.Close _, Step.Start _, Step.Poll _, Step.Cancel _ ->
                orElse(step, given);
            case Step.Kill _, Step.KillWorker _, Step.Communicate _, Step.WriteLine _, Step.ReadLine _, Step.Pause _ ->
                orElse(step, given);
            case Step.Gather _, Step.Yield _, Step.Next _, Step.Submit _, Step.MapTasks _, Step.Shutdown _ ->
                orElse(step, given);
            case Step.Return _ -> orElse(step, given);
        }
    }

    /// A step that gives its local a value, unless it does what stands under its `else`.
    private void orElse(Step step, Set<String> given) {
        var succeeded = new HashSet<>(given);
        StepParts.local(step).ifPresent(succeeded::add);
        var bodies = step.bodies();
        given.addAll(bodies.isEmpty() ? succeeded : both(succeeded, after(bodies.getFirst(), given)));
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        var both = new HashSet<>(one);
        both.retainAll(other);
        return both;
    }
}
