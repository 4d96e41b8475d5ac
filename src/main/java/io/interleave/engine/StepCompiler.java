package io.interleave.engine;

import io.interleave.engine.ExpressionCompiler.Compiled;
import io.interleave.engine.ExpressionCompiler.Local;
import io.interleave.model.Durations;
import io.interleave.model.Expr;
import io.interleave.model.Place;
import io.interleave.model.Step;
import io.interleave.model.Template;
import io.interleave.model.UnitGroup;
import io.interleave.model.UnitGroup.Thread;
import io.interleave.model.Value;
import io.interleave.trace.EventKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/// Compiles the steps of one unit group.
final class StepCompiler {

    /// Where a unit keeps its number in its group.
    static final int INDEX_SLOT = 0;

    private static final Map<String, Local> INDEX = Map.of(UnitGroup.INDEX, new Local(INDEX_SLOT, Value.Type.WHOLE));

    final Memory memory;
    final Groups groups;
    final Knobs knobs;
    final Texts texts;
    private final ToIntFunction<Step> numbers;
    private final Map<String, Local> locals = new HashMap<>();
    private final Map<String, Integer> handles = new HashMap<>();
    final ExpressionCompiler expressions;
    private int slots = INDEX_SLOT + 1;

    /// Of a task, the type of what it returns.
    Optional<Value.Type> returns = Optional.empty();

    /// Of a generator, the type of what it yields and is sent.
    Optional<Value.Type> yields = Optional.empty();

    private final LockSteps lockSteps = new LockSteps(this);
    private final WaitSteps waitSteps = new WaitSteps(this);
    private final QueueSteps queueSteps = new QueueSteps(this);
    private final UnitSteps unitSteps = new UnitSteps(this);
    private final ProcessSteps processSteps = new ProcessSteps(this);
    private final GeneratorSteps generatorSteps = new GeneratorSteps(this);
    private final PoolSteps poolSteps = new PoolSteps(this);
    private final WorkSteps workSteps = new WorkSteps(this);

    /// Which variables each local is read from.
    private final Map<String, Set<String>> origins = new HashMap<>();

    private StepCompiler(Memory memory, Groups groups, Knobs knobs, Texts texts, ToIntFunction<Step> numbers) {
        this.memory = memory;
        this.groups = groups;
        this.knobs = knobs;
        this.texts = texts;
        this.numbers = numbers;
        this.expressions = new ExpressionCompiler(knobs, texts, locals);
        locals.putAll(INDEX);
    }

    /// @param numbers the id under which the trace knows a step
    static Program compile(
            UnitGroup group, Memory memory, Groups groups, Knobs knobs, Texts texts, ToIntFunction<Step> numbers) {
        var compiler = new StepCompiler(memory, groups, knobs, texts, numbers);
        if (group.kind() instanceof UnitGroup.Task(var parameter, var type)) {
            compiler.local(parameter, type);
            compiler.hiddenSlot();
            compiler.returns = Optional.of(type);
        }
        if (group.kind() instanceof UnitGroup.Generator(var type)) {
            compiler.yields = Optional.of(type);
        }
        var body = compiler.body(group.steps(), true);
        var overIndex = new ExpressionCompiler(knobs, texts, INDEX);
        var seat = seat(group, memory, overIndex);
        var thread = thread(group, overIndex);
        return new Program(body, compiler.slots, compiler.handles.size(), gil(group, memory), seat, thread);
    }

    private static Optional<Program.ThreadHead> thread(UnitGroup group, ExpressionCompiler expressions) {
        if (!(group.kind() instanceof Thread thread)) {
            return Optional.empty();
        }
        return Optional.of(new Program.ThreadHead(
                thread.priority()
                        .map(it -> within(
                                expressions,
                                it,
                                1,
                                Thread.HIGHEST_PRIORITY,
                                "there is no priority %d: they go from 1 to 10")),
                thread.core()
                        .map(it -> within(
                                expressions,
                                it,
                                0,
                                Thread.HIGHEST_CORE,
                                "there is no core %d: they go from 0 to 4095")),
                thread.stack()
                        .map(it -> within(
                                expressions,
                                it,
                                0,
                                Long.MAX_VALUE,
                                "a stack cannot have %d bytes: it can have 0 or more"))));
    }

    /// A whole number over `index`, which nobody could check before there are units.
    ///
    /// @param what is wrong with another, with `%d` in its place
    private static Code within(ExpressionCompiler expressions, Expr expr, long least, long most, String what) {
        var code = expressions.compile(expr).code();
        return locals -> {
            long number = code.value(locals);
            if (number < least || number > most) {
                throw new UnitFailed(expr.place(), what.formatted(number));
            }
            return number;
        };
    }

