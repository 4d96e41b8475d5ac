package io.interleave.model;

import io.interleave.model.Value.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Makes up steps that fit into the scenarios of {@link ScenarioMaker}.
final class StepMaker {

    /// What kind of unit does the steps.
    enum In {
        THREAD,
        GENERATOR,
        TASK
    }

    private static final Place NOWHERE = Place.NOWHERE;
    private static final int SIMPLE = 42;
    private static final int WITH_BODY = 7;

    private final Random random;
    private final List<String> texts;
    private final In in;

    StepMaker(Random random, List<String> texts, In in) {
        this.random = random;
        this.texts = texts;
        this.in = in;
    }

    List<Step> unitSteps() {
        var steps = new ArrayList<Step>();
        steps.add(new Step.Read(NOWHERE, target("size"), "size"));
        steps.add(new Step.Read(NOWHERE, target("pause"), "mine"));
        steps.add(new Step.Submit(
                NOWHERE, "threads", "job", perhaps(Type.WHOLE), perhaps(small()), Optional.of("handle"), otherwise(0)));
        steps.add(new Step.Acquire(NOWHERE, target("m2"), Step.Mode.WRITE, waiting(1, false)));
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
        int kind = random.nextInt(depth > 0 ? SIMPLE + WITH_BODY : SIMPLE);
        return kind < SIMPLE ? simple(kind, depth) : withBody(kind - SIMPLE, depth);
    }

    private Step withBody(int kind, int depth) {
        var body = steps(depth - 1);
        return switch (kind) {
            case 0 -> new Step.Repeat(NOWHERE, small(), body);
            case 1 -> new Step.ForEach(NOWHERE, "i", expr(Type.WHOLE), expr(Type.WHOLE), body);
            case 2 -> new Step.Drain(NOWHERE, "item", target("fifo"), body);
            case 3 -> new Step.While(NOWHERE, expr(Type.TRUTH), body);
            case 4 -> new Step.If(NOWHERE, expr(Type.TRUTH), body, otherwise(depth));
            case 5 -> new Step.Forever(NOWHERE, body);
            default -> hold(depth, body);
        };
    }

    private Step hold(int depth, List<Step> body) {
        return switch (random.nextInt(4)) {
            case 0 -> new Step.Hold(NOWHERE, several("seats"), Step.Mode.WRITE, waiting(depth, false), body);
            case 1 -> new Step.Hold(NOWHERE, target("stamped"), Step.Mode.OPTIMISTIC, Waiting.FOR_EVER, body);
            case 2 -> new Step.Hold(NOWHERE, target("read_write"), Step.Mode.READ, waiting(depth, false), body);
            default -> new Step.Hold(NOWHERE, target("reentrant"), Step.Mode.WRITE, waiting(depth, false), body);
        };
    }

    private Step simple(int kind, int depth) {
        return switch (kind) {
            case 0 -> new Step.Write(NOWHERE, target("size"), Exprs.random(random, Type.WHOLE, 2));
            case 1 -> new Step.Update(NOWHERE, target("ratio"), Exprs.random(random, Type.DECIMAL, 2));
            case 2 -> new Step.Increment(NOWHERE, target("pause"), Exprs.random(random, Type.TIME, 2));
            case 3 -> new Step.Increment(NOWHERE, several("cells"), literal(new Value.Whole(1)));
            case 4 -> new Step.Compute(NOWHERE, new Expr.Name(NOWHERE, random.nextBoolean() ? "t" : "mine"));
            case 5 -> new Step.Sleep(NOWHERE, literal(new Value.Time(random.nextInt(1_000_000))));
            case 6 -> new Step.Log(NOWHERE, template());
            case 7 -> new Step.Kernelled(NOWHERE, kernel(), small(), into("result"));
            case 8 -> new Step.Io(NOWHERE, Step.Io.Medium.FILE, small());
            case 9 -> new Step.Io(NOWHERE, Step.Io.Medium.SOCKET, new Expr.Name(NOWHERE, "t"));
            case 10 -> check(expr(Type.TRUTH));
            case 11 -> new Step.Fail(NOWHERE, template());
            case 12 -> new Step.Let(NOWHERE, "a_time", expr(Type.TIME));
            case 13 -> new Step.Let(NOWHERE, "a_text", expr(Type.TEXT));
            case 14 -> new Step.ReadClock(NOWHERE, "mine");
            case 15 -> new Step.Read(NOWHERE, several("cells"), "cell");
            case 16 ->
                new Step.CompareAndSet(NOWHERE, target("word"), expr(Type.TEXT), expr(Type.TEXT), into("swapped"));
            case 17 -> new Step.Release(NOWHERE, several("seats"));
            case 18 -> new Step.Acquire(NOWHERE, several("seats"), Step.Mode.WRITE, waiting(depth, false));
            case 19 ->
                new Step.Await(
                        NOWHERE, target(random.nextBoolean() ? "meet" : "round"), into("place"), waiting(depth, false));
            case 20 -> new Step.Await(NOWHERE, several("go"), Optional.empty(), waiting(depth, false));
            case 21 ->
                new Step.Await(
                        NOWHERE,
                        target(pick("ready", "done", "fifo", "g", "fetch", "threads", "talk")),
                        Optional.empty(),
                        waiting(depth, false));
            case 22 -> new Step.Await(NOWHERE, target("handle"), into("result"), waiting(depth, true));
            case 23 -> new Step.Signal(NOWHERE, several("go"), false);
            case 24 -> new Step.Signal(NOWHERE, target("ready"), random.nextBoolean());
            case 25 -> new Step.Clear(NOWHERE, several("go"));
            case 26 -> new Step.CountDown(NOWHERE, target("done"));
            case 27 ->
                switch (random.nextInt(3)) {
                    case 0 -> new Step.Arrive(NOWHERE, target("round"));
                    case 1 -> new Step.Register(NOWHERE, target("round"));
                    default -> new Step.Deregister(NOWHERE, target("round"));
                };
            case 28 ->
                new Step.Put(NOWHERE, target("priority"), expr(Type.TIME), perhaps(Type.WHOLE), waiting(depth, true));
            case 29 ->
                new Step.Put(NOWHERE, target("rendezvous"), expr(Type.TIME), Optional.empty(), waiting(depth, true));
            case 30 -> new Step.Take(NOWHERE, target("lifo"), "item", waiting(depth, true));
            case 31 -> new Step.TaskDone(NOWHERE, target("lifo"));
            case 32 ->
                new Step.Close(NOWHERE, random.nextBoolean() ? target(pick("fifo", "gen", "source")) : several("talk"));
            case 33 -> new Step.Start(NOWHERE, pick("special", "fetch", "talk"));
            case 34 -> new Step.Poll(NOWHERE, pick("g", "fetch", "sink"), "swapped");
            case 35 ->
                switch (random.nextInt(3)) {
                    case 0 -> new Step.Cancel(NOWHERE, pick("g", "fetch", "sink"));
                    case 1 -> new Step.Kill(NOWHERE, pick("source", "talk"));
                    default -> new Step.KillWorker(NOWHERE, "processes");
                };
            case 36 ->
                switch (random.nextInt(3)) {
                    case 0 -> communicate(depth);
                    case 1 -> new Step.WriteLine(NOWHERE, several("talk"), template());
                    default -> new Step.ReadLine(NOWHERE, several("talk"), "a_text", waiting(depth, true));
                };
            case 37 -> random.nextBoolean() ? new Step.Pause(NOWHERE) : gather(depth);
            case 38 -> next(depth);
            case 39 -> map(depth);
            case 40 -> new Step.Shutdown(NOWHERE, pick("threads", "forks", "coroutines"), random.nextBoolean());
            default ->
                switch (in) {
                    case THREAD -> new Step.Await(NOWHERE, several("talk"), into("status"), waiting(depth, false));
                    case GENERATOR -> new Step.Yield(NOWHERE, expr(Type.TIME), into("sent"));
                    case TASK -> new Step.Return(NOWHERE, expr(Type.WHOLE));
                };
        };
    }

