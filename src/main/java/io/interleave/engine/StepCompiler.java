package io.interleave.engine;

import io.interleave.engine.ExpressionCompiler.Compiled;
import io.interleave.engine.ExpressionCompiler.Local;
import io.interleave.model.Durations;
import io.interleave.model.Expr;
import io.interleave.model.KnobText;
import io.interleave.model.Place;
import io.interleave.model.Step;
import io.interleave.model.Template;
import io.interleave.model.UnitGroup;
import io.interleave.model.Value;
import io.interleave.trace.EventKind;
import io.interleave.trace.RawValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/// Compiles the steps of one unit group.
final class StepCompiler {

    private final Memory memory;
    private final Knobs knobs;
    private final Texts texts;
    private final ToIntFunction<Step> numbers;
    private final Map<String, Local> locals = new HashMap<>();
    private final ExpressionCompiler expressions;
    private int slots;

    /// Which variables each local is read from.
    private final Map<String, Set<String>> origins = new HashMap<>();

    private StepCompiler(Memory memory, Knobs knobs, Texts texts, ToIntFunction<Step> numbers) {
        this.memory = memory;
        this.knobs = knobs;
        this.texts = texts;
        this.numbers = numbers;
        this.expressions = new ExpressionCompiler(knobs, texts, locals);
    }

    /// @param numbers the id under which the trace knows a step
    static Program compile(UnitGroup group, Memory memory, Knobs knobs, Texts texts, ToIntFunction<Step> numbers) {
        var compiler = new StepCompiler(memory, knobs, texts, numbers);
        var body = compiler.body(group.steps(), true);
        return new Program(body, compiler.slots, memory.locks().size());
    }

    private Op body(List<Step> steps, boolean outermost) {
        var ops = steps.stream().map(step -> op(step, outermost)).toArray(Op[]::new);
        return unit -> {
            for (var op : ops) {
                unit.checkpoint();
                op.run(unit);
            }
        };
    }

    private Op op(Step step, boolean outermost) {
        int number = numbers.applyAsInt(step);
        return switch (step) {
            case Step.Repeat repeat -> repeat(repeat, outermost);
            case Step.Hold(var place, var lock, var body) -> hold(memory.lock(lock), number, place, body(body, false));
            case Step.Acquire(var _, var lock) -> acquire(memory.lock(lock), number);
            case Step.Release(var place, var lock) -> release(memory.lock(lock), number, place);
            case Step.Read(var _, var variable, var local) -> read(memory.variable(variable), local, number);
            case Step.Write(var _, var variable, var value) -> write(memory.variable(variable), value, number);
            case Step.Increment(var _, var variable, var by) -> increment(memory.variable(variable), by, number);
            case Step.Update(var _, var variable, var value) -> update(memory.variable(variable), value, number);
            case Step.Compute(var place, var work) -> compute(place, work, number);
            case Step.Sleep(var place, var time) -> sleep(place, time, number);
            case Step.Log(var _, var text) -> log(text, number);
        };
    }

    private Op repeat(Step.Repeat repeat, boolean outermost) {
        var times = expressions.compile(repeat.times()).code();
        var body = body(repeat.body(), false);
        return unit -> {
            long left = times.value(unit.locals);
            while (left-- > 0) {
                unit.checkpoint();
                body.run(unit);
                if (outermost) {
                    unit.endOfPass();
                }
            }
        };
    }

    private static Op hold(Mutex lock, int step, Place place, Op body) {
        return unit -> {
            boolean held = lock.acquire(unit, step);
            try {
                body.run(unit);
            } finally {
                if (held) {
                    lock.release(unit, step, place);
                }
            }
        };
    }

    private static Op acquire(Mutex lock, int step) {
        return unit -> {
            if (!lock.acquire(unit, step)) {
                unit.passedOff[lock.index]++;
            }
        };
    }

    private static Op release(Mutex lock, int step, Place place) {
        return unit -> {
            if (lock.isHeldByCurrentThread() || unit.passedOff[lock.index] == 0) {
                lock.release(unit, step, place);
            } else {
                unit.passedOff[lock.index]--;
            }
        };
    }

