package io.interleave.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Values for some of a scenario's knobs, under a name: one click sets them all. Knobs that it does not name have
/// the value that the scenario starts with.
///
/// @param values by the names of knobs, in the order of the file; each one that its knob can have
public record Preset(Place place, String name, SequencedMap<String, Value> values) {

    public Preset {
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }

    /// What a person calls it.
    public String label() {
        return Names.readable(name);
    }

    /// The settings of `scenario`, whose preset this is.
    public Settings settings(Scenario scenario) {
        var settings = Settings.of(scenario);
        for (var it : values.entrySet()) {
            settings = settings.with(it.getKey(), it.getValue());
        }
        return settings;
    }
}
