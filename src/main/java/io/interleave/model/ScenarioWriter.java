package io.interleave.model;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// Writes a scenario that no file has yet. To change one that has a file, edit its {@link ScenarioText}: only
/// that keeps comments and layout.
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

    private void scenario(Scenario scenario) {
        yaml.block(() -> {
            yaml.entry("interleave", Integer.toString(ScenarioReader.VERSION));
            yaml.entry("title", scenario.title());
            if (!scenario.about().isEmpty()) {
                yaml.scalar("about");
                yaml.paragraph(scenario.about());
            }
            section("knobs", scenario.knobs(), Knob::name, this::knob);
            section("resources", scenario.resources(), Resource::name, this::resource);
            section("units", scenario.units(), UnitGroup::name, this::unit);
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

    private void resource(Resource resource) {
        yaml.line(() -> {
            switch (resource) {
                case Resource.Variable variable -> yaml.entry("variable", KnobText.format(variable.initial()));
                case Resource.Lock lock -> {
                    yaml.entry("lock", lock.kind().name().toLowerCase(java.util.Locale.ROOT));
                    boolean always = lock.enabled() instanceof Expr.Literal literal
                            && literal.value().equals(new Value.Truth(true));
                    if (!always) {
                        yaml.entry("enabled", reference(lock.enabled()));
                    }
                }
                default -> throw new UnsupportedOperationException(resource.word());
            }
        });
    }

    private void unit(UnitGroup group) {
        yaml.block(() -> {
            yaml.entry(group.kind().word(), reference(group.count()));
            steps(group.steps());
        });
    }

    private void steps(List<Step> steps) {
        yaml.scalar("steps");
        yaml.blockList(() -> steps.forEach(step -> yaml.block(() -> step(step))));
    }

    private void step(Step step) {
        yaml.scalar(step.word());
        switch (step) {
            case Step.Repeat repeat -> {
                yaml.scalar(reference(repeat.times()));
                steps(repeat.body());
            }
            case Step.Hold hold -> {
                yaml.scalar(hold.lock().name());
                steps(hold.body());
            }
            case Step.Acquire acquire -> yaml.scalar(acquire.lock().name());
            case Step.Release release -> yaml.scalar(release.lock().name());
            case Step.Read read when read.local().equals(read.variable().name()) -> yaml.scalar(read.local());
            case Step.Read read -> pair("from", read.variable().name(), "into", read.local());
            case Step.Write write -> pair("to", write.variable().name(), "value", ExprText.of(write.value()));
            case Step.Update update -> pair("to", update.variable().name(), "value", ExprText.of(update.value()));
            case Step.Increment increment
            when ExprText.of(increment.by()).equals("1") ->
                yaml.scalar(increment.variable().name());
            case Step.Increment increment ->
                pair("variable", increment.variable().name(), "by", ExprText.of(increment.by()));
            case Step.Compute compute -> yaml.scalar(reference(compute.work()));
            case Step.Sleep sleep -> yaml.scalar(reference(sleep.time()));
            case Step.Log log -> yaml.scalar(text(log.text()));
            default -> throw new UnsupportedOperationException(step.word());
        }
    }

    private static String text(Template template) {
        var text = new StringBuilder();
        for (var part : template.parts()) {
            switch (part) {
                case Template.Verbatim verbatim ->
                    text.append(verbatim.text().replace("{", "{{").replace("}", "}}"));
                case Template.Hole hole ->
                    text.append('{').append(ExprText.of(hole.value())).append('}');
            }
        }
        return text.toString();
    }

    /// A name alone is written with the `$` that shows that it is one.
    private static String reference(Expr expr) {
        return expr instanceof Expr.Name name ? "$" + name.name() : ExprText.of(expr);
    }

    private void pair(String firstKey, String first, String secondKey, String second) {
        yaml.line(() -> {
            yaml.entry(firstKey, first);
            yaml.entry(secondKey, second);
        });
    }
}
