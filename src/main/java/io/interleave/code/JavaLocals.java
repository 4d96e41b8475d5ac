package io.interleave.code;

import io.interleave.model.Expr;
import io.interleave.model.ExprTypes;
import io.interleave.model.Resource;
import io.interleave.model.Step;
import io.interleave.model.UnitGroup;
import io.interleave.model.Value;
import io.interleave.model.Value.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The locals of one group's units: their types, and which whole numbers they can be.
final class JavaLocals {

    /// Rounds after which a number that still grows may be any.
    private static final int ROUNDS = 4;

    /// More units than any group can have.
    private static final JavaRange INDEX = new JavaRange(1, 1 << 30);

    private final JavaModel model;
    private final UnitGroup group;
    private final Map<String, Type> types = new LinkedHashMap<>();
    private final Map<String, JavaRange> ranges = new HashMap<>();

    /// Of names under which `await` finds a task, what that gives.
    private final Map<String, Type> handles = new LinkedHashMap<>();

    private final Map<String, Type> known = new HashMap<>();
    private final Map<String, Integer> writers = new HashMap<>();
    private final Set<String> boxed = new HashSet<>();

    JavaLocals(JavaModel model, UnitGroup group) {
        this.model = model;
        this.group = group;
        model.scenario.knobs().forEach(it -> known.put(it.name(), it.initial().type()));
        known.put(UnitGroup.INDEX, Type.WHOLE);
        ranges.put(UnitGroup.INDEX, INDEX);
        if (group.kind() instanceof UnitGroup.Task(var parameter, var of)) {
            add(parameter, of);
            ranges.put(parameter, JavaRange.ANY);
        }
        JavaModel.within(group.steps()).forEach(this::types);
        JavaModel.within(group.steps()).forEach(this::boxed);
        findRanges();
    }

    // Types

    private void types(Step step) {
        switch (step) {
            case Step.ForEach it -> add(it.local(), Type.WHOLE);
            case Step.Drain it -> add(it.local(), itemsOf(it.queue().name()));
            case Step.Kernelled it -> it.into().ifPresent(into -> add(into, Type.WHOLE));
            case Step.Let it -> add(it.local(), type(it.value()));
            case Step.ReadClock it -> add(it.local(), Type.TIME);
            case Step.Read it -> add(it.local(), typeOf(it.variable().name()));
            case Step.CompareAndSet it -> it.into().ifPresent(into -> add(into, Type.TRUTH));
            case Step.Await it ->
                it.into()
                        .ifPresent(into -> add(
                                into,
                                Optional.ofNullable(handles.get(it.target().name()))
                                        .orElse(Type.WHOLE)));
            case Step.Take it -> add(it.into(), itemsOf(it.queue().name()));
            case Step.Poll it -> add(it.into(), Type.TRUTH);
            case Step.Communicate it -> it.into().ifPresent(into -> add(into, Type.TEXT));
            case Step.ReadLine it -> add(it.into(), Type.TEXT);
            case Step.Yield it -> it.into().ifPresent(into -> add(into, yields(group.name())));
            case Step.Next it ->
                it.into().ifPresent(into -> add(into, yields(it.generator().name())));
            case Step.Submit it -> it.into().ifPresent(into -> handles.putIfAbsent(into, gives(it.task())));
            case Step.MapTasks it -> it.into().ifPresent(into -> add(into, gives(it.task())));
            case Step.Repeat _, Step.While _, Step.If _, Step.Forever _ -> {}
            case Step.Compute _, Step.Sleep _, Step.Io _, Step.Log _, Step.Check _, Step.Fail _ -> {}
            case Step.Write _, Step.Increment _, Step.Update _ -> {}
            case Step.Hold _, Step.Acquire _, Step.Release _ -> {}
            case Step.Signal _, Step.Clear _, Step.CountDown _, Step.Arrive _, Step.Register _, Step.Deregister _ -> {}
            case Step.Put _, Step.TaskDone _, Step.Close _ -> {}
            case Step.Start _, Step.Cancel _, Step.Kill _, Step.KillWorker _, Step.WriteLine _ -> {}
            case Step.Pause _, Step.Gather _, Step.Shutdown _, Step.Return _ -> {}
        }
    }

