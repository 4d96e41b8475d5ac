package io.interleave.code;

import io.interleave.model.Expr;
import io.interleave.model.Resource;
import io.interleave.model.Step;
import io.interleave.model.StepParts;
import io.interleave.model.UnitGroup;
import io.interleave.model.Value;
import io.interleave.model.Value.Type;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
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
    private final LocalTypes types;
    private final Map<String, JavaRange> ranges = new HashMap<>();
    private final Set<String> boxed = new HashSet<>();

    JavaLocals(JavaModel model, UnitGroup group) {
        this.model = model;
        this.group = group;
        types = new LocalTypes(model.scenario, group);
        ranges.put(UnitGroup.INDEX, INDEX);
        if (group.kind() instanceof UnitGroup.Task(var parameter, var _)) {
            ranges.put(parameter, JavaRange.ANY);
        }
        StepContents.all(group.steps()).forEach(this::boxed);
        findRanges();
    }

    Type typeOfLocal(String local) {
        return types.of(local);
    }

    Set<String> names() {
        return types.locals();
    }

    boolean isHandle(String name) {
        return types.isHandle(name);
    }

    Type typeOfHandle(String name) {
        return types.ofHandle(name);
    }

    Set<String> handles() {
        return types.handles();
    }

    /// How many give it a value: steps, and of a task's parameter who hands it over.
    long writers(String local) {
        long steps = StepContents.all(group.steps())
                .filter(it -> StepParts.local(it).filter(local::equals).isPresent())
                .count();
        boolean isParameter = group.kind() instanceof UnitGroup.Task(var parameter, var _) && parameter.equals(local);
        return isParameter ? steps + 1 : steps;
    }

    // Ranges

    /// What becomes an object as it is had better be a `long` from the beginning.
    private void boxed(Step step) {
        Optional<Expr> value = switch (step) {
            case Step.Put it
            when model.resource(it.queue().name(), Resource.Queue.class).of() == Type.WHOLE -> Optional.of(it.value());
            case Step.Yield it
            when LocalTypes.given(model.scenario, group.name()) == Type.WHOLE -> Optional.of(it.value());
            case Step.Next it
            when LocalTypes.given(model.scenario, it.generator().name()) == Type.WHOLE -> it.sent();
            default -> Optional.empty();
        };
        if (value.orElse(null) instanceof Expr.Name name && !name.name().equals(UnitGroup.INDEX)) {
            boxed.add(name.name());
        }
    }

    private void findRanges() {
        for (int round = 0; round < ROUNDS; round++) {
            var before = Map.copyOf(ranges);
            StepContents.all(group.steps()).forEach(this::range);
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
        var expressions = expressions(it -> it, EnumSet.noneOf(JavaNeed.class));
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
            default -> StepParts.local(step).ifPresent(local -> widen(local, JavaRange.ANY));
        }
    }

    private void widen(String local, JavaRange range) {
        var now = boxed.contains(local) ? JavaRange.ANY : range;
        ranges.merge(local, now.or(JavaRange.ZERO), JavaRange::or);
    }

    /// Expressions of these units.
    ///
    /// @param java what a local is called
    /// @param needs where what they need is added
    JavaExpr expressions(UnaryOperator<String> java, Set<JavaNeed> needs) {
        return new JavaExpr(name -> value(name, java.apply(name)), needs);
    }

    /// A local, or else a knob.
    JavaValue value(String name, String java) {
        if (name.equals(UnitGroup.INDEX) || types.locals().contains(name)) {
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