    private static Optional<Program.Seat> seat(UnitGroup group, Memory memory, ExpressionCompiler expressions) {
        if (!(group.kind() instanceof UnitGroup.Coroutine coroutine)) {
            return Optional.empty();
        }
        var priority = coroutine.priority().map(it -> expressions.compile(it).code());
        return Optional.of(new Program.Seat(memory.loop(coroutine), priority.orElse(Code.constant(0))));
    }

    private static Optional<Gil> gil(UnitGroup group, Memory memory) {
        return switch (group.kind()) {
            case Thread it -> it.under().map(name -> memory.one(name, Gil.class));
            case UnitGroup.Coroutine _, UnitGroup.Generator _, UnitGroup.Process _, UnitGroup.Task _ ->
                Optional.empty();
        };
    }

    Op body(List<Step> steps, boolean outermost) {
        var ops = steps.stream().map(step -> op(step, outermost)).toArray(Op[]::new);
        return unit -> {
            for (var op : ops) {
                unit.boundary();
                op.run(unit);
            }
        };
    }

    private Op op(Step step, boolean outermost) {
        int number = numbers.applyAsInt(step);
        return switch (step) {
            case Step.Repeat it -> repeat(it, outermost);
            case Step.Forever it -> forever(it, outermost);
            case Step.ForEach it -> forEach(it);
            case Step.While it -> whileLoop(it);
            case Step.If it -> ifThen(it);

            case Step.Compute(var place, var work) -> compute(place, work, number);
            case Step.Sleep(var place, var time) -> sleep(place, time, number);
            case Step.Log(var _, var text) -> log(text, number);
            case Step.Let it -> let(it);
            case Step.Kernelled it -> workSteps.kernel(it, number);
            case Step.Io it -> workSteps.io(it, number);
            case Step.Check it -> workSteps.check(it);
            case Step.Fail it -> workSteps.fail(it);
            case Step.ReadClock it -> workSteps.clock(it);

            case Step.Read it -> read(it, number);
            case Step.Write it -> write(it, number);
            case Step.Increment it -> increment(it, number);
            case Step.Update it -> update(it, number);
            case Step.CompareAndSet it -> compareAndSet(it, number);

            case Step.Hold it -> lockSteps.hold(it, number);
            case Step.Acquire it -> lockSteps.acquire(it, number);
            case Step.Release it -> lockSteps.release(it, number);

            case Step.Await it -> await(it, number);
            case Step.Signal it -> waitSteps.signal(it, number);
            case Step.Clear it -> waitSteps.clear(it, number);
            case Step.CountDown it -> waitSteps.countDown(it, number);
            case Step.Arrive it -> waitSteps.arrive(it, number);
            case Step.Register it -> waitSteps.register(it, number);
            case Step.Deregister it -> waitSteps.deregister(it, number);

            case Step.Drain it -> queueSteps.drain(it, number);
            case Step.Put it -> queueSteps.put(it, number);
            case Step.Take it -> queueSteps.take(it, number);
            case Step.TaskDone it -> queueSteps.taskDone(it, number);
            case Step.Close it -> close(it, number);

            case Step.Start it -> unitSteps.start(it, number);
            case Step.Poll it -> unitSteps.poll(it, number);
            case Step.Cancel it -> unitSteps.cancel(it, number);
            case Step.Gather it -> unitSteps.gather(it, number);
            case Step.Pause it -> unitSteps.pause(it, number);

            case Step.Kill it -> processSteps.kill(it, number);
            case Step.KillWorker it -> poolSteps.killWorker(it);
            case Step.Communicate it -> processSteps.communicate(it, number);
            case Step.WriteLine it -> processSteps.writeLine(it, number);
            case Step.ReadLine it -> processSteps.readLine(it, number);

            case Step.Yield it -> generatorSteps.yield(it, number);
            case Step.Next it -> generatorSteps.next(it, number);

            case Step.Submit it -> poolSteps.submit(it, number);
            case Step.MapTasks it -> poolSteps.map(it, number);
            case Step.Shutdown it -> poolSteps.shutdown(it, number);
            case Step.Return it -> poolSteps.giveBack(it);
        };
    }

    /// A name may be that of a task, of a group of units, or of a resource.
    private Op await(Step.Await await, int step) {
        var name = await.target().name();
        if (handles.containsKey(name)) {
            return poolSteps.awaitTask(await, step);
        }
        return groups.find(name).isPresent() ? unitSteps.await(await, step) : waitSteps.await(await, step);
    }

