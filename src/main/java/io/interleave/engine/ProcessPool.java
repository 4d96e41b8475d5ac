package io.interleave.engine;

import io.interleave.engine.PoolTask.Outcome;
import io.interleave.engine.pool.Parcel;
import io.interleave.engine.pool.Recycling;
import io.interleave.engine.pool.RefusedException;
import io.interleave.engine.pool.TaskCall;
import io.interleave.engine.pool.TaskReply;
import io.interleave.engine.pool.WorkerProcess;
import io.interleave.model.Place;
import io.interleave.model.Resource;
import io.interleave.model.Value;
import io.interleave.trace.Clock;
import io.interleave.trace.Definition;
import io.interleave.trace.EventKind;
import io.interleave.trace.RawValue;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A pool of processes. Whoever submits a task turns its argument into bytes, and sends them where a worker has
/// nothing to do; else the worker's own thread in this process sends them when it has. Whoever awaits the task
/// turns the result's bytes back.
final class ProcessPool extends Pool {

    /// A worker tells of what it does once in a millisecond; the rest is for a busy system.
    private static final Duration LAG = Duration.ofMillis(20);

    /// How often it is looked whether a worker was stopped: one that is so twice is ended.
    private static final Duration LOOK = Duration.ofMillis(800);

    private final CountDownLatch over = new CountDownLatch(1);

    final Recycling memory = new Recycling();
    private final List<ProcessWorker> workers = new ArrayList<>();

    /// Those that wait for a task. Guarded.
    private final Deque<ProcessWorker> idle = new ArrayDeque<>();

    private final Texts texts;
    private volatile boolean ending;
    private int started;

    ProcessPool(int id, String name, Resource.Pool model, int size, long room, Texts texts) {
        super(id, name, model, size, room);
        this.texts = texts;
    }

    @Override
    CompletableFuture<Void> begin() {
        crew().chronicle().define(new Definition.Lag(LAG.toNanos()));
        for (int i = 0; i < size; i++) {
            workers.add(new ProcessWorker(this));
        }
        Thread.ofPlatform().daemon().name(name + " watch").start(this::watch);
        long begun = Clock.now();
        return CompletableFuture.allOf(
                        workers.stream().map(ProcessWorker::begin).toArray(CompletableFuture[]::new))
                .thenRun(
                        () -> crew().chronicle().define(new Definition.StartCost(name, size, Clock.now() - begun, -1)));
    }

    /// A unit for another process. It does not note cores: what is recorded for it, is not recorded where it
    /// runs.
    synchronized Unit unit() {
        return crew().worker(name, ++started, crew().chronicle().events());
    }

    @Override
    void prepare(PoolTask task) {
        var order = task.order;
        task.submitter.record(EventKind.SERIALIZE, id, task.step, task.number);
        var arguments = Arrays.stream(order.arguments())
                .mapToObj(raw -> RawValue.value(order.type(), raw, texts::text))
                .toArray(Value[]::new);
        var bytes = memory.take();
        var payload = memory.array(order.payload());
        new Parcel<>(new TaskCall(order.group().model.name(), arguments), payload).write(bytes);
        memory.give(payload);
        task.bytes = bytes;
        task.size = bytes.size();
    }

    @Override
    void dispatch(PoolTask task, Unit unit) {
        ProcessWorker worker;
        PoolTask first;
        WorkerProcess process;
        guard.lock();
        try {
            worker = idle.pollFirst();
            if (worker == null) {
                return;
            }
            var next = takeFirst(unit);
            if (next.isEmpty()) {
                idle.addFirst(worker);
                return;
            }
            first = next.get();
            worker.assign(first);
            process = worker.process();
        } finally {
            guard.unlock();
        }
        worker.send(first, process, unit);
        // The bytes are gone: what the unit does now is something else.
        unit.record(EventKind.STEP, -1, first.step, 0);
    }

    /// The next task of a worker that has none; where there is none, it waits for one.
    Optional<PoolTask> next(ProcessWorker worker, Unit unit) {
        guard.lock();
        try {
            var next = takeFirst(unit);
            next.ifPresentOrElse(worker::assign, () -> idle.addFirst(worker));
            return next;
        } finally {
            guard.unlock();
        }
    }

    /// A worker is no more: it gets no task from now on.
    ///
    /// @return the one that it had
    Optional<PoolTask> lost(ProcessWorker worker) {
        guard.lock();
        try {
            idle.remove(worker);
            return worker.unassign();
        } finally {
            guard.unlock();
        }
    }

    /// Looks after the workers until the pool ends.
    private void watch() {
        try {
            while (!over.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                workers.forEach(ProcessWorker::endIfStopped);
            }
        } catch (InterruptedException _) {
            // Nobody has a reason to; and then nobody is looked after any more.
            Thread.currentThread().interrupt();
        }
    }

    /// Ends the process of a worker, of one that has a task if there is such a one.
    void killOne() {
        Optional<ProcessWorker> worker;
        guard.lock();
        try {
            worker = workers.stream()
                    .filter(ProcessWorker::isBusy)
                    .findFirst()
                    .or(() -> Optional.ofNullable(idle.peekFirst()));
        } finally {
            guard.unlock();
        }
        worker.ifPresent(ProcessWorker::kill);
    }

    boolean isEnding() {
        return ending;
    }

    /// What became of a task that is over, a result turned back into a value on the thread of whoever asks.
    @Override
    Outcome outcome(PoolTask task, Unit unit, int step, Place place) {
        var outcome = super.outcome(task, unit, step, place);
        if (!(outcome instanceof Outcome.Arrived(var bytes))) {
            return outcome;
        }
        unit.record(EventKind.DESERIALIZE, id, step, bytes.size());
        try {
            var parcel = Parcel.read(bytes, TaskReply.Result.class, memory);
            var value = parcel.content().value();
            if (value.type() != task.order.type()) {
                throw new UnitFailed(
                        place,
                        "a worker of '%s' returned %s"
                                .formatted(name, value.type().words()));
            }
            var done = new Outcome.Done(RawValue.of(value, text -> texts.number(text, place)));
            memory.give(parcel.payload());
            memory.give(bytes);
            guard.lock();
            try {
                task.over(done);
            } finally {
                guard.unlock();
            }
            return done;
        } catch (RefusedException e) {
            throw new UnitFailed(place, "a result from a worker of '%s' was %s".formatted(name, e.words()));
        } finally {
            unit.record(EventKind.STEP, -1, step, 0);
        }
    }

    @Override
    void interrupt() {
        dismiss();
    }

    @Override
    void dismiss() {
        ending = true;
        over.countDown();
        workers.forEach(ProcessWorker::kill);
    }

    @Override
    boolean join(Duration patience) throws InterruptedException {
        long deadline = Clock.now() + patience.toNanos();
        for (var worker : workers) {
            if (!worker.join(Duration.ofNanos(Math.max(0, deadline - Clock.now())))) {
                return false;
            }
        }
        return true;
    }
}
