package io.interleave.code;

import io.interleave.model.Expr;
import io.interleave.model.Knob;
import io.interleave.model.Resource;
import io.interleave.model.Scenario;
import io.interleave.model.Settings;
import io.interleave.model.Step;
import io.interleave.model.UnitGroup;
import io.interleave.model.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A scenario, and what its steps do with the things in it: that decides what these are to be in Java.
final class JavaModel {

    final Scenario scenario;
    final Settings settings;
    final JavaNames names;
    private final Map<String, Resource> resources = new HashMap<>();
    private final Map<String, UnitGroup> groups = new HashMap<>();
    private final List<Step> steps;
    private final Set<String> polled = new HashSet<>();
    private final Set<String> takenTwice = new HashSet<>();

    JavaModel(Scenario scenario, Settings settings) {
        this.scenario = scenario;
        this.settings = settings;
        names = new JavaNames(scenario);
        scenario.resources().forEach(it -> resources.put(it.name(), it));
        scenario.units().forEach(it -> groups.put(it.name(), it));
        steps = scenario.units().stream()
                .flatMap(it -> StepContents.all(it.steps()))
                .toList();
        for (var group : scenario.units()) {
            polled.addAll(JavaPolling.polled(group.steps()));
            takenTwice.addAll(JavaHolding.takenTwice(group.steps()));
        }
    }

    Stream<Step> steps() {
        return steps.stream();
    }

    <T extends Step> Stream<T> steps(Class<T> kind) {
        return steps.stream().filter(kind::isInstance).map(kind::cast);
    }

    Optional<Resource> resource(String name) {
        return Optional.ofNullable(resources.get(name));
    }

    /// A resource that steps name, which therefore is there.
    <T extends Resource> T resource(String name, Class<T> kind) {
        return kind.cast(resource(name).orElseThrow());
    }

    Optional<UnitGroup> group(String name) {
        return Optional.ofNullable(groups.get(name));
    }

    /// A knob's value as an expression; empty where there is no such knob.
    Optional<JavaValue> knob(String name) {
        return scenario.knob(name).map(it -> {
            var type = it.initial().type();
            var range = range(it);
            return type == Value.Type.WHOLE && range.isInt()
                    ? JavaValue.ofInt(names.field(name), range)
                    : JavaValue.simple(names.field(name), type);
        });
    }

    private static JavaRange range(Knob knob) {
        return knob instanceof Knob.Slider slider
                        && slider.min() instanceof Value.Whole(long least)
                        && slider.max() instanceof Value.Whole(long most)
                ? new JavaRange(least, most)
                : JavaRange.ANY;
    }

    /// Whether no unit ever changes what this gives.
    static boolean isOverKnobs(Expr expr, Set<String> knobs) {
        return switch (expr) {
            case Expr.Literal _ -> true;
            case Expr.Name it -> knobs.contains(it.name());
            case Expr.Unary it -> isOverKnobs(it.operand(), knobs);
            case Expr.Binary it -> isOverKnobs(it.left(), knobs) && isOverKnobs(it.right(), knobs);
        };
    }

    boolean isOverKnobs(Expr expr) {
        return isOverKnobs(expr, settings.asMap().keySet());
    }

    // What steps do

    /// Whether a variable is changed by `update` or `compare_and_set` anywhere.
    boolean isAtomic(String variable) {
        return steps(Step.Update.class).anyMatch(it -> it.variable().name().equals(variable))
                || steps(Step.CompareAndSet.class)
                        .anyMatch(it -> it.variable().name().equals(variable));
    }

    /// Whether a loop waits for a plain variable to change, without a lock.
    boolean isPolled(String variable) {
        return polled.contains(variable);
    }

    /// Whether a unit may acquire a lock that it has already.
    boolean isTakenTwice(String lock) {
        return takenTwice.contains(lock);
    }

    boolean hasCondition(String lock) {
        return scenario.resources().stream()
                .anyMatch(it -> it instanceof Resource.Condition condition
                        && condition.lock().equals(lock));
    }

    boolean isCleared(String event) {
        return steps(Step.Clear.class).anyMatch(it -> it.event().name().equals(event));
    }

    /// Whether a queue needs more than those of Java can do.
    boolean isClosable(Resource.Queue queue) {
        var name = queue.name();
        return steps(Step.Close.class).anyMatch(it -> it.target().name().equals(name))
                || steps(Step.Drain.class).anyMatch(it -> it.queue().name().equals(name))
                || isJoined(name)
                || queue.order() == Resource.Queue.Order.PRIORITY
                        && queue.capacity().isPresent();
    }

    /// Whether somebody waits until all items of a queue are done.
    boolean isJoined(String queue) {
        return steps(Step.TaskDone.class).anyMatch(it -> it.queue().name().equals(queue))
                || steps(Step.Await.class).anyMatch(it -> it.target().name().equals(queue));
    }

    /// Whether a step cancels the units of a group, so that their waits must be such as can be ended.
    boolean isCancelled(UnitGroup group) {
        return group.kind() instanceof UnitGroup.Task
                ? steps(Step.Shutdown.class).anyMatch(Step.Shutdown::cancel)
                : steps(Step.Cancel.class).anyMatch(it -> it.group().equals(group.name()))
                        || group.kind() instanceof UnitGroup.Generator;
    }

    /// Whether a step asks about a group or waits for it.
    boolean isAskedFor(String group) {
        return steps().anyMatch(step -> switch (step) {
            case Step.Await it -> it.target().name().equals(group);
            case Step.Poll it -> it.group().equals(group);
            case Step.Cancel it -> it.group().equals(group);
            case Step.Gather it -> it.groups().contains(group);
            default -> false;
        });
    }
}
