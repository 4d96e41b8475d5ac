package io.interleave.model;

import io.interleave.model.Value.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Makes up scenarios that are in order, with every kind of knob, resource and step.
final class ScenarioMaker {

    private static final Place NOWHERE = Place.NOWHERE;

    private final Random random;
    private final List<String> texts;

    ScenarioMaker(Random random, List<String> texts) {
        this.random = random;
        this.texts = texts;
    }

    /// Its variables and knobs bear the names and types of {@link Exprs#NAMES}, so that made-up expressions fit
    /// anywhere.
    Scenario scenario() {
        return new Scenario(
                oneLine(),
                text().strip(),
                List.of(
                        slider("w", new Value.Whole(1), new Value.Whole(1 + random.nextInt(9))),
                        slider("d", new Value.Decimal(0.25), new Value.Decimal(1 + random.nextDouble())),
                        slider("t", new Value.Time(1), new Value.Time(2 + random.nextInt(1_000_000_000))),
                        new Knob.Toggle(
                                "on_", text(), random.nextBoolean(), NOWHERE, new Value.Truth(random.nextBoolean())),
                        new Knob.Choice(
                                "s", text(), random.nextBoolean(), NOWHERE, new Value.Text(texts.get(3)), texts)),
                List.of(
                        new Resource.Variable("size", NOWHERE, Resource.ONE, Exprs.value(random, Type.WHOLE)),
                        new Resource.Variable("pause", NOWHERE, Resource.ONE, Exprs.value(random, Type.TIME)),
                        new Resource.Variable("ratio", NOWHERE, Resource.ONE, Exprs.value(random, Type.DECIMAL)),
                        new Resource.Variable("flag", NOWHERE, Resource.ONE, Exprs.value(random, Type.TRUTH)),
                        new Resource.Lock(
                                "m",
                                NOWHERE,
                                Resource.ONE,
                                Resource.Lock.Kind.MUTEX,
                                random.nextBoolean() ? new Expr.Name(NOWHERE, "on_") : Resource.ON,
                                Optional.empty()),
                        new Resource.Lock(
                                "m2",
                                NOWHERE,
                                Resource.ONE,
                                Resource.Lock.Kind.MUTEX,
                                literal(new Value.Truth(false)),
                                Optional.empty())),
                List.of(new UnitGroup(
                        "g", NOWHERE, UnitGroup.Thread.PLAIN, new Expr.Name(NOWHERE, "w"), false, unitSteps())),
                List.of(new Expectation(NOWHERE, "", Exprs.random(random, Type.TRUTH, 3))));
    }

    private Knob slider(String name, Value min, Value max) {
        return new Knob.Slider(
                name,
                random.nextBoolean() ? Names.readable(name) : text(),
                random.nextBoolean(),
                NOWHERE,
                random.nextBoolean() ? min : max,
                min,
                Values.compare(max, min) > 0 ? max : new Value.Whole(99),
                random.nextBoolean() ? Knob.Scale.LINEAR : Knob.Scale.LOG);
    }

    private List<Step> unitSteps() {
        var steps = new ArrayList<Step>();
        steps.add(new Step.Read(NOWHERE, target("size"), "size"));
        steps.add(new Step.Read(NOWHERE, target("pause"), "mine"));
        steps.add(new Step.Acquire(NOWHERE, target("m2"), Step.Mode.WRITE, Waiting.FOR_EVER));
        steps.addAll(steps(3));
        steps.add(new Step.Release(NOWHERE, target("m2")));
        return steps;
    }

    private List<Step> steps(int depth) {
        var steps = new ArrayList<Step>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            steps.add(step(depth));
        }
        return steps;
    }

    private Step step(int depth) {
        int kind = random.nextInt(depth > 0 ? 9 : 7);
        return switch (kind) {
            case 0 -> new Step.Write(NOWHERE, target("size"), Exprs.random(random, Type.WHOLE, 2));
            case 1 -> new Step.Update(NOWHERE, target("ratio"), Exprs.random(random, Type.DECIMAL, 2));
            case 2 -> new Step.Increment(NOWHERE, target("pause"), Exprs.random(random, Type.TIME, 2));
            case 3 -> new Step.Increment(NOWHERE, target("size"), literal(new Value.Whole(1)));
            case 4 -> new Step.Compute(NOWHERE, new Expr.Name(NOWHERE, random.nextBoolean() ? "t" : "mine"));
            case 5 -> new Step.Sleep(NOWHERE, literal(new Value.Time(random.nextInt(1_000_000))));
            case 6 -> new Step.Log(NOWHERE, template());
            case 7 -> new Step.Repeat(NOWHERE, literal(new Value.Whole(random.nextInt(9))), steps(depth - 1));
            default -> new Step.Hold(NOWHERE, target("m"), Step.Mode.WRITE, Waiting.FOR_EVER, steps(depth - 1));
        };
    }

    private Template template() {
        var parts = new ArrayList<Template.Part>();
        parts.add(new Template.Verbatim(text() + "{}"));
        parts.add(new Template.Hole(Exprs.random(random, Type.TEXT, 0)));
        parts.add(new Template.Hole(Exprs.random(random, Type.TIME, 1)));
        return new Template(parts);
    }

    private static Target target(String name) {
        return new Target(NOWHERE, name, Optional.empty());
    }

    private static Expr literal(Value value) {
        return new Expr.Literal(NOWHERE, value);
    }

    private String text() {
        return texts.get(random.nextInt(texts.size()));
    }

    private String oneLine() {
        String text = text();
        return text.contains("\n") || text.length() > 200 ? "T" : text;
    }
}