    private void add(String local, Type type) {
        types.putIfAbsent(local, type);
        known.put(local, types.getOrDefault(local, type));
        writers.merge(local, 1, Integer::sum);
    }

    private Type type(Expr expr) {
        return ExprTypes.typeOf(expr, known).type().orElse(Type.WHOLE);
    }

    private Type itemsOf(String queue) {
        return model.resource(queue, Resource.Queue.class).of();
    }

    private Type typeOf(String variable) {
        return model.resource(variable, Resource.Variable.class).initial().type();
    }

    private Type gives(String task) {
        return model.group(task).map(UnitGroup::kind).orElse(null) instanceof UnitGroup.Task(var _, var of)
                ? of
                : Type.WHOLE;
    }

    private Type yields(String generator) {
        return model.group(generator).map(UnitGroup::kind).orElse(null) instanceof UnitGroup.Generator(var of)
                ? of
                : Type.WHOLE;
    }

    Type typeOfLocal(String local) {
        return types.getOrDefault(local, Type.WHOLE);
    }

    Set<String> names() {
        return types.keySet();
    }

    boolean isHandle(String name) {
        return handles.containsKey(name);
    }

    Type typeOfHandle(String name) {
        return handles.getOrDefault(name, Type.WHOLE);
    }

    Set<String> handles() {
        return handles.keySet();
    }

    /// How many steps give it a value.
    int writers(String local) {
        return writers.getOrDefault(local, 0);
    }

    // Ranges

    /// What becomes an object as it is had better be a `long` from the beginning.
    private void boxed(Step step) {
        Optional<Expr> value = switch (step) {
            case Step.Put it when itemsOf(it.queue().name()) == Type.WHOLE -> Optional.of(it.value());
            case Step.Yield it when yields(group.name()) == Type.WHOLE -> Optional.of(it.value());
            case Step.Next it when yields(it.generator().name()) == Type.WHOLE -> it.sent();
            default -> Optional.empty();
        };
        if (value.orElse(null) instanceof Expr.Name name && !name.name().equals(UnitGroup.INDEX)) {
            boxed.add(name.name());
        }
    }

    private void findRanges() {
        for (int round = 0; round < ROUNDS; round++) {
            var before = Map.copyOf(ranges);
            JavaModel.within(group.steps()).forEach(this::range);
            if (before.equals(ranges)) {
                return;
            }
            if (round >= ROUNDS / 2) {
                ranges.forEach((local, range) -> {
                    if (!range.equals(before.getOrDefault(local, JavaRange.ZERO))) {
                        ranges.put(local, JavaRange.ANY);
                    }
                });
            }
        }
        ranges.replaceAll((local, _) -> local.equals(UnitGroup.INDEX) ? INDEX : JavaRange.ANY);
    }

    private void range(Step step) {
        var expressions = expressions(it -> it);
        switch (step) {
            case Step.ForEach it -> {
                var from = expressions.of(it.from());
                var to = expressions.of(it.to());
                widen(it.local(), from.isInt() && to.isInt() ? from.range().or(to.range()) : JavaRange.ANY);
            }
            case Step.Let it -> {
                if (typeOfLocal(it.local()) == Type.WHOLE) {
                    var value = expressions.of(it.value());
                    widen(it.local(), value.isInt() ? value.range() : JavaRange.ANY);
                }
            }
            case Step.Await it -> {
                var range = isHandle(it.target().name()) ? JavaRange.ANY : new JavaRange(-1 << 16, 1 << 30);
                it.into().ifPresent(into -> widen(into, range));
            }
            case Step.Repeat _, Step.While _, Step.If _, Step.Forever _, Step.Hold _ -> {}
            default -> written(step).ifPresent(local -> widen(local, JavaRange.ANY));
        }
    }

