package io.interleave.model;

import io.interleave.model.UnitContext.Found;
import io.interleave.model.UnitGroup.Process.Output;
import io.interleave.model.Value.Type;
import java.util.Optional;

/// Reads the steps on processes.
final class ProcessStepReader {

    private final StepReader steps;
    private final UnitContext unit;

    ProcessStepReader(StepReader steps, UnitContext unit) {
        this.steps = steps;
        this.unit = unit;
    }

    Optional<Step> read(Verb verb) {
        return switch (verb.word()) {
            case "read" -> readLine(verb);
            case "write" -> writeLine(verb);
            case "communicate" -> communicate(verb);
            case "kill" -> kill(verb);
            default -> throw new IllegalStateException("unhandled step " + verb.word());
        };
    }

    private Optional<Step> kill(Verb verb) {
        return verb.alone()
                .flatMap(name -> unit.declarations
                        .find(name, verb.form("").choices())
                        .flatMap(it -> it instanceof Declared.Shared(Resource.Pool pool)
                                ? killWorker(verb.place(), name, pool)
                                : Optional.of(new Step.Kill(verb.place(), it.name()))));
    }

    private Optional<Step> killWorker(Place place, YamlNode.Scalar name, Resource.Pool pool) {
        if (pool.kind() != Resource.Pool.Kind.PROCESS) {
            unit.problems.error(
                    name.place(),
                    "the workers of '%s' are not processes, and cannot be killed".formatted(pool.name()),
                    "a process, or a pool of processes");
            return Optional.empty();
        }
        return Optional.of(new Step.KillWorker(place, pool.name()));
    }

    private Optional<Step> readLine(Verb verb) {
        var process = unit.units(verb, "from");
        if (!verb.hasKeys()) {
            process.ifPresent(it -> unit.problems.error(
                    it.target().place(),
                    "'%s' is a process; a line of it needs a name"
                            .formatted(it.it().name()),
                    "{ from: %s, into: a name for a local }".formatted(it.it().name())));
            steps.waiting(verb, true);
            return Optional.empty();
        }
        process.ifPresent(this::checkReadable);
        var into = unit.local(verb.scalar("into"), Optional.of(Type.TEXT));
        var waiting = steps.waiting(verb, true);
        return process.flatMap(it -> into.map(local -> new Step.ReadLine(verb.place(), it.target(), local, waiting)));
    }

    private Optional<Step> writeLine(Verb verb) {
        var process = unit.units(verb, "to");
        process.ifPresent(this::checkWritable);
        if (!verb.has("line")) {
            unit.problems.error(
                    verb.has("value") ? verb.placeOf("value") : verb.owner().place(),
                    "a process is given a line",
                    "'line' with a text");
            return Optional.empty();
        }
        if (verb.has("value")) {
            unit.problems.error(verb.placeOf("value"), "a process is given a line, not a value", "no 'value'");
        }
        var line = verb.scalar("line").flatMap(it -> TemplateReader.read(it, unit.scope, unit.problems));
        return process.flatMap(it -> line.map(text -> new Step.WriteLine(verb.place(), it.target(), text)));
    }

    private Optional<Step> communicate(Verb verb) {
        var process = unit.units(verb, "with");
        if (verb.has("input")) {
            process.ifPresent(this::checkWritable);
        }
        if (verb.has("into")) {
            process.ifPresent(this::checkReadable);
        }
        var input = verb.scalar("input").flatMap(it -> TemplateReader.read(it, unit.scope, unit.problems));
        var into = unit.local(verb.scalar("into"), Optional.of(Type.TEXT));
        var waiting = steps.waiting(verb, false);
        return process.map(it -> new Step.Communicate(verb.place(), it.target(), input, into, waiting));
    }

    private void checkReadable(Found<UnitHead> found) {
        String name = found.it().name();
        var reader = unit.declarations.readerOf(name);
        if (reader.isPresent()) {
            unit.problems.error(
                    found.target().place(),
                    "the output of '%s' goes to '%s'".formatted(name, reader.get()),
                    "a process that is no other one's 'input'");
        } else if (found.it()
                .process()
                .filter(it -> it.output() == Output.DISCARD)
                .isPresent()) {
            unit.problems.error(
                    found.target().place(),
                    "the output of '%s' is discarded".formatted(name),
                    "'output: read' in '%s'".formatted(name));
        }
    }

    private void checkWritable(Found<UnitHead> found) {
        found.it()
                .process()
                .flatMap(UnitGroup.Process::input)
                .ifPresent(from -> unit.problems.error(
                        found.target().place(),
                        "what '%s' reads comes from '%s'".formatted(found.it().name(), from),
                        "a process without 'input'"));
    }
}
