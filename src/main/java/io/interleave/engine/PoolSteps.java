package io.interleave.engine;

import io.interleave.engine.PoolTask.Outcome;
import io.interleave.model.Expr;
import io.interleave.model.Place;
import io.interleave.model.Step;
import io.interleave.model.UnitGroup;
import io.interleave.model.Value;
import io.interleave.trace.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compiles what is done with pools and their tasks.
final class PoolSteps {

    /// Bytes that may travel with a task.
    private static final long LARGEST_PAYLOAD = 64 << 20;

    /// Numbers of a map that may travel together.
    private static final long LARGEST_CHUNK = 1_000_000;

    private final StepCompiler compiler;

    /// Of tasks that steps can await, what these give.
    private final Map<String, Value.Type> types = new HashMap<>();

    PoolSteps(StepCompiler compiler) {
        this.compiler = compiler;
    }

    /// A task that was handed in.
    private record Handle(Pool pool, PoolTask task) {}

    /// What a step hands in, but for its arguments.
    private final class Offer {

        final Pool pool;
        final Group group;
        final Value.Type type;
        private final Place place;
        private final Code payload;

        Offer(Place place, String pool, String task, Optional<Expr> payload) {
            this.place = place;
            this.pool = compiler.memory.one(pool, Pool.class);
            this.group = compiler.groups.get(task);
            this.type = ((UnitGroup.Task) group.model.kind()).of();
            this.payload =
                    payload.map(it -> compiler.expressions.compile(it).code()).orElse(Code.constant(0));
        }

        TaskOrder order(Unit unit, long[] arguments) {
            long bytes = payload.value(unit.locals);
            if (bytes < 0 || bytes > LARGEST_PAYLOAD) {
                throw new UnitFailed(
                        place,
                        "a payload of %d bytes: from 0 to %d can travel with a task".formatted(bytes, LARGEST_PAYLOAD));
            }
            return new TaskOrder(group, arguments, (int) bytes);
        }
    }

    Op submit(Step.Submit it, int step) {
        var offer = new Offer(it.place(), it.pool(), it.task(), it.payload());
        var argument = it.with()
                .map(with -> StepCompiler.as(offer.type, compiler.expressions.compile(with)))
                .orElse(Code.constant(offer.type == Value.Type.TEXT ? compiler.texts.number("") : 0));
        boolean awaited = it.into().isPresent();
        int handle = awaited ? compiler.handle(it.into().get()) : -1;
        it.into().ifPresent(into -> types.put(into, offer.type));
        var rejected = compiler.optionalBody(it.rejected());
        return unit -> {
            var order = offer.order(unit, new long[] {argument.value(unit.locals)});
            var task = offer.pool.submit(unit, step, it.place(), order, awaited);
            if (awaited) {
                unit.handles[handle] =
                        task.map(taken -> new Handle(offer.pool, taken)).orElse(null);
            }
            if (task.isEmpty()) {
                refused(unit, offer.pool, it, rejected);
            }
        };
    }

    private static void refused(Unit unit, Pool pool, Step.Submit it, Optional<Op> rejected) {
        if (rejected.isEmpty()) {
            throw new UnitFailed(
                    it.place(),
                    "pool '%s' refused task '%s': it %s"
                                    .formatted(pool.name, it.task(), pool.isClosed() ? "is shut down" : "is full")
                            + Patience.CURE);
        }
        rejected.get().run(unit);
    }

