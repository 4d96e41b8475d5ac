package io.interleave.model;

import java.util.List;

/// Forgets where in a file a scenario's parts stand and how its expectations are spelt, so that scenarios can be
/// compared.
final class WithoutPlaces {

    private static final Place NOWHERE = Place.NOWHERE;

    private WithoutPlaces() {}

    static Scenario of(Scenario it) {
        return new Scenario(
                it.title(),
                it.about(),
                it.knobs().stream().map(WithoutPlaces::of).toList(),
                it.resources().stream().map(WithoutPlaces::of).toList(),
                it.units().stream()
                        .map(unit ->
                                new UnitGroup(unit.name(), NOWHERE, unit.kind(), of(unit.count()), of(unit.steps())))
                        .toList(),
                it.expectations().stream()
                        .map(expectation -> new Expectation(
                                NOWHERE, ExprText.of(expectation.condition()), of(expectation.condition())))
                        .toList());
    }

    static Knob of(Knob knob) {
        return switch (knob) {
            case Knob.Slider(var name, var label, var live, var _, var initial, var min, var max, var scale) ->
                new Knob.Slider(name, label, live, NOWHERE, initial, min, max, scale);
            case Knob.Toggle(var name, var label, var live, var _, var initial) ->
                new Knob.Toggle(name, label, live, NOWHERE, initial);
            case Knob.Choice(var name, var label, var live, var _, var initial, var options) ->
                new Knob.Choice(name, label, live, NOWHERE, initial, options);
        };
    }

    static Resource of(Resource resource) {
        return switch (resource) {
            case Resource.Variable(var name, var _, var initial) -> new Resource.Variable(name, NOWHERE, initial);
            case Resource.Lock(var name, var _, var kind, var enabled) ->
                new Resource.Lock(name, NOWHERE, kind, of(enabled));
        };
    }

    static List<Step> of(List<Step> steps) {
        return steps.stream().map(WithoutPlaces::of).toList();
    }

    static Step of(Step step) {
        return switch (step) {
            case Step.Repeat(var _, var times, var body) -> new Step.Repeat(NOWHERE, of(times), of(body));
            case Step.Hold(var _, var lock, var body) -> new Step.Hold(NOWHERE, lock, of(body));
            case Step.Acquire(var _, var lock) -> new Step.Acquire(NOWHERE, lock);
            case Step.Release(var _, var lock) -> new Step.Release(NOWHERE, lock);
            case Step.Read(var _, var variable, var local) -> new Step.Read(NOWHERE, variable, local);
            case Step.Write(var _, var variable, var value) -> new Step.Write(NOWHERE, variable, of(value));
            case Step.Increment(var _, var variable, var by) -> new Step.Increment(NOWHERE, variable, of(by));
            case Step.Update(var _, var variable, var value) -> new Step.Update(NOWHERE, variable, of(value));
            case Step.Compute(var _, var work) -> new Step.Compute(NOWHERE, of(work));
            case Step.Sleep(var _, var time) -> new Step.Sleep(NOWHERE, of(time));
            case Step.Log(var _, var text) ->
                new Step.Log(
                        NOWHERE,
                        new Template(
                                text.parts().stream().map(WithoutPlaces::of).toList()));
        };
    }

    static Template.Part of(Template.Part part) {
        return switch (part) {
            case Template.Verbatim verbatim -> verbatim;
            case Template.Hole(var value) -> new Template.Hole(of(value));
        };
    }

    static Expr of(Expr expr) {
        return switch (expr) {
            case Expr.Literal(var _, var value) -> new Expr.Literal(NOWHERE, value);
            case Expr.Name(var _, var name) -> new Expr.Name(NOWHERE, name);
            case Expr.Unary(var _, var operator, var operand) -> new Expr.Unary(NOWHERE, operator, of(operand));
            case Expr.Binary(var _, var operator, var left, var right) ->
                new Expr.Binary(NOWHERE, operator, of(left), of(right));
        };
    }
}
