package io.interleave.model;

import java.util.Optional;

/// Reads the steps of generators and on them.
final class GeneratorReader {

    private final StepReader steps;
    private final UnitContext unit;

    GeneratorReader(StepReader steps, UnitContext unit) {
        this.steps = steps;
        this.unit = unit;
    }

    Optional<Step> read(Verb verb) {
        return switch (verb.word()) {
            case "yield" -> yielded(verb);
            case "next" -> next(verb, "of");
            case "send" -> next(verb, "to");
            default -> throw new IllegalStateException("unhandled step " + verb.word());
        };
    }

    private Optional<Step> yielded(Verb verb) {
        if (!unit.unit.word().equals("generator")) {
            unit.problems.error(
                    verb.owner().place(),
                    "'%s' is %s and cannot yield".formatted(unit.unit.name(), Words.a(unit.unit.word())),
                    "'yield' in the steps of a generator");
            verb.scalar("into").ifPresent(it -> unit.scope.addBroken(it.text()));
            return Optional.empty();
        }
        var value = unit.expr(verb.scalar("value"), unit.unit.of());
        var into = unit.local(verb.scalar("into"), unit.unit.of());
        return value.map(it -> new Step.Yield(verb.place(), it, into));
    }

    private Optional<Step> next(Verb verb, String key) {
        var generator = unit.units(verb, key);
        var type = generator.flatMap(it -> it.it().of());
        var sent = key.equals("to") && generator.isPresent()
                ? unit.expr(verb.scalar("value"), type)
                : Optional.<Expr>empty();
        var into = unit.local(verb.scalar("into"), type);
        generator
                .filter(it -> it.it().name().equals(unit.unit.name())
                        && it.it().count().equals(Resource.ONE))
                .ifPresent(it -> unit.problems.hint(it.target().place(), "a generator cannot resume itself"));
        var atEnd = steps.otherwise(verb);
        return generator.map(it -> new Step.Next(verb.place(), it.target(), sent, into, atEnd));
    }
}
