package io.interleave.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds what only the parts of a scenario together make wrong: pipes between processes that lead nowhere, and
/// tasks that are sent to other processes but use what is here.
final class TogetherCheck {

    private final Scenario scenario;
    private final Map<String, UnitGroup> groups = new HashMap<>();
    private final Problems problems = new Problems();

    private TogetherCheck(Scenario scenario) {
        this.scenario = scenario;
        scenario.units().forEach(it -> groups.put(it.name(), it));
    }

    static List<Problem> check(Scenario scenario) {
        var check = new TogetherCheck(scenario);
        check.pipes();
        check.priorities();
        new TaskCheck(scenario, check.problems).check();
        return check.problems.inOrder();
    }

    private void pipes() {
        var readers = new HashMap<String, String>();
        for (var group : scenario.units()) {
            input(group).ifPresent(source -> {
                String other = readers.putIfAbsent(source.name(), group.name());
                if (other != null) {
                    problems.error(
                            group.place().start(),
                            "the output of '%s' already goes to '%s'".formatted(source.name(), other),
                            "another 'input' for '%s'".formatted(group.name()));
                } else if (isCircle(group)) {
                    problems.error(
                            group.place().start(),
                            "'%s' would read what it printed itself".formatted(group.name()),
                            "pipes that begin somewhere");
                } else if (source.manual() != group.manual()) {
                    problems.error(
                            group.place().start(),
                            "'%s' is piped from '%s', but only one of the two is started by a step"
                                    .formatted(group.name(), source.name()),
                            "'start: manual' in both or in neither");
                }
                if (source.kind() instanceof UnitGroup.Process it && it.output() == UnitGroup.Process.Output.READ) {
                    problems.error(
                            source.place().start(),
                            "the output of '%s' goes to '%s', so steps cannot read it"
                                    .formatted(source.name(), group.name()),
                            "no 'output: read'");
                }
            });
        }
    }

    private Optional<UnitGroup> input(UnitGroup group) {
        return group.kind() instanceof UnitGroup.Process process
                ? process.input().flatMap(it -> Optional.ofNullable(groups.get(it)))
                : Optional.empty();
    }

    private boolean isCircle(UnitGroup group) {
        var seen = new HashSet<String>();
        for (var it = Optional.of(group); it.isPresent(); it = input(it.get())) {
            if (!seen.add(it.get().name())) {
                return it.get().name().equals(group.name());
            }
        }
        return false;
    }

    private void priorities() {
        for (var group : scenario.units()) {
            if (group.kind() instanceof UnitGroup.Coroutine(var loop, var priority) && priority.isPresent()) {
                var found = loop.flatMap(scenario::resource)
                        .or(() -> scenario.resources().stream()
                                .filter(Resource.EventLoop.class::isInstance)
                                .findFirst());
                boolean ordered = found.orElse(null) instanceof Resource.EventLoop it
                        && !(it.priorities() instanceof Expr.Literal(var _, Value.Truth(boolean on)) && !on);
                if (!ordered) {
                    problems.hint(
                            priority.get().place(),
                            "the event loop of '%s' has no priorities, so this changes nothing"
                                    .formatted(group.name()));
                }
            }
        }
    }
}
