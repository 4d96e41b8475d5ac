package io.interleave.view.session;

import io.interleave.analysis.Finding;
import io.interleave.model.Expr;
import io.interleave.model.Knob;
import io.interleave.model.Resource;
import io.interleave.model.Scenario;
import io.interleave.model.Settings;
import io.interleave.model.Step;
import io.interleave.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A switch to turn.
public record SwitchCure(Knob.Toggle knob, boolean on) implements Cure {

    /// The cure for updates lost, and for a deadlock: a lock around the steps in question that a switch has
    /// turned off. For a deadlock without such a lock, and for a blocked event loop: a switch that does the work of
    /// the step in question in another way.
    static Optional<SwitchCure> of(List<Finding> findings, Scenario scenario, Settings settings) {
        return findings.stream()
                .flatMap(finding -> switch (finding) {
                    case Finding.UpdatesLost lost ->
                        lockOff(step -> touches(step, lost.name()), scenario, settings).stream();
                    case Finding.Deadlock deadlock ->
                        lockOff(step -> acquires(step, locks(deadlock)), scenario, settings)
                                .or(() -> otherWay(
                                        _ -> true, step -> acquires(step, locks(deadlock)), scenario, settings))
                                .stream();
                    // Not by the finding's line, which may be another one since the text was edited.
                    case Finding.LoopBlocked blocked ->
                        otherWay(
                                group -> group.equals(blocked.unit().replaceFirst(" \\d+$", "")),
                                step -> step instanceof Step.Compute,
                                scenario,
                                settings)
                                .stream();
                    case Finding.Contention _,
                            Finding.QueueFull _,
                            Finding.Stall _,
                            Finding.SignalLost _,
                            Finding.Starved _,
                            Finding.TasksRejected _,
                            Finding.WorkerDied _ -> Optional.<SwitchCure>empty().stream();
                })
                .findFirst();
    }

    private static Optional<SwitchCure> lockOff(Predicate<Step> endangered, Scenario scenario, Settings settings) {
        return scenario.resources().stream()
                .flatMap(resource -> switch (resource) {
                    case Resource.Lock lock
                    when guards(lock.name(), endangered, scenario) -> enabler(lock, scenario).stream();
                    default -> Optional.<Knob.Toggle>empty().stream();
                })
                .filter(toggle -> settings.get(toggle.name()).equals(new Value.Truth(false)))
                .map(toggle -> new SwitchCure(toggle, true))
                .findFirst();
    }

    private static Optional<Knob.Toggle> enabler(Resource.Lock lock, Scenario scenario) {
        return toggle(lock.enabled(), scenario);
    }

    private static Optional<Knob.Toggle> toggle(Expr expression, Scenario scenario) {
        return expression instanceof Expr.Name(var _, var name)
                        && scenario.knob(name).orElse(null) instanceof Knob.Toggle toggle
                ? Optional.of(toggle)
                : Optional.empty();
    }

    /// @param groups by their names
    private static Optional<SwitchCure> otherWay(
            Predicate<String> groups, Predicate<Step> endangered, Scenario scenario, Settings settings) {
        return scenario.units().stream()
                .filter(group -> groups.test(group.name()))
                .flatMap(group -> choices(group.steps()))
                .filter(it -> any(it.otherwise().orElse(List.of()), endangered))
                .flatMap(it -> toggle(it.condition(), scenario).stream())
                .filter(toggle -> settings.get(toggle.name()).equals(new Value.Truth(false)))
                .map(toggle -> new SwitchCure(toggle, true))
                .findFirst();
    }

    private static Stream<Step.If> choices(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> Stream.concat(
                        step instanceof Step.If choice ? Stream.of(choice) : Stream.empty(),
                        step.bodies().stream().flatMap(SwitchCure::choices)));
    }

    private static boolean any(List<Step> steps, Predicate<Step> wanted) {
        return steps.stream()
                .anyMatch(step -> wanted.test(step) || step.bodies().stream().anyMatch(body -> any(body, wanted)));
    }

    private static boolean guards(String lock, Predicate<Step> endangered, Scenario scenario) {
        return scenario.units().stream().anyMatch(group -> guards(lock, endangered, group.steps(), false));
    }

    /// Whether one of `steps` is endangered while the lock is held; acquiring without a body counts for what
    /// follows it.
    private static boolean guards(String lock, Predicate<Step> endangered, List<Step> steps, boolean heldBefore) {
        boolean held = heldBefore;
        for (var step : steps) {
            boolean heldIn =
                    held || step instanceof Step.Hold hold && hold.lock().name().equals(lock);
            boolean found = held && endangered.test(step)
                    || step.bodies().stream().anyMatch(body -> guards(lock, endangered, body, heldIn));
            if (found) {
                return true;
            }
            held = switch (step) {
                case Step.Acquire acquire when acquire.lock().name().equals(lock) -> true;
                case Step.Release release when release.lock().name().equals(lock) -> false;
                default -> held;
            };
        }
        return false;
    }

    private static boolean touches(Step step, String variable) {
        return switch (step) {
            case Step.Read read -> read.variable().name().equals(variable);
            case Step.Write write -> write.variable().name().equals(variable);
            case Step.Increment increment -> increment.variable().name().equals(variable);
            case Step.Update update -> update.variable().name().equals(variable);
            case Step.CompareAndSet set -> set.variable().name().equals(variable);
            default -> false;
        };
    }

    private static boolean acquires(Step step, Set<String> locks) {
        return step instanceof Step.Hold hold && locks.contains(hold.lock().name())
                || step instanceof Step.Acquire acquire
                        && locks.contains(acquire.lock().name());
    }

    /// The names of its locks, without the numbers of those that there are several of.
    static Set<String> locks(Finding.Deadlock deadlock) {
        return deadlock.circle().stream()
                .map(it -> it.lock().replaceFirst(" \\d+$", ""))
                .collect(Collectors.toSet());
    }
}