    private Op read(Variable variable, String local, int step) {
        int slot = locals.computeIfAbsent(local, _ -> new Local(slots++, variable.type))
                .slot();
        origins.computeIfAbsent(local, _ -> new HashSet<>()).add(variable.name);
        return unit -> {
            long value = variable.value;
            unit.locals[slot] = value;
            unit.record(EventKind.READ, variable.id, step, value);
        };
    }

    /// Recorded before it is done, and reads after: so a read that saw a write never seems to come before it.
    private Op write(Variable variable, Expr value, int step) {
        var code = as(variable.type, expressions.compile(value));
        var kind = comesFrom(value, variable.name) ? EventKind.WRITE : EventKind.BLIND_WRITE;
        return unit -> {
            long next = code.value(unit.locals);
            unit.record(kind, variable.id, step, next);
            variable.value = next;
        };
    }

    private Op increment(Variable variable, Expr by, int step) {
        var add = sum(variable.type, as(variable.type, expressions.compile(by)));
        return unit -> {
            long value = variable.value;
            unit.record(EventKind.READ, variable.id, step, value);
            long next = add.apply(value, unit.locals);
            unit.record(EventKind.WRITE, variable.id, step, next);
            variable.value = next;
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

    /// In the new value the variable's own name is its value before, kept in a slot that no other step can name.
    private Op update(Variable variable, Expr value, int step) {
        int slot = slots++;
        var names = new HashMap<>(locals);
        names.put(variable.name, new Local(slot, variable.type));
        var code = as(variable.type, new ExpressionCompiler(knobs, texts, names).compile(value));
        return unit -> {
            long before;
            long next;
            do {
                before = variable.current();
                unit.locals[slot] = before;
                next = code.value(unit.locals);
            } while (!variable.compareAndSet(before, next));
            unit.record(EventKind.UPDATE, variable.id, step, next);
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
            unit.record(EventKind.SLEEP, -1, step, asked);
            try {
                Thread.sleep(asked / 1_000_000, (int) (asked % 1_000_000));
            } catch (InterruptedException _) {
                throw Unwind.STOPPED;
            } finally {
                unit.record(EventKind.WAKE, -1, step, 0);
            }
        };
    }

    private Op log(Template text, int step) {
        var parts = new ArrayList<LogPart>();
        for (var part : text.parts()) {
            parts.add(
                    switch (part) {
                        case Template.Verbatim(var verbatim) -> (_, line) -> line.append(verbatim);
                        case Template.Hole(var value) -> hole(expressions.compile(value));
                    });
        }
        return unit -> {
            var line = new StringBuilder();
            parts.forEach(part -> part.append(unit.locals, line));
            unit.log(line.toString(), step);
        };
    }

    @FunctionalInterface
    private interface LogPart {
        void append(long[] locals, StringBuilder line);
    }

    private LogPart hole(Compiled value) {
        return (locals, line) -> line.append(
                KnobText.format(RawValue.value(value.type(), value.code().value(locals), texts::text)));
    }

    /// A whole number becomes a decimal where a decimal is kept.
    private static Code as(Value.Type type, Compiled value) {
        var code = value.code();
        return type == Value.Type.DECIMAL && value.type() == Value.Type.WHOLE
                ? locals -> Double.doubleToRawLongBits(code.value(locals))
                : code;
    }

    /// Whether a value is computed from a local that was read from the variable.
    private boolean comesFrom(Expr expr, String variable) {
        return switch (expr) {
            case Expr.Literal _ -> false;
            case Expr.Name it -> origins.getOrDefault(it.name(), Set.of()).contains(variable);
            case Expr.Unary unary -> comesFrom(unary.operand(), variable);
            case Expr.Binary binary -> comesFrom(binary.left(), variable) || comesFrom(binary.right(), variable);
        };
    }

    private static long notNegative(long nanos, Place place) {
        if (nanos < 0) {
            throw new UnitFailed(place, "a duration cannot be negative, and this one is " + Durations.format(nanos));
        }
        return nanos;
    }
}
