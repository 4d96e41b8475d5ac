package io.interleave.engine;

import io.interleave.model.Scenario;
import java.util.List;
import java.util.Optional;

/// The groups of units of a run, in the order of the file.
final class Groups {

    private final List<Group> groups;

    Groups(Scenario scenario, ExpressionCompiler overKnobs) {
        this.groups = scenario.units().stream()
                .map(it -> new Group(it, overKnobs.compile(it.count())))
                .toList();
    }

    List<Group> all() {
        return groups;
    }

    Optional<Group> find(String name) {
        return groups.stream().filter(it -> it.model.name().equals(name)).findFirst();
    }

    Group get(String name) {
        return find(name).orElseThrow();
    }
}