    Op map(Step.MapTasks it, int step) {
        var offer = new Offer(it.place(), it.pool(), it.task(), it.payload());
        var from = compiler.expressions.compile(it.from()).code();
        var to = compiler.expressions.compile(it.to()).code();
        var chunk = it.chunk()
                .map(size -> compiler.expressions.compile(size).code())
                .orElse(Code.constant(1));
        int slot =
                it.into().map(into -> compiler.local(into, offer.type).slot()).orElseGet(compiler::hiddenSlot);
        var patience = Patience.of(it.waiting(), it.place(), compiler);
        return unit -> {
            long nanos = patience.nanos(unit);
            long start = Clock.now();
            long size = chunk.value(unit.locals);
            if (size < 1 || size > LARGEST_CHUNK) {
                throw new UnitFailed(
                        it.place(),
                        "a chunk of %d: from 1 to %d tasks can travel together".formatted(size, LARGEST_CHUNK));
            }
            long last = to.value(unit.locals);
            var tasks = new ArrayList<PoolTask>();
            for (long first = from.value(unit.locals); first <= last; first += size) {
                unit.checkpoint();
                var order = offer.order(unit, arguments(first, Math.min(size, last - first + 1), offer.type));
                var task = offer.pool.submit(unit, step, it.place(), order, true);
                if (task.isEmpty()) {
                    patience.inVain(unit, "pool '%s' refused a task of '%s'".formatted(offer.pool.name, it.task()));
                    return;
                }
                tasks.add(task.get());
            }
            for (var task : offer.pool.inOrderOfWaiting(tasks)) {
                long left = nanos == Patience.FOR_EVER ? nanos : Math.max(0, nanos - (Clock.now() - start));
                if (!offer.pool.await(task, unit, step, left)) {
                    patience.timeUp(unit, it.task());
                    return;
                }
            }
            var outcomes = tasks.stream()
                    .map(task -> offer.pool.outcome(task, unit, step, it.place()))
                    .toList();
            for (int i = 0; i < tasks.size(); i++) {
                if (outcomes.get(i) instanceof Outcome.Failed failed) {
                    patience.inVain(unit, Pool.failure(tasks.get(i), failed));
                    return;
                }
            }
            if (outcomes.stream().anyMatch(Outcome.Dropped.class::isInstance)) {
                unit.checkpoint();
                patience.inVain(unit, "a task of '%s' that %s awaits was dropped".formatted(it.task(), unit.name()));
                return;
            }
            unit.locals[slot] = sum(outcomes, offer.type);
        };
    }

    private static long[] arguments(long first, long count, Value.Type type) {
        var arguments = new long[Math.toIntExact(count)];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = type == Value.Type.DECIMAL ? Double.doubleToRawLongBits(first + i) : first + i;
        }
        return arguments;
    }

    private static long sum(List<Outcome> outcomes, Value.Type type) {
        long sum = 0;
        for (var outcome : outcomes) {
            sum = TaskOrder.sum(type, sum, ((Outcome.Done) outcome).raw());
        }
        return sum;
    }

    Op killWorker(Step.KillWorker it) {
        var pool = compiler.memory.one(it.pool(), ProcessPool.class);
        return _ -> pool.killOne();
    }

    Op shutdown(Step.Shutdown it, int step) {
        var pool = compiler.memory.one(it.pool(), Pool.class);
        return unit -> pool.shutdown(unit, step, it.cancel());
    }

    Op awaitTask(Step.Await it, int step) {
        var name = it.target().name();
        int handle = compiler.handle(name);
        var type = types.getOrDefault(name, Value.Type.WHOLE);
        int slot = it.into().map(into -> compiler.local(into, type).slot()).orElseGet(compiler::hiddenSlot);
        var patience = Patience.of(it.waiting(), it.place(), compiler);
        return unit -> {
            if (!(unit.handles[handle] instanceof Handle(var pool, var task))) {
                patience.inVain(unit, "%s awaits '%s', and no such task was taken".formatted(unit.name(), name));
                return;
            }
            if (!pool.await(task, unit, step, patience.nanos(unit))) {
                patience.timeUp(unit, name);
                return;
            }
            switch (pool.outcome(task, unit, step, it.place())) {
                case Outcome.Done(var raw) -> unit.locals[slot] = raw;
                case Outcome.Failed failed -> patience.inVain(unit, Pool.failure(task, failed));
                case Outcome.Dropped(var how) -> {
                    // Where the run is being ended, that is why.
                    unit.checkpoint();
                    patience.inVain(unit, "task '%s', which %s awaits, %s".formatted(name, unit.name(), how));
                }
                case Outcome.Arrived _ -> throw new IllegalStateException("bytes are no result");
            }
        };
    }

    Op giveBack(Step.Return it) {
        var value = StepCompiler.as(compiler.returns.orElseThrow(), compiler.expressions.compile(it.value()));
        return unit -> {
            unit.locals[TaskOrder.RESULT_SLOT] = value.value(unit.locals);
            throw Unwind.RETURNED;
        };
    }
}
