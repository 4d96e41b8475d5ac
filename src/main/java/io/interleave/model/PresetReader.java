package io.interleave.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Reads presets: names of knobs with values that those can have.
final class PresetReader {

    private final List<Knob> knobs;
    private final Declarations declarations;
    private final Problems problems;

    PresetReader(Declarations declarations, Problems problems) {
        this.knobs = declarations.knobs();
        this.declarations = declarations;
        this.problems = problems;
    }

    Optional<Preset> read(YamlNode.Entry entry) {
        String name = entry.key().text();
        if (!Names.isName(name)) {
            problems.error(
                    entry.key().place(),
                    "'%s' cannot be the name of a preset".formatted(entry.key().shown()),
                    Names.RULE);
            return Optional.empty();
        }
        var values = new LinkedHashMap<String, Value>();
        switch (entry.value()) {
            case YamlNode.Mapping mapping ->
                mapping.entries()
                        .forEach(it ->
                                value(it).ifPresent(value -> values.put(it.key().text(), value)));
            case YamlNode.Scalar scalar when scalar.isMissing() -> {}
            case YamlNode other ->
                problems.error(
                        other.place(),
                        "preset '%s' is %s".formatted(name, other.words()),
                        "a mapping of knobs to their values");
        }
        return Optional.of(new Preset(entry.place(), name, values));
    }

    private Optional<Value> value(YamlNode.Entry entry) {
        String name = entry.key().text();
        var knob = declarations.knob(name);
        if (knob.isEmpty()) {
            if (!declarations.isClaimed(name, "knob")) {
                problems.unknown(
                        entry.key().place(),
                        "there is no knob '%s'".formatted(entry.key().shown()),
                        "the name of a knob",
                        name,
                        knobs.stream().map(Knob::name).toList());
            }
            return Optional.empty();
        }
        if (!(entry.value() instanceof YamlNode.Scalar scalar) || scalar.isMissing()) {
            problems.error(
                    entry.place(),
                    "knob '%s' has %s here".formatted(name, entry.value().words()),
                    "one of its values");
            return Optional.empty();
        }
        return switch (KnobText.parse(knob.get(), scalar.text())) {
            case KnobText.Accepted(var value) -> Optional.of(value);
            case KnobText.Refused(String message) -> {
                problems.error(scalar.place(), message);
                yield Optional.empty();
            }
        };
    }

    /// Says what a scenario cannot do with its knobs set as a preset says.
    static void check(Scenario scenario, Problems problems) {
        for (var preset : scenario.presets()) {
            for (var it : SettingsCheck.check(scenario, preset.settings(scenario))) {
                problems.error(
                        preset.place(), "with preset '%s', %s".formatted(preset.name(), it.message()), it.expected());
            }
        }
    }
}
