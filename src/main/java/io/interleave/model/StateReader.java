package io.interleave.model;

import io.interleave.model.UnitContext.Found;
import io.interleave.model.Value.Type;
import java.util.Optional;

/// Reads the steps on variables.
final class StateReader {

    private static final Expr BY_ONE = new Expr.Literal(Place.NOWHERE, new Value.Whole(1));

    private final UnitContext unit;

    StateReader(UnitContext unit) {
        this.unit = unit;
    }

    Optional<Step> read(Verb verb) {
        var place = verb.place();
        return switch (verb.word()) {
            case "read" -> readVariable(verb);
            case "write" -> {
                var variable = unit.resource(verb, "to", Resource.Variable.class);
                if (verb.hasKeys() && !verb.has("value")) {
                    missingValue(verb, variable);
                    yield Optional.empty();
                }
                refuse(verb, "line", "a line goes to a process, not to a variable");
                yield variable.flatMap(it ->
                        value(verb, "value", it, unit.scope).map(value -> new Step.Write(place, it.target(), value)));
            }
            case "update" ->
                unit.resource(verb, "to", Resource.Variable.class)
                        .flatMap(it -> value(verb, "value", it, withItsOwn(it))
                                .map(value -> new Step.Update(place, it.target(), value)));
            case "increment" -> increment(verb);
            case "compare_and_set" -> compareAndSet(verb);
            default -> throw new IllegalStateException("unhandled step " + verb.word());
        };
    }

    private void missingValue(Verb verb, Optional<Found<Resource.Variable>> variable) {
        var mapping = verb.value().map(YamlNode::place).orElse(verb.place());
        if (variable.isPresent() && !verb.misspelt("value")) {
            unit.problems.error(mapping.start(), "'write' lacks 'value'", "an expression");
        }
    }

    private void refuse(Verb verb, String key, String why) {
        if (verb.has(key)) {
            unit.problems.error(verb.placeOf(key), why, "no '%s'".formatted(key));
        }
    }

    private static Type type(Found<Resource.Variable> variable) {
        return variable.it().initial().type();
    }

    private Optional<Expr> value(Verb verb, String key, Found<Resource.Variable> variable, Scope scope) {
        return verb.scalar(key).flatMap(it -> Expressions.read(it, scope, type(variable), unit.problems));
    }

    /// In the value of an update the variable's own name is its value before.
    private Scope withItsOwn(Found<Resource.Variable> variable) {
        var names = unit.scope.inner();
        names.add(variable.it().name(), type(variable));
        return names;
    }

    private Optional<Step> readVariable(Verb verb) {
        var variable = unit.resource(verb, "from", Resource.Variable.class);
        for (var key : new String[] {"timeout", "else"}) {
            if (variable.isPresent() && verb.beside(key).isPresent()) {
                unit.problems.error(
                        verb.placeOf(key),
                        "reading variable '%s' never waits"
                                .formatted(variable.get().it().name()),
                        "no '%s'".formatted(key));
            }
        }
        var name = verb.hasKeys() ? verb.scalar("into") : verb.alone();
        var local = name.flatMap(it -> unit.local(
                it,
                variable.map(StateReader::type),
                variable.map(found -> found.it().name()).orElse(verb.hasKeys() ? "" : it.text())));
        return variable.flatMap(it -> local.map(into -> new Step.Read(verb.place(), it.target(), into)));
    }

    private Optional<Step> increment(Verb verb) {
        var name = verb.scalar("variable");
        boolean byOne = !verb.has("by");
        return unit.resource(verb, "variable", Resource.Variable.class)
                .filter(it -> canGrow(it.it(), name.map(YamlNode::place).orElse(verb.place()), byOne))
                .flatMap(it -> {
                    var by = byOne ? Optional.of(BY_ONE) : value(verb, "by", it, unit.scope);
                    return by.map(much -> new Step.Increment(verb.place(), it.target(), much));
                });
    }

    private boolean canGrow(Resource.Variable variable, Place place, boolean byOne) {
        var type = variable.initial().type();
        if (type.isNumber() || type == Type.TIME && !byOne) {
            return true;
        }
        unit.problems.error(
                place,
                "'%s' is %s".formatted(variable.name(), type.words()),
                type == Type.TIME
                        ? "{ variable: %s, by: a duration }".formatted(variable.name())
                        : "a variable that is a number");
        return false;
    }

    private Optional<Step> compareAndSet(Verb verb) {
        var variable = unit.resource(verb, "variable", Resource.Variable.class);
        var expected = variable.flatMap(it -> value(verb, "expect", it, unit.scope));
        var value = variable.flatMap(it -> value(verb, "value", it, unit.scope));
        var into = unit.local(verb.scalar("into"), Optional.of(Type.TRUTH));
        return variable.flatMap(it -> expected.flatMap(
                before -> value.map(next -> new Step.CompareAndSet(verb.place(), it.target(), before, next, into))));
    }
}
