package io.interleave.code;

import io.interleave.model.ExprTypes;
import io.interleave.model.Resource;
import io.interleave.model.Scenario;
import io.interleave.model.Step;
import io.interleave.model.Target;
import io.interleave.model.UnitGroup;
import io.interleave.model.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is known of the locals of one group of units: their types, and which of them a step may ask for before any
/// has given them a value, so that the program must.
final class PythonLocals {

    private final Scenario scenario;
    private final UnitGroup group;

    /// Of knobs too.
    private final Map<String, Value.Type> types = new HashMap<>();

    /// Names of tasks that were handed to a pool, and what those give.
    private final Map<String, Value.Type> handles = new HashMap<>();

    private final Set<String> early = new LinkedHashSet<>();

    PythonLocals(Scenario scenario, UnitGroup group) {
        this.scenario = scenario;
        this.group = group;
        scenario.knobs().forEach(it -> types.put(it.name(), it.initial().type()));
        types.put(UnitGroup.INDEX, Value.Type.WHOLE);
        if (group.kind() instanceof UnitGroup.Task(var parameter, var of)) {
            types.put(parameter, of);
        }
        PythonSteps.all(group.steps()).forEach(this::declare);
        var given = new HashSet<String>(Set.of(UnitGroup.INDEX));
        scenario.knobs().forEach(it -> given.add(it.name()));
        if (group.kind() instanceof UnitGroup.Task(var parameter, var _)) {
            given.add(parameter);
        }
        after(group.steps(), given);
    }

    /// The types of knobs and locals.
    Map<String, Value.Type> types() {
        return types;
    }

    boolean isHandle(String name) {
        return handles.containsKey(name);
    }

    Value.Type type(String local) {
        return types.getOrDefault(local, Value.Type.WHOLE);
    }

    /// Those that need a value before the first step.
    Set<String> early() {
        return early;
    }

    private void declare(Step step) {
        if (step instanceof Step.Submit submit) {
            submit.into().ifPresent(it -> handles.putIfAbsent(it, result(submit.task())));
        } else {
            PythonSteps.given(step).ifPresent(it -> types.putIfAbsent(it, typeGivenBy(step)));
        }
    }

    private Value.Type typeGivenBy(Step step) {
        return switch (step) {
            case Step.Let it -> ExprTypes.typeOf(it.value(), types).type().orElse(Value.Type.WHOLE);
            case Step.ReadClock _ -> Value.Type.TIME;
            case Step.Read it -> shared(it.variable());
            case Step.Take it -> shared(it.queue());
            case Step.Drain it -> shared(it.queue());
            case Step.CompareAndSet _, Step.Poll _ -> Value.Type.TRUTH;
            case Step.Communicate _, Step.ReadLine _ -> Value.Type.TEXT;
            case Step.Await it -> handles.getOrDefault(it.target().name(), Value.Type.WHOLE);
            case Step.Yield _ -> result(group.name());
            case Step.Next it -> result(it.generator().name());
            case Step.MapTasks it -> result(it.task());
            case Step.Repeat _, Step.ForEach _, Step.While _, Step.If _, Step.Forever _, Step.Compute _ ->
                Value.Type.WHOLE;
            case Step.Kernelled _, Step.Sleep _, Step.Io _, Step.Log _, Step.Check _, Step.Fail _ -> Value.Type.WHOLE;
            case Step.Write _, Step.Increment _, Step.Update _, Step.Hold _, Step.Acquire _, Step.Release _ ->
                Value.Type.WHOLE;
            case Step.Signal _, Step.Clear _, Step.CountDown _, Step.Arrive _, Step.Register _, Step.Deregister _ ->
                Value.Type.WHOLE;
            case Step.Put _, Step.TaskDone _, Step.Close _, Step.Start _, Step.Cancel _, Step.Kill _ ->
                Value.Type.WHOLE;
            case Step.KillWorker _, Step.WriteLine _, Step.Pause _, Step.Gather _, Step.Submit _, Step.Shutdown _ ->
                Value.Type.WHOLE;
            case Step.Return _ -> Value.Type.WHOLE;
        };
    }

    private Value.Type shared(Target target) {
        return scenario.resource(target.name())
                .map(it -> switch (it) {
                    case Resource.Variable variable -> variable.initial().type();
                    case Resource.Queue queue -> queue.of();
                    case Resource.Lock _, Resource.Semaphore _, Resource.Condition _, Resource.Barrier _ ->
                        Value.Type.WHOLE;
                    case Resource.Latch _, Resource.Phaser _, Resource.Event _, Resource.EventLoop _, Resource.Pool _ ->
                        Value.Type.WHOLE;
                })
                .orElse(Value.Type.WHOLE);
    }

    /// What a task or a generator gives.
    private Value.Type result(String name) {
        return scenario.units().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .map(it -> switch (it.kind()) {
                    case UnitGroup.Task(var _, var of) -> of;
                    case UnitGroup.Generator(var of) -> of;
                    case UnitGroup.Thread _, UnitGroup.Coroutine _, UnitGroup.Process _ -> Value.Type.WHOLE;
                })
                .orElse(Value.Type.WHOLE);
    }

    /// The locals that have a value for certain behind these steps.
    private Set<String> after(List<Step> steps, Set<String> before) {
        var given = new HashSet<>(before);
        for (var step : steps) {
            PythonSteps.expressions(step)
                    .flatMap(PythonSteps::names)
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
        PythonSteps.given(step).ifPresent(succeeded::add);
        var bodies = step.bodies();
        given.addAll(bodies.isEmpty() ? succeeded : both(succeeded, after(bodies.getFirst(), given)));
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        var both = new HashSet<>(one);
        both.retainAll(other);
        return both;
    }
}
