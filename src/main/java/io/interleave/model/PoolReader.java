package io.interleave.model;

import io.interleave.model.Value.Type;
import java.util.Optional;

/// Reads the steps on pools and those of tasks.
final class PoolReader {

    private final StepReader steps;
    private final UnitContext unit;

    PoolReader(StepReader steps, UnitContext unit) {
        this.steps = steps;
        this.unit = unit;
    }

    Optional<Step> read(Verb verb) {
        return switch (verb.word()) {
            case "submit" -> submit(verb);
            case "map" -> map(verb);
            case "shutdown" -> {
                var pool = unit.find(verb, "pool");
                var cancel = verb.truth("cancel");
                yield pool.map(it -> new Step.Shutdown(verb.place(), it.target().name(), cancel));
            }
            case "return" -> returned(verb);
            default -> throw new IllegalStateException("unhandled step " + verb.word());
        };
    }

    private Optional<Step> submit(Verb verb) {
        var pool = unit.find(verb, "to");
        var task = unit.units(verb, "task");
        var type = task.flatMap(it -> it.it().of());
        var with = task.isPresent() ? unit.expr(verb.scalar("with"), type) : Optional.<Expr>empty();
        var payload = unit.expr(verb.scalar("payload"), Type.WHOLE);
        var into = verb.scalar("into").flatMap(it -> unit.handle(it, type));
        var rejected = steps.otherwise(verb);
        return pool.flatMap(to -> task.map(it ->
                new Step.Submit(verb.place(), to.target().name(), it.it().name(), with, payload, into, rejected)));
    }

    private Optional<Step> map(Verb verb) {
        var pool = unit.find(verb, "pool");
        var task = unit.units(verb, "task");
        var type = task.flatMap(it -> it.it().of());
        var from = unit.expr(verb.scalar("from"), Type.WHOLE);
        var to = unit.expr(verb.scalar("to"), Type.WHOLE);
        var chunk = unit.expr(verb.scalar("chunk"), Type.WHOLE);
        var payload = unit.expr(verb.scalar("payload"), Type.WHOLE);
        type.filter(it -> !it.isNumber())
                .ifPresent(it -> unit.problems.error(
                        task.orElseThrow().target().place(),
                        "'%s' takes %s, and 'map' gives it whole numbers"
                                .formatted(task.get().it().name(), it.words()),
                        "a task of whole or decimal numbers"));
        var into = unit.local(verb.scalar("into"), type);
        var waiting = steps.waiting(verb, true);
        return pool.flatMap(in -> task.flatMap(it -> from.flatMap(first -> to.map(last -> new Step.MapTasks(
                verb.place(), in.target().name(), it.it().name(), first, last, chunk, payload, into, waiting)))));
    }

    private Optional<Step> returned(Verb verb) {
        if (!unit.unit.word().equals("task")) {
            unit.problems.error(
                    verb.owner().place(),
                    "'%s' is %s and has nobody to return to".formatted(unit.unit.name(), Words.a(unit.unit.word())),
                    "'return' in the steps of a task");
            return Optional.empty();
        }
        return unit.expr(verb.alone(), unit.unit.of()).map(it -> new Step.Return(verb.place(), it));
    }
}
