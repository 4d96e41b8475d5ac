package io.interleave.code;

import io.interleave.model.ExprTypes;
import io.interleave.model.Resource;
import io.interleave.model.Scenario;
import io.interleave.model.Step;
import io.interleave.model.StepParts;
import io.interleave.model.UnitGroup;
import io.interleave.model.Value.Type;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The types of the locals of one group's units: each has that of the first value that it is given.
final class LocalTypes {

    private final Scenario scenario;
    private final UnitGroup group;

    /// Of knobs and the unit's number too.
    private final Map<String, Type> known = new HashMap<>();

    private final Map<String, Type> locals = new LinkedHashMap<>();

    /// Of names under which `await` finds a task, what that gives.
    private final Map<String, Type> handles = new LinkedHashMap<>();

    LocalTypes(Scenario scenario, UnitGroup group) {
        this.scenario = scenario;
        this.group = group;
        scenario.knobs().forEach(it -> known.put(it.name(), it.initial().type()));
        known.put(UnitGroup.INDEX, Type.WHOLE);
        if (group.kind() instanceof UnitGroup.Task(var parameter, var of)) {
            add(parameter, of);
        }
        StepContents.all(group.steps()).forEach(step -> {
            if (step instanceof Step.Submit submit) {
                submit.into().ifPresent(it -> handles.putIfAbsent(it, given(scenario, submit.task())));
            } else {
                StepParts.local(step).ifPresent(it -> add(it, typeGivenBy(step)));
            }
        });
    }

    private void add(String local, Type type) {
        locals.putIfAbsent(local, type);
        known.putIfAbsent(local, type);
    }

    /// Of knobs, the unit's number and its locals.
    Map<String, Type> known() {
        return known;
    }

    /// Those that the unit gives a value itself, in the order of its steps, and the parameter of a task.
    Set<String> locals() {
        return locals.keySet();
    }

    Type of(String local) {
        return known.getOrDefault(local, Type.WHOLE);
    }

    boolean isHandle(String name) {
        return handles.containsKey(name);
    }

    Type ofHandle(String name) {
        return handles.getOrDefault(name, Type.WHOLE);
    }

    Set<String> handles() {
        return handles.keySet();
    }

    private Type typeGivenBy(Step step) {
        return switch (step) {
            case Step.Let it -> ExprTypes.typeOf(it.value(), known).type().orElse(Type.WHOLE);
            case Step.ReadClock _ -> Type.TIME;
            case Step.Read it -> shared(it.variable().name());
            case Step.Take it -> shared(it.queue().name());
            case Step.Drain it -> shared(it.queue().name());
            case Step.CompareAndSet _, Step.Poll _ -> Type.TRUTH;
            case Step.Communicate _, Step.ReadLine _ -> Type.TEXT;
            case Step.Await it -> ofHandle(it.target().name());
            case Step.Yield _ -> given(scenario, group.name());
            case Step.Next it -> given(scenario, it.generator().name());
            case Step.MapTasks it -> given(scenario, it.task());
            case Step.Repeat _, Step.ForEach _, Step.While _, Step.If _, Step.Forever _, Step.Compute _ -> Type.WHOLE;
            case Step.Kernelled _, Step.Sleep _, Step.Io _, Step.Log _, Step.Check _, Step.Fail _ -> Type.WHOLE;
            case Step.Write _, Step.Increment _, Step.Update _, Step.Hold _, Step.Acquire _, Step.Release _ ->
                Type.WHOLE;
            case Step.Signal _, Step.Clear _, Step.CountDown _, Step.Arrive _, Step.Register _, Step.Deregister _ ->
                Type.WHOLE;
            case Step.Put _, Step.TaskDone _, Step.Close _, Step.Start _, Step.Cancel _, Step.Kill _ -> Type.WHOLE;
            case Step.KillWorker _, Step.WriteLine _, Step.Pause _, Step.Gather _, Step.Submit _, Step.Shutdown _ ->
                Type.WHOLE;
            case Step.Return _ -> Type.WHOLE;
        };
    }

    private Type shared(String name) {
        return switch (scenario.resource(name).orElse(null)) {
            case Resource.Variable it -> it.initial().type();
            case Resource.Queue it -> it.of();
            case null, default -> Type.WHOLE;
        };
    }

    /// What a task or a generator gives.
    static Type given(Scenario scenario, String name) {
        return scenario.units().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .map(it -> switch (it.kind()) {
                    case UnitGroup.Task(var _, var of) -> of;
                    case UnitGroup.Generator(var of) -> of;
                    case UnitGroup.Thread _, UnitGroup.Coroutine _, UnitGroup.Process _ -> Type.WHOLE;
                })
                .orElse(Type.WHOLE);
    }
}
