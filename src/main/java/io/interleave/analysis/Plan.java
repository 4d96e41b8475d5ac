package io.interleave.analysis;

import io.interleave.model.Resource;
import io.interleave.model.Scenario;
import io.interleave.model.ScenarioReader;
import io.interleave.model.Step;
import io.interleave.model.StepParts;
import io.interleave.model.UnitGroup;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the scenario's text says that the events do not repeat.
final class Plan {

    static final Plan UNKNOWN = new Plan(Optional.empty());

    private final Optional<Scenario> scenario;
    private final Set<Integer> limitedLines = new HashSet<>();

    private Plan(Optional<Scenario> scenario) {
        this.scenario = scenario;
        scenario.ifPresent(it -> it.units().forEach(group -> lookAt(group.steps())));
    }

    static Plan of(String text) {
        return new Plan(ScenarioReader.read(text).scenario());
    }

    Optional<Scenario> scenario() {
        return scenario;
    }

    private void lookAt(List<Step> steps) {
        for (var step : steps) {
            if (!StepParts.isForEver(step)) {
                limitedLines.add(step.place().line());
            }
            step.bodies().forEach(this::lookAt);
        }
    }

    /// Whether a wait at this line ends by itself when its time is up.
    boolean isLimited(int line) {
        return limitedLines.contains(line);
    }

    /// Whether units that wait for this lock keep their cores.
    boolean spins(String lock) {
        return resource(lock)
                .filter(it -> it instanceof Resource.Lock found && found.kind() == Resource.Lock.Kind.SPIN)
                .isPresent();
    }

    /// Whether this queue may hold items, as all but a rendezvous do.
    boolean hasRoom(String queue) {
        return resource(queue)
                .filter(it -> it instanceof Resource.Queue found && found.order() == Resource.Queue.Order.RENDEZVOUS)
                .isEmpty();
    }

    /// The loop that the coroutines of a group run on, or where the scenario names none, what the only one is
    /// called.
    String loopOf(String group) {
        return scenario.flatMap(it -> it.units().stream()
                        .filter(unit -> unit.name().equals(group))
                        .findFirst()
                        .flatMap(unit -> loop(it, unit)))
                .orElse("event loop");
    }

    private static Optional<String> loop(Scenario scenario, UnitGroup group) {
        return group.kind() instanceof UnitGroup.Coroutine(var loop, var _)
                ? loop.or(() -> scenario.resources().stream()
                        .filter(Resource.EventLoop.class::isInstance)
                        .map(Resource::name)
                        .findFirst())
                : Optional.empty();
    }

    /// By the name of one of several too, such as `forks 3`.
    private Optional<Resource> resource(String name) {
        return scenario.flatMap(it -> it.resource(name).or(() -> it.resource(name.replaceFirst(" \\d+$", ""))));
    }
}
