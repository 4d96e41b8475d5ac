package io.interleave.model;

import java.util.List;
import java.util.Optional;

/// An experiment: what may be turned, what is shared, who runs which steps, and what should come out. Names are
/// unique over knobs, resources and unit groups together. The lists are in the order of the file.
///
/// @param title one line
/// @param about a paragraph in plain words, perhaps empty
public record Scenario(
        String title,
        String about,
        List<Knob> knobs,
        List<Resource> resources,
        List<UnitGroup> units,
        List<Expectation> expectations) {

    public Scenario {
        knobs = List.copyOf(knobs);
        resources = List.copyOf(resources);
        units = List.copyOf(units);
        expectations = List.copyOf(expectations);
    }

    public Optional<Knob> knob(String name) {
        return knobs.stream().filter(knob -> knob.name().equals(name)).findFirst();
    }

    public Optional<Resource> resource(String name) {
        return resources.stream().filter(it -> it.name().equals(name)).findFirst();
    }
}
