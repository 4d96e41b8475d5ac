package io.interleave.model;

import io.interleave.model.Value.Type;
import java.util.List;
import java.util.Optional;

/// Reads the steps that decide what is done next.
final class FlowReader {

    private final StepReader steps;
    private final UnitContext unit;

    FlowReader(StepReader steps, UnitContext unit) {
        this.steps = steps;
        this.unit = unit;
    }

    Optional<Step> read(Verb verb) {
        var place = verb.place();
        return switch (verb.word()) {
            case "repeat" -> {
                var times = unit.expr(verb.alone(), Type.WHOLE);
                var body = steps.body(verb);
                yield times.map(it -> new Step.Repeat(place, it, body));
            }
            case "while" -> {
                var condition = unit.expr(verb.alone(), Type.TRUTH);
                var body = steps.body(verb);
                yield condition.map(it -> new Step.While(place, it, body));
            }
            case "if" -> choice(verb);
            case "forever" -> Optional.of(new Step.Forever(place, steps.body(verb)));
            case "for_each" -> verb.has("in") ? drain(verb) : range(verb);
            default -> throw new IllegalStateException("unhandled step " + verb.word());
        };
    }

    private Optional<Step> choice(Verb verb) {
        var condition = unit.expr(verb.alone(), Type.TRUTH);
        var cases = unit.held.either(() -> steps.body(verb), () -> steps.otherwise(verb));
        return condition.map(it -> new Step.If(verb.place(), it, cases.first(), cases.second()));
    }

    private Optional<Step> range(Verb verb) {
        var name = verb.scalar("as");
        if (verb.hasKeys()) {
            if (!verb.has("from") && !verb.has("to")) {
                unit.problems.error(
                        verb.placeOf("as"),
                        "'for_each' does not say over what",
                        "'from' and 'to', or 'in' with a queue");
                return broken(verb, name);
            }
            for (var key : List.of("from", "to")) {
                if (!verb.has(key)) {
                    unit.problems.error(verb.placeOf("as"), "'for_each' lacks '%s'".formatted(key), "a whole number");
                    return broken(verb, name);
                }
            }
        }
        if (verb.has("at")) {
            unit.problems.error(verb.placeOf("at"), "a range has no 'at'", "'at' for one of several queues only");
        }
        var from = unit.expr(verb.scalar("from"), Type.WHOLE);
        var to = unit.expr(verb.scalar("to"), Type.WHOLE);
        var local = unit.local(name, Optional.of(Type.WHOLE));
        var body = steps.body(verb);
        return local.flatMap(as ->
                from.flatMap(first -> to.map(last -> new Step.ForEach(verb.place(), as, first, last, body))));
    }

    private Optional<Step> broken(Verb verb, Optional<YamlNode.Scalar> name) {
        name.ifPresent(it -> unit.scope.addBroken(it.text()));
        steps.body(verb);
        return Optional.empty();
    }

    private Optional<Step> drain(Verb verb) {
        for (var key : List.of("from", "to")) {
            if (verb.has(key)) {
                unit.problems.error(
                        verb.placeOf(key), "'for_each' has both 'in' and '%s'".formatted(key), "a queue or a range");
            }
        }
        var queue = unit.resource(verb, "in", Resource.Queue.class);
        var local = unit.local(verb.scalar("as"), queue.map(it -> it.it().of()));
        var body = steps.body(verb);
        return queue.flatMap(it -> local.map(as -> new Step.Drain(verb.place(), as, it.target(), body)));
    }
}