    private Op close(Step.Close close, int step) {
        var name = close.target().name();
        return groups.find(name)
                .map(group -> switch (group.model.kind()) {
                    case UnitGroup.Process _ -> processSteps.close(close, step);
                    case UnitGroup.Generator _ -> generatorSteps.close(close, step);
                    case UnitGroup.Thread _, UnitGroup.Coroutine _, UnitGroup.Task _ ->
                        throw new IllegalArgumentException(name + " cannot be closed");
                })
                .orElseGet(() -> queueSteps.close(close, step));
    }

    /// The steps of an `else`; nothing where there is none.
    Optional<Op> optionalBody(Optional<List<Step>> steps) {
        return steps.map(it -> body(it, false));
    }

    /// A local of this type; the same one, where another step has it already.
    Local local(String name, Value.Type type) {
        return locals.computeIfAbsent(name, _ -> new Local(slots++, type));
    }

    /// A slot for a value that no step can name.
    int hiddenSlot() {
        return slots++;
    }

    /// The place among a unit's handles that bears this name.
    int handle(String name) {
        return handles.computeIfAbsent(name, _ -> handles.size());
    }

    private Op forever(Step.Forever forever, boolean outermost) {
        var body = body(forever.body(), false);
        return unit -> {
            while (true) {
                unit.boundary();
                body.run(unit);
                if (outermost) {
                    unit.endOfPass();
                }
            }
        };
    }

    private Op forEach(Step.ForEach each) {
        var from = expressions.compile(each.from()).code();
        var to = expressions.compile(each.to()).code();
        int slot = local(each.local(), Value.Type.WHOLE).slot();
        var body = body(each.body(), false);
        return unit -> {
            long last = to.value(unit.locals);
            for (long number = from.value(unit.locals); number <= last; number++) {
                unit.boundary();
                unit.locals[slot] = number;
                body.run(unit);
            }
        };
    }

    private Op whileLoop(Step.While loop) {
        var condition = expressions.compile(loop.condition()).code();
        var body = body(loop.body(), false);
        return unit -> {
            while (condition.value(unit.locals) != 0) {
                unit.boundary();
                body.run(unit);
            }
        };
    }

    private Op ifThen(Step.If choice) {
        var condition = expressions.compile(choice.condition()).code();
        var body = body(choice.body(), false);
        var otherwise = optionalBody(choice.otherwise());
        return unit -> {
            if (condition.value(unit.locals) != 0) {
                body.run(unit);
            } else if (otherwise.isPresent()) {
                otherwise.get().run(unit);
            }
        };
    }

    private Op let(Step.Let let) {
        var value = expressions.compile(let.value());
        var local = local(let.local(), value.type());
        var code = as(local.type(), value);
        origins.computeIfAbsent(let.local(), _ -> new HashSet<>()).addAll(originsOf(let.value()));
        return unit -> unit.locals[local.slot()] = code.value(unit.locals);
    }

    private Op repeat(Step.Repeat repeat, boolean outermost) {
        var times = expressions.compile(repeat.times()).code();
        var body = body(repeat.body(), false);
        return unit -> {
            long left = times.value(unit.locals);
            while (left-- > 0) {
                unit.boundary();
                body.run(unit);
                if (outermost) {
                    unit.endOfPass();
                }
            }
        };
    }

    private Op read(Step.Read read, int step) {
        var variable = memory.select(read.variable(), Variable.class, expressions);
        var name = read.variable().name();
        int slot = local(read.local(), memory.one(name, Variable.class).type).slot();
        origins.computeIfAbsent(read.local(), _ -> new HashSet<>()).add(name);
        return unit -> {
            var from = variable.of(unit);
            long value = from.value;
            unit.locals[slot] = value;
            unit.record(EventKind.READ, from.id, step, value);
        };
    }

    /// Recorded before it is done, and reads after: so a read that saw a write never seems to come before it.
    private Op write(Step.Write write, int step) {
        var variable = memory.select(write.variable(), Variable.class, expressions);
        var name = write.variable().name();
        var code = as(memory.one(name, Variable.class).type, expressions.compile(write.value()));
        var kind = originsOf(write.value()).contains(name) ? EventKind.WRITE : EventKind.BLIND_WRITE;
        return unit -> {
            var to = variable.of(unit);
            long next = code.value(unit.locals);
            unit.record(kind, to.id, step, next);
            to.value = next;
        };
    }

