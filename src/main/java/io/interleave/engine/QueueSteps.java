package io.interleave.engine;

import io.interleave.model.Step;
import io.interleave.trace.EventKind.WaitEnd;

/// Compiles what is done with queues.
final class QueueSteps {

    private final StepCompiler compiler;

    QueueSteps(StepCompiler compiler) {
        this.compiler = compiler;
    }

    Op drain(Step.Drain it, int step) {
        var select = compiler.memory.select(it.queue(), ItemQueue.class, compiler.expressions);
        var type = compiler.memory.one(it.queue().name(), ItemQueue.class).type;
        int slot = compiler.local(it.local(), type).slot();
        var body = compiler.body(it.body(), false);
        return unit -> {
            var queue = select.of(unit);
            while (queue.take(unit, step, slot, Patience.FOR_EVER) == WaitEnd.MET) {
                body.run(unit);
                unit.boundary();
            }
        };
    }

    Op put(Step.Put it, int step) {
        var select = compiler.memory.select(it.queue(), ItemQueue.class, compiler.expressions);
        var type = compiler.memory.one(it.queue().name(), ItemQueue.class).type;
        var item = compiler.expressions.compile(it.value());
        var value = StepCompiler.as(type, item);
        var priority = Priorities.code(type, item, it.priority().map(compiler.expressions::compile));
        var patience = Patience.of(it.waiting(), it.place(), compiler);
        return unit -> {
            var queue = select.of(unit);
            var end =
                    queue.put(unit, step, value.value(unit.locals), priority.value(unit.locals), patience.nanos(unit));
            settle(end, unit, queue, patience, "%s puts into '%s', which is closed" + Patience.CURE);
        };
    }

    Op take(Step.Take it, int step) {
        var select = compiler.memory.select(it.queue(), ItemQueue.class, compiler.expressions);
        var type = compiler.memory.one(it.queue().name(), ItemQueue.class).type;
        int slot = compiler.local(it.into(), type).slot();
        var patience = Patience.of(it.waiting(), it.place(), compiler);
        return unit -> {
            var queue = select.of(unit);
            var end = queue.take(unit, step, slot, patience.nanos(unit));
            settle(end, unit, queue, patience, "%s takes from '%s', which is closed and empty" + Patience.CURE);
        };
    }

    private static void settle(WaitEnd end, Unit unit, ItemQueue queue, Patience patience, String closed) {
        switch (end) {
            case MET -> {}
            case TIMED_OUT -> patience.timeUp(unit, queue.name);
            case CLOSED -> patience.inVain(unit, closed.formatted(unit.name(), queue.name));
            case ABANDONED -> throw unit.interrupted();
        }
    }

    Op taskDone(Step.TaskDone it, int step) {
        var select = compiler.memory.select(it.queue(), ItemQueue.class, compiler.expressions);
        return unit -> select.of(unit).taskDone(unit, step, it.place());
    }

    Op close(Step.Close it, int step) {
        var select = compiler.memory.select(it.target(), ItemQueue.class, compiler.expressions);
        return unit -> select.of(unit).close(unit, step);
    }
}