    private void widen(String local, JavaRange range) {
        var now = boxed.contains(local) ? JavaRange.ANY : range;
        ranges.merge(local, now.or(JavaRange.ZERO), JavaRange::or);
    }

    /// The local that a step gives a value.
    static Optional<String> written(Step step) {
        return switch (step) {
            case Step.ForEach it -> Optional.of(it.local());
            case Step.Drain it -> Optional.of(it.local());
            case Step.Kernelled it -> it.into();
            case Step.Let it -> Optional.of(it.local());
            case Step.ReadClock it -> Optional.of(it.local());
            case Step.Read it -> Optional.of(it.local());
            case Step.CompareAndSet it -> it.into();
            case Step.Await it -> it.into();
            case Step.Take it -> Optional.of(it.into());
            case Step.Poll it -> Optional.of(it.into());
            case Step.Communicate it -> it.into();
            case Step.ReadLine it -> Optional.of(it.into());
            case Step.Yield it -> it.into();
            case Step.Next it -> it.into();
            case Step.Submit it -> it.into();
            case Step.MapTasks it -> it.into();
            case Step.Repeat _, Step.While _, Step.If _, Step.Forever _ -> Optional.empty();
            case Step.Compute _, Step.Sleep _, Step.Io _, Step.Log _, Step.Check _, Step.Fail _ -> Optional.empty();
            case Step.Write _, Step.Increment _, Step.Update _ -> Optional.empty();
            case Step.Hold _, Step.Acquire _, Step.Release _ -> Optional.empty();
            case Step.Signal _, Step.Clear _, Step.CountDown _, Step.Arrive _ -> Optional.empty();
            case Step.Register _, Step.Deregister _, Step.Put _, Step.TaskDone _, Step.Close _ -> Optional.empty();
            case Step.Start _, Step.Cancel _, Step.Kill _, Step.KillWorker _, Step.WriteLine _ -> Optional.empty();
            case Step.Pause _, Step.Gather _, Step.Shutdown _, Step.Return _ -> Optional.empty();
        };
    }

    /// Expressions of these units.
    ///
    /// @param java what a local is called
    JavaExpr expressions(UnaryOperator<String> java) {
        return new JavaExpr(name -> value(name, java.apply(name)));
    }

    /// A local, or else a knob.
    JavaValue value(String name, String java) {
        if (name.equals(UnitGroup.INDEX) || types.containsKey(name)) {
            var type = typeOfLocal(name);
            return isInt(name) ? JavaValue.ofInt(java, range(name)) : JavaValue.simple(java, type);
        }
        return model.knob(name).orElseThrow(() -> new IllegalArgumentException("nothing is called " + name));
    }

    private JavaRange range(String local) {
        return ranges.getOrDefault(local, JavaRange.ZERO);
    }

    boolean isInt(String local) {
        return typeOfLocal(local) == Type.WHOLE && range(local).isInt();
    }

    /// What it is before any step gives it a value.
    String initial(String local) {
        return initial(typeOfLocal(local));
    }

    static String initial(Type type) {
        return switch (type) {
            case WHOLE, TIME -> "0";
            case DECIMAL -> "0.0";
            case TRUTH -> "false";
            case TEXT -> "\"\"";
        };
    }

    String java(String local) {
        return isInt(local) ? "int" : java(typeOfLocal(local));
    }

    static String java(Type type) {
        return switch (type) {
            case WHOLE, TIME -> "long";
            case DECIMAL -> "double";
            case TRUTH -> "boolean";
            case TEXT -> "String";
        };
    }

    static String boxed(Type type) {
        return switch (type) {
            case WHOLE, TIME -> "Long";
            case DECIMAL -> "Double";
            case TRUTH -> "Boolean";
            case TEXT -> "String";
        };
    }

    /// A value as the type of a knob.
    static String java(Value value, boolean isInt) {
        return isInt ? "int" : java(value.type());
    }
}
