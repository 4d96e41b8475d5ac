package io.interleave.model;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// Writes a scenario that no file has yet. One that has a file is edited as text, by the package `edit`: only that
/// keeps comments and layout.
public final class ScenarioWriter {

    private final YamlWriter yaml;

    private ScenarioWriter(YamlWriter yaml) {
        this.yaml = yaml;
    }

    /// The scenario as YAML. Reading that gives an equal scenario, apart from places and the spelling of
    /// expectations, provided that it is one that a file could say: names are names and types fit.
    public static String write(Scenario scenario) {
        return YamlWriter.document(yaml -> new ScenarioWriter(yaml).scenario(scenario));
    }

    /// The line that a step begins with, as in `hold: mutex`; what stands on lines of its own below it, such as a
    /// timeout or a body, is left out.
    public static String head(Step step) {
        return YamlWriter.document(yaml -> yaml.block(() -> new StepWriter(yaml).step(step)))
                .lines()
                .findFirst()
                .orElse(step.word());
    }

    private void scenario(Scenario scenario) {
        yaml.block(() -> {
            yaml.entry("interleave", Integer.toString(ScenarioReader.VERSION));
            yaml.entry("title", scenario.title());
            if (!scenario.about().isEmpty()) {
                yaml.scalar("about");
                yaml.paragraph(scenario.about());
            }
            section("knobs", scenario.knobs(), Knob::name, this::knob);
            section("presets", scenario.presets(), Preset::name, this::preset);
            section("resources", scenario.resources(), Resource::name, it -> new ResourceWriter(yaml).write(it));
            section("units", scenario.units(), UnitGroup::name, it -> new UnitWriter(yaml).write(it));
            if (!scenario.expectations().isEmpty()) {
                yaml.blankLine();
                yaml.scalar("expect");
                yaml.blockList(() -> scenario.expectations().forEach(it -> yaml.scalar(ExprText.of(it.condition()))));
            }
        });
    }

    private <T> void section(String key, List<T> things, Function<T, String> name, Consumer<T> content) {
        if (things.isEmpty()) {
            return;
        }
        yaml.blankLine();
        yaml.scalar(key);
        yaml.block(() -> things.forEach(thing -> {
            yaml.scalar(name.apply(thing));
            content.accept(thing);
        }));
    }

    private void preset(Preset preset) {
        yaml.line(() -> preset.values().forEach((knob, value) -> yaml.entry(knob, KnobText.format(value))));
    }

    private void knob(Knob knob) {
        yaml.line(() -> {
            switch (knob) {
                case Knob.Slider slider -> {
                    yaml.entry("slider", KnobText.format(slider.initial()));
                    yaml.entry("min", KnobText.format(slider.min()));
                    yaml.entry("max", KnobText.format(slider.max()));
                    if (slider.scale() == Knob.Scale.LOG) {
                        yaml.entry("scale", "log");
                    }
                }
                case Knob.Toggle toggle -> yaml.entry("toggle", KnobText.format(toggle.initial()));
                case Knob.Choice choice -> {
                    yaml.entry("choice", choice.initial().value());
                    yaml.scalar("options");
                    yaml.lineList(() -> choice.options().forEach(yaml::scalar));
                }
            }
            if (!knob.label().equals(Names.readable(knob.name()))) {
                yaml.entry("label", knob.label());
            }
            if (knob.live()) {
                yaml.entry("live", "true");
            }
        });
    }
}
