package io.interleave.model;

import java.util.List;
import java.util.Optional;

/// An experiment: what may be turned and to what, what is shared, who runs which steps, and what should come out.
/// Names are unique over knobs, resources and unit groups together. The lists are in the order of the file.
///
/// @param title one line
/// @param about a paragraph in plain words, perhaps empty
public record Scenario(
        String title,
        String about,
        List<Knob> knobs,
        List<Preset> presets,
        List<Resource> resources,
        List<UnitGroup> units,
        List<Expectation> expectations) {

    public Scenario {
        knobs = List.copyOf(knobs);
        presets = List.copyOf(presets);
        resources = List.copyOf(resources);
        units = List.copyOf(units);
        expectations = List.copyOf(expectations);
    }

    /// Without presets.
    public Scenario(
            String title,
            String about,
            List<Knob> knobs,
            List<Resource> resources,
            List<UnitGroup> units,
            List<Expectation> expectations) {
        this(title, about, knobs, List.of(), resources, units, expectations);
    }

    public Optional<Preset> preset(String name) {
        return presets.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    public Optional<Knob> knob(String name) {
        return knobs.stream().filter(knob -> knob.name().equals(name)).findFirst();
    }

    public Optional<Resource> resource(String name) {
        return resources.stream().filter(it -> it.name().equals(name)).findFirst();
    }
}
