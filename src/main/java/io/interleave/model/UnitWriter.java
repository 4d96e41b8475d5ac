package io.interleave.model;

import java.util.Optional;

/// Writes what the name of a unit group maps to.
final class UnitWriter {

    private final YamlWriter yaml;

    UnitWriter(YamlWriter yaml) {
        this.yaml = yaml;
    }

    void write(UnitGroup group) {
        yaml.block(() -> {
            yaml.scalar(group.kind().word());
            switch (group.kind()) {
                case UnitGroup.Task it -> yaml.scalar(it.parameter());
                case UnitGroup.Thread _, UnitGroup.Coroutine _, UnitGroup.Generator _, UnitGroup.Process _ ->
                    yaml.scalar(Written.reference(group.count()));
            }
            switch (group.kind()) {
                case UnitGroup.Thread it -> {
                    expr("priority", it.priority());
                    expr("core", it.core());
                    expr("stack", it.stack());
                    name("under", it.under());
                }
                case UnitGroup.Coroutine it -> {
                    name("loop", it.loop());
                    expr("priority", it.priority());
                }
                case UnitGroup.Generator it -> of(it.of());
                case UnitGroup.Process it -> process(it);
                case UnitGroup.Task it -> of(it.of());
            }
            if (group.manual()) {
                yaml.entry("start", "manual");
            }
            if (!(group.kind() instanceof UnitGroup.Process)) {
                new StepWriter(yaml).steps("steps", group.steps());
            }
        });
    }

    private void process(UnitGroup.Process process) {
        yaml.scalar("command");
        yaml.lineList(() -> process.command().forEach(it -> yaml.scalar(Written.text(it))));
        if (!process.environment().isEmpty()) {
            yaml.scalar("environment");
            yaml.line(() -> process.environment().forEach((name, text) -> yaml.entry(name, Written.text(text))));
        }
        process.directory().ifPresent(it -> yaml.entry("directory", Written.text(it)));
        name("input", process.input());
        if (process.output() != UnitGroup.Process.Output.SHOW) {
            yaml.entry("output", Form.word(process.output()));
        }
    }

    private void of(Value.Type type) {
        if (type != Value.Type.WHOLE) {
            yaml.entry("of", Form.word(type));
        }
    }

    private void expr(String key, Optional<Expr> value) {
        value.ifPresent(it -> yaml.entry(key, Written.reference(it)));
    }

    private void name(String key, Optional<String> name) {
        name.ifPresent(it -> yaml.entry(key, it));
    }
}