    private Op increment(Step.Increment increment, int step) {
        var variable = memory.select(increment.variable(), Variable.class, expressions);
        var type = memory.one(increment.variable().name(), Variable.class).type;
        var add = sum(type, as(type, expressions.compile(increment.by())));
        return unit -> {
            var it = variable.of(unit);
            long value = it.value;
            unit.record(EventKind.READ, it.id, step, value);
            unit.switchPoint();
            long next = add.apply(value, unit.locals);
            unit.record(EventKind.WRITE, it.id, step, next);
            it.value = next;
        };
    }

    @FunctionalInterface
    private interface Sum {
        long apply(long value, long[] locals);
    }

    private static Sum sum(Value.Type type, Code by) {
        return type == Value.Type.DECIMAL
                ? (value, locals) -> Double.doubleToRawLongBits(
                        Double.longBitsToDouble(value) + Double.longBitsToDouble(by.value(locals)))
                : (value, locals) -> value + by.value(locals);
    }

    /// In the new value the variable's own name is its value before, kept in a slot that no other step can
    /// name.
    private Op update(Step.Update update, int step) {
        var variable = memory.select(update.variable(), Variable.class, expressions);
        var name = update.variable().name();
        var type = memory.one(name, Variable.class).type;
        int slot = hiddenSlot();
        var names = new HashMap<>(locals);
        names.put(name, new Local(slot, type));
        var code = as(type, new ExpressionCompiler(knobs, texts, names).compile(update.value()));
        return unit -> {
            var it = variable.of(unit);
            long before;
            long next;
            do {
                before = it.current();
                unit.locals[slot] = before;
                next = code.value(unit.locals);
            } while (!it.compareAndSet(before, next));
            unit.record(EventKind.UPDATE, it.id, step, next);
        };
    }

    private Op compareAndSet(Step.CompareAndSet set, int step) {
        var variable = memory.select(set.variable(), Variable.class, expressions);
        var type = memory.one(set.variable().name(), Variable.class).type;
        var expected = as(type, expressions.compile(set.expected()));
        var value = as(type, expressions.compile(set.value()));
        int slot = set.into().map(it -> local(it, Value.Type.TRUTH).slot()).orElseGet(this::hiddenSlot);
        return unit -> {
            var it = variable.of(unit);
            long next = value.value(unit.locals);
            boolean done = it.compareAndSet(expected.value(unit.locals), next);
            unit.locals[slot] = done ? 1 : 0;
            if (done) {
                unit.record(EventKind.UPDATE, it.id, step, next);
            } else {
                unit.record(EventKind.READ, it.id, step, it.current());
            }
        };
    }

    private Op compute(Place place, Expr work, int step) {
        var nanos = expressions.compile(work).code();
        return unit -> {
            long asked = notNegative(nanos.value(unit.locals), place);
            unit.record(EventKind.COMPUTE, -1, step, asked);
            unit.compute(asked);
        };
    }

    private Op sleep(Place place, Expr time, int step) {
        var nanos = expressions.compile(time).code();
        return unit -> {
            long asked = notNegative(nanos.value(unit.locals), place);
            unit.beginBlocking();
            unit.record(EventKind.SLEEP, -1, step, asked);
            try {
                unit.sleep(asked);
            } catch (InterruptedException _) {
                throw unit.interrupted();
            } finally {
                unit.record(EventKind.WAKE, -1, step, 0);
                unit.endBlocking();
            }
        };
    }

    private Op log(Template text, int step) {
        var line = text(text);
        return unit -> unit.log(line.of(unit.locals), step);
    }

    /// A compiled template.
    @FunctionalInterface
    interface Text {
        String of(long[] locals);
    }

    Text text(Template template) {
        return Templates.compile(template, expressions, texts);
    }

    Text formatted(Compiled value) {
        return Templates.formatted(value, texts);
    }

    /// A whole number becomes a decimal where a decimal is kept.
    static Code as(Value.Type type, Compiled value) {
        var code = value.code();
        return type == Value.Type.DECIMAL && value.type() == Value.Type.WHOLE
                ? locals -> Double.doubleToRawLongBits(code.value(locals))
                : code;
    }

    /// The variables that a value is computed from, by way of locals.
    private Set<String> originsOf(Expr expr) {
        return switch (expr) {
            case Expr.Literal _ -> Set.of();
            case Expr.Name it -> origins.getOrDefault(it.name(), Set.of());
            case Expr.Unary unary -> originsOf(unary.operand());
            case Expr.Binary binary -> {
                var both = new HashSet<>(originsOf(binary.left()));
                both.addAll(originsOf(binary.right()));
                yield both;
            }
        };
    }

    static long notNegative(long nanos, Place place) {
        if (nanos < 0) {
            throw new UnitFailed(place, "a duration cannot be negative, and this one is " + Durations.format(nanos));
        }
        return nanos;
    }
}
