package io.interleave.model;

import io.interleave.model.Value.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Makes up scenarios that are in order, with every kind of knob, resource, unit and step.
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
                presets(),
                resources(),
                units(),
                List.of(new Expectation(NOWHERE, "", Exprs.random(random, Type.TRUTH, 3))));
    }

    private List<Preset> presets() {
        var values = new LinkedHashMap<String, Value>();
        if (random.nextBoolean()) {
            values.put("on_", new Value.Truth(random.nextBoolean()));
            values.put("s", new Value.Text(texts.get(random.nextInt(texts.size()))));
        }
        return random.nextBoolean() ? List.of() : List.of(new Preset(NOWHERE, "w", values));
    }

    private Knob slider(String name, Value min, Value max) {
        return new Knob.Slider(
                name,
                random.nextBoolean() ? Names.readable(name) : text(),
                name.equals("t") && random.nextBoolean(),
                NOWHERE,
                random.nextBoolean() ? min : max,
                min,
                Values.compare(max, min) > 0 ? max : new Value.Whole(99),
                random.nextBoolean() ? Knob.Scale.LINEAR : Knob.Scale.LOG);
    }

    private List<Resource> resources() {
        var resources = new ArrayList<Resource>(List.of(
                variable("size", Resource.ONE, Exprs.value(random, Type.WHOLE)),
                variable("pause", Resource.ONE, Exprs.value(random, Type.TIME)),
                variable("ratio", Resource.ONE, Exprs.value(random, Type.DECIMAL)),
                variable("flag", Resource.ONE, Exprs.value(random, Type.TRUTH)),
                variable("word", Resource.ONE, new Value.Text(text())),
                variable("cells", random.nextBoolean() ? whole(9) : name("w"), new Value.Whole(0)),
                new Resource.Lock("gil", NOWHERE, Resource.ONE, Resource.Lock.Kind.GIL, enabled(), perhaps(name("t"))),
                new Resource.Lock(
                        "m2",
                        NOWHERE,
                        Resource.ONE,
                        Resource.Lock.Kind.MUTEX,
                        literal(new Value.Truth(false)),
                        Optional.empty()),
                new Resource.Semaphore("seats", NOWHERE, whole(5), name("w"), random.nextBoolean(), enabled()),
                new Resource.Condition("ready", NOWHERE, "mutex"),
                new Resource.Barrier("meet", NOWHERE, name("w"), enabled()),
                new Resource.Latch("done", NOWHERE, whole(random.nextInt(9))),
                new Resource.Phaser("round", NOWHERE, whole(random.nextInt(9))),
                new Resource.Event("go", NOWHERE, whole(3), random.nextBoolean()),
                new Resource.EventLoop("loop", NOWHERE, name("w"), random.nextBoolean() ? name("on_") : Resource.ON),
                pool("threads", Resource.Pool.Kind.THREAD),
                pool("forks", Resource.Pool.Kind.FORK_JOIN),
                pool("processes", Resource.Pool.Kind.PROCESS),
                pool("coroutines", Resource.Pool.Kind.COROUTINE)));
        for (var kind : Resource.Lock.Kind.values()) {
            if (kind != Resource.Lock.Kind.GIL) {
                resources.add(
                        new Resource.Lock(Form.word(kind), NOWHERE, Resource.ONE, kind, enabled(), Optional.empty()));
            }
        }
        for (var order : Resource.Queue.Order.values()) {
            boolean mayHaveCapacity = order != Resource.Queue.Order.RENDEZVOUS;
            resources.add(new Resource.Queue(
                    Form.word(order),
                    NOWHERE,
                    Resource.ONE,
                    order,
                    mayHaveCapacity ? perhaps(name("w")) : Optional.empty(),
                    Type.TIME));
        }
        return resources;
    }

    private static Resource variable(String name, Expr count, Value initial) {
        return new Resource.Variable(name, NOWHERE, count, initial);
    }

    private Resource pool(String name, Resource.Pool.Kind kind) {
        var policies = Resource.Pool.Saturation.values();
        return random.nextBoolean()
                ? new Resource.Pool(name, NOWHERE, kind, name("w"), Optional.empty(), Resource.Pool.Saturation.WAIT)
                : new Resource.Pool(
                        name,
                        NOWHERE,
                        kind,
                        whole(1 + random.nextInt(9)),
                        Optional.of(name("w")),
                        policies[random.nextInt(policies.length)]);
    }

    private List<UnitGroup> units() {
        var units = new ArrayList<UnitGroup>();
        units.add(group("g", UnitGroup.Thread.PLAIN, name("w"), false, StepMaker.In.THREAD));
        units.add(group(
                "special",
                new UnitGroup.Thread(
                        perhaps(whole(1 + random.nextInt(10))),
                        perhaps(name(UnitGroup.INDEX)),
                        perhaps(whole(1 << 18)),
                        random.nextBoolean() ? Optional.of("gil") : Optional.empty()),
                whole(2),
                true,
                StepMaker.In.THREAD));
        units.add(group(
                "fetch",
                new UnitGroup.Coroutine(
                        random.nextBoolean() ? Optional.of("loop") : Optional.empty(), perhaps(name(UnitGroup.INDEX))),
                whole(1000),
                true,
                StepMaker.In.THREAD));
        units.add(group("gen", new UnitGroup.Generator(Type.TIME), Resource.ONE, false, StepMaker.In.GENERATOR));
        units.add(group("job", new UnitGroup.Task("n", Type.WHOLE), Resource.ONE, false, StepMaker.In.TASK));
        units.add(new UnitGroup(
                "pure",
                NOWHERE,
                new UnitGroup.Task("x", Type.DECIMAL),
                Resource.ONE,
                false,
                List.of(new Step.Return(NOWHERE, name("x")))));
        units.add(process("source", Optional.empty(), UnitGroup.Process.Output.DISCARD, Resource.ONE));
        units.add(process("sink", Optional.of("source"), UnitGroup.Process.Output.SHOW, Resource.ONE));
        units.add(process("talk", Optional.empty(), UnitGroup.Process.Output.READ, name("w")));
        return units;
    }

    private UnitGroup group(String name, UnitGroup.Kind kind, Expr count, boolean manual, StepMaker.In in) {
        return new UnitGroup(name, NOWHERE, kind, count, manual, new StepMaker(random, texts, in).unitSteps());
    }

    private UnitGroup process(String name, Optional<String> input, UnitGroup.Process.Output output, Expr count) {
        var environment = new LinkedHashMap<String, Template>();
        if (random.nextBoolean()) {
            environment.put("LANG", template());
            environment.put("odd name: #", template());
        }
        var kind = new UnitGroup.Process(
                List.of(new Template(List.of(new Template.Verbatim("cat"))), template()),
                environment,
                random.nextBoolean()
                        ? Optional.of(new Template(List.of(new Template.Verbatim("a b"))))
                        : Optional.empty(),
                input,
                output);
        return new UnitGroup(name, NOWHERE, kind, count, name.equals("talk"), List.of());
    }

    private Template template() {
        return new Template(
                List.of(new Template.Verbatim(text() + "{}"), new Template.Hole(Exprs.random(random, Type.TEXT, 0))));
    }

    private Expr enabled() {
        return random.nextBoolean() ? name("on_") : Resource.ON;
    }

    private Optional<Expr> perhaps(Expr expr) {
        return random.nextBoolean() ? Optional.of(expr) : Optional.empty();
    }

    private static Expr name(String name) {
        return new Expr.Name(NOWHERE, name);
    }

    private static Expr whole(long number) {
        return number == 1 ? Resource.ONE : literal(new Value.Whole(number));
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
