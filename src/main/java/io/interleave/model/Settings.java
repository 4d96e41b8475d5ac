package io.interleave.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// A value for every knob of one scenario, in the scenario's order. Immutable; each value has its knob's type and
/// is within its bounds.
public final class Settings {

    private final SequencedMap<String, Value> values;

    private Settings(SequencedMap<String, Value> values) {
        this.values = values;
    }

    /// What the scenario itself says.
    public static Settings of(Scenario scenario) {
        var values = new LinkedHashMap<String, Value>();
        scenario.knobs().forEach(knob -> values.put(knob.name(), knob.initial()));
        return new Settings(values);
    }

    /// What was written down of settings, by the name of the knob, as {@link KnobText#format} has it. Where that says
    /// nothing of a knob, or what the knob does not allow, the scenario's own value holds.
    public static Settings of(Scenario scenario, Map<String, String> written) {
        var settings = of(scenario);
        for (var knob : scenario.knobs()) {
            var text = written.get(knob.name());
            if (text != null && KnobText.parse(knob, text) instanceof KnobText.Accepted(var value)) {
                settings.values.put(knob.name(), value);
            }
        }
        return settings;
    }

    /// These settings with another value for `knob`, which must be one that {@link KnobText#parse} or a slider's
    /// bounds allow.
    public Settings with(String knob, Value value) {
        if (!values.containsKey(knob)) {
            throw new IllegalArgumentException("no knob " + knob);
        }
        var changed = new LinkedHashMap<>(values);
        changed.put(knob, value);
        return new Settings(changed);
    }

    /// The value of a knob, which must exist.
    public Value get(String knob) {
        var value = values.get(knob);
        if (value == null) {
            throw new IllegalArgumentException("no knob " + knob);
        }
        return value;
    }

    public Map<String, Value> asMap() {
        return java.util.Collections.unmodifiableSequencedMap(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settings that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