    private static Step check(Expr condition) {
        return new Step.Check(NOWHERE, condition, ExprText.of(condition));
    }

    private Step communicate(int depth) {
        var input = random.nextBoolean() ? Optional.of(template()) : Optional.<Template>empty();
        return new Step.Communicate(NOWHERE, several("talk"), input, into("a_text"), waiting(depth, false));
    }

    private Step gather(int depth) {
        return new Step.Gather(
                NOWHERE, random.nextBoolean() ? List.of("fetch") : List.of("fetch", "talk"), waiting(depth, false));
    }

    private Step next(int depth) {
        return new Step.Next(NOWHERE, target("gen"), perhaps(Type.TIME), into("item"), otherwise(depth));
    }

    private Step map(int depth) {
        boolean pure = random.nextBoolean();
        return new Step.MapTasks(
                NOWHERE,
                pure ? "processes" : "forks",
                pure ? "pure" : "job",
                expr(Type.WHOLE),
                expr(Type.WHOLE),
                perhaps(literal(new Value.Whole(3))),
                perhaps(small()),
                into(pure ? "decimal_sum" : "sum"),
                waiting(depth, true));
    }

    private Waiting waiting(int depth, boolean inVain) {
        var timeout = perhaps(new Expr.Name(NOWHERE, "t"));
        return new Waiting(timeout, inVain || timeout.isPresent() ? otherwise(depth) : Optional.empty());
    }

    private Optional<List<Step>> otherwise(int depth) {
        return depth > 0 && random.nextBoolean() ? Optional.of(steps(depth - 1)) : Optional.empty();
    }

    private Template template() {
        var parts = new ArrayList<Template.Part>();
        parts.add(new Template.Verbatim(texts.get(random.nextInt(texts.size())) + "{}"));
        parts.add(new Template.Hole(expr(Type.TEXT)));
        parts.add(new Template.Hole(Exprs.random(random, Type.TIME, 1)));
        return new Template(parts);
    }

    private Kernel kernel() {
        return Kernel.values()[random.nextInt(Kernel.values().length)];
    }

    private Optional<String> into(String local) {
        return random.nextBoolean() ? Optional.of(local) : Optional.empty();
    }

    private Optional<Expr> perhaps(Type type) {
        return perhaps(expr(type));
    }

    private Optional<Expr> perhaps(Expr expr) {
        return random.nextBoolean() ? Optional.of(expr) : Optional.empty();
    }

    /// Shallow, as a division by zero makes the whole scenario one that is not in order.
    private Expr expr(Type type) {
        return Exprs.random(random, type, 0);
    }

    private Expr small() {
        return literal(new Value.Whole(random.nextInt(9)));
    }

    private static Expr literal(Value value) {
        return new Expr.Literal(NOWHERE, value);
    }

    private String pick(String... names) {
        return names[random.nextInt(names.length)];
    }

    private static Target target(String name) {
        return new Target(NOWHERE, name, Optional.empty());
    }

    /// A task has no index.
    private Target several(String name) {
        var at = in == In.TASK ? literal(new Value.Whole(1)) : new Expr.Name(NOWHERE, UnitGroup.INDEX);
        return new Target(NOWHERE, name, Optional.of(at));
    }
}
