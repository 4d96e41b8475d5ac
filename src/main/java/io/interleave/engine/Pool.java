package io.interleave.engine;

import static java.util.Objects.requireNonNull;

import io.interleave.engine.PoolTask.Outcome;
import io.interleave.model.Place;
import io.interleave.model.Resource;
import io.interleave.model.Step;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.WaitEnd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Workers that run tasks. Who they are and how a task comes to one is for each kind to say; here are the
/// books: how many tasks wait and run, what there is room for, who waits for what.
///
/// A pool has room for as many tasks as it has workers, and for those that may wait beside.
abstract class Pool extends Shared implements Awaitable, Levelled {

    private static final int NOBODY = -1;

    final int size;
    final Resource.Pool model;
    private final long room;

    /// Of everything that is not final, here and in the tasks.
    final ReentrantLock guard = new ReentrantLock();

    private final Condition someRoom = guard.newCondition();
    private final SequencedSet<PoolTask> waiting = new LinkedHashSet<>();
    private final SequencedSet<PoolTask> running = new LinkedHashSet<>();

    /// Those that failed, and nobody has been told.
    private final SequencedSet<PoolTask> untold = new LinkedHashSet<>();

    private Round quiet = new Round(guard);
    private @Nullable Crew crew;
    private long numbers;
    private int open;
    private int lastToEnd = NOBODY;
    private boolean closed;

    /// @param room tasks that may wait
    Pool(int id, String name, Resource.Pool model, int size, long room) {
        super(id, name);
        this.size = size;
        this.room = room > Long.MAX_VALUE - size ? Long.MAX_VALUE : room + size;
        this.model = model;
    }

    /// Starts the workers. Called once, on the engine's thread, before the first unit.
    ///
    /// @return completes when they take tasks
    CompletableFuture<Void> begin(Crew of) {
        crew = of;
        return begin();
    }

    abstract CompletableFuture<Void> begin();

    /// What its workers run on, where that is not threads or processes of their own.
    Optional<EventLoop> loop() {
        return Optional.empty();
    }

    Crew crew() {
        return requireNonNull(crew);
    }

    @Override
    public long initialLevel() {
        return 0;
    }

    // Submitting

    /// Hands in a task.
    ///
    /// @return empty where the pool does not take it
    /// @throws Unwind if the unit is to end while it waits for room
    Optional<PoolTask> submit(Unit unit, int step, Place place, TaskOrder order, boolean awaited) {
        PoolTask task;
        guard.lock();
        try {
            task = new PoolTask(numbers++, order, unit, place, step, awaited, guard);
            if (open++ == 0) {
                quiet = new Round(guard);
            }
            crew().hold();
        } finally {
            guard.unlock();
        }
        unit.record(EventKind.SUBMIT, id, step, task.number);
        prepare(task);
        try {
            return enter(unit, task);
        } catch (Unwind reason) {
            finish(task, new Outcome.Dropped("was given up"), NOBODY);
            throw reason;
        }
    }

    private Optional<PoolTask> enter(Unit unit, PoolTask task) {
        if (tryEnter(unit, task)) {
            return Optional.of(task);
        }
        return switch (isClosed() ? Resource.Pool.Saturation.REJECT : model.saturation()) {
            case WAIT -> waitForRoom(unit, task) ? Optional.of(task) : reject(unit, task, task);
            case REJECT -> reject(unit, task, task);
            case CALLER_RUNS -> {
                run(task, unit);
                yield Optional.of(task);
            }
            case DISCARD -> {
                reject(unit, task, task);
                yield Optional.of(task);
            }
            case DISCARD_OLDEST -> {
                while (!tryEnter(unit, task)) {
                    reject(unit, task, oldest().orElse(task));
                    if (task.isOver()) {
                        break;
                    }
                }
                yield Optional.of(task);
            }
        };
    }

    private Optional<PoolTask> reject(Unit unit, PoolTask instead, PoolTask task) {
        unit.record(EventKind.REJECTED, id, instead.step, task.number);
        finish(task, new Outcome.Dropped("was discarded"), unit.id);
        return Optional.empty();
    }

    /// Of those that wait although no worker is free for them.
    private Optional<PoolTask> oldest() {
        guard.lock();
        try {
            return waiting.stream().skip(Math.max(0, size - running.size())).findFirst();
        } finally {
            guard.unlock();
        }
    }

    private boolean tryEnter(Unit unit, PoolTask task) {
        guard.lock();
        try {
            if (closed || waiting.size() + running.size() >= room) {
                return false;
            }
            waiting.add(task);
            tellLevel(unit, task.step);
        } finally {
            guard.unlock();
        }
        dispatch(task, unit);
        return true;
    }

    private boolean waitForRoom(Unit unit, PoolTask task) {
        var end = WaitEnd.ABANDONED;
        int cause = NOBODY;
        unit.beginBlocking();
        unit.record(EventKind.WAIT, id, task.step, NOBODY);
        try {
            guard.lockInterruptibly();
            try {
                while (!closed && waiting.size() + running.size() >= room) {
                    someRoom.await();
                }
                end = closed ? WaitEnd.CLOSED : WaitEnd.MET;
                cause = lastToEnd;
                if (closed) {
                    return false;
                }
                waiting.add(task);
            } finally {
                guard.unlock();
            }
        } catch (InterruptedException _) {
            throw unit.interrupted();
        } finally {
            unit.record(EventKind.WAIT_OVER, id, task.step, EventKind.waitOver(end, cause));
            unit.endBlocking();
        }
        dispatch(task, unit);
        return true;
    }

    /// Does what a task needs before a worker can take it. On the thread of whoever submits it.
    void prepare(PoolTask task) {}

    /// Makes a worker take a task, now or when one has time, or take another one that has waited for longer.
    abstract void dispatch(PoolTask task, Unit unit);

    /// The workers were let go before the task could come to one.
    final void tooLate(PoolTask task) {
        finish(task, new Outcome.Dropped("was cancelled"), NOBODY);
    }

    // Running

    /// A task is a worker's now.
    ///
    /// @param by who records it, and is not the worker where that is elsewhere
    /// @return false where it is over already
    final boolean take(PoolTask task, Unit by) {
        guard.lock();
        try {
            if (task.isOver()) {
                return false;
            }
            if (waiting.remove(task)) {
                tellLevel(by, NOBODY);
            }
            running.add(task);
            return true;
        } finally {
            guard.unlock();
        }
    }

    /// The next task that waits, which then is the caller's; empty where there is none.
    final Optional<PoolTask> takeFirst(Unit by) {
        guard.lock();
        try {
            var first = waiting.stream().findFirst();
            first.ifPresent(it -> take(it, by));
            return first;
        } finally {
            guard.unlock();
        }
    }

    /// Runs a task on the calling thread.
    ///
    /// @param on whose thread that is
    final void run(PoolTask task, Unit on) {
        if (!take(task, on)) {
            return;
        }
        on.record(EventKind.TASK_START, id, task.step, task.number);
        var outcome = outcome(task, on);
        on.record(EventKind.TASK_END, id, task.step, task.number);
        tell(task, outcome, on);
        finish(task, outcome, on.id);
    }

    /// Fails the run where a task failed of which nobody will ask for the result. To be called before it is
    /// over, after which the run may be.
    final void tell(PoolTask task, Outcome outcome, Unit on) {
        if (outcome instanceof Outcome.Failed failed && !task.awaited) {
            var failure = failure(task, failed);
            crew().failed(on, failure.place().line(), failure.getMessage());
        }
    }

    private Outcome outcome(PoolTask task, Unit on) {
        try {
            return new Outcome.Done(task.order.run(on, frame -> {
                guard.lock();
                try {
                    task.runs(frame);
                } finally {
                    guard.unlock();
                }
            }));
        } catch (UnitFailed reason) {
            return new Outcome.Failed(reason.place(), reason.getMessage());
        } catch (Unwind _) {
            return new Outcome.Dropped("was cancelled");
        } catch (OutOfMemoryError _) {
            return new Outcome.Failed(task.place, on.name() + " found no memory left in the engine");
        } catch (StackOverflowError _) {
            return new Outcome.Failed(task.place, on.name() + " found no room left on its stack");
        }
    }

    /// A task is over.
    ///
    /// @param by the unit that did it, or -1
    final void finish(PoolTask task, Outcome outcome, int by) {
        guard.lock();
        try {
            if (task.isOver()) {
                return;
            }
            task.over(outcome);
            waiting.remove(task);
            running.remove(task);
            if (outcome instanceof Outcome.Failed && task.awaited) {
                untold.add(task);
            }
            task.round.end(outcome instanceof Outcome.Dropped ? WaitEnd.CLOSED : WaitEnd.MET, by);
            lastToEnd = by;
            someRoom.signal();
            if (--open == 0) {
                quiet.end(WaitEnd.MET, by);
            }
        } finally {
            guard.unlock();
        }
        crew().left();
    }

    private void tellLevel(Unit unit, int step) {
        unit.record(EventKind.LEVEL, id, step, waiting.size());
    }

    // Waiting

    /// Waits until a task is over.
    ///
    /// @return whether that came in time
    boolean await(PoolTask task, Unit unit, int step, long nanos) {
        guard.lock();
        try {
            return task.isOver() || task.round.await(unit, id, step, nanos) != WaitEnd.TIMED_OUT;
        } catch (InterruptedException _) {
            throw unit.interrupted();
        } finally {
            guard.unlock();
            unit.endBlocking();
        }
    }

    /// The order in which it is best to await several tasks that were handed in one after the other.
    List<PoolTask> inOrderOfWaiting(List<PoolTask> tasks) {
        return tasks;
    }

    /// What became of a task that is over; whoever asks is told of its failure.
    ///
    /// @param unit that asks, in a step at this place
    Outcome outcome(PoolTask task, Unit unit, int step, Place place) {
        guard.lock();
        try {
            untold.remove(task);
            return task.outcome();
        } finally {
            guard.unlock();
        }
    }

    /// Waits until there is no task left.
    @Override
    public Waited await(Unit unit, Step.Await await, int step, long nanos) {
        return awaitAll(unit, step, nanos) ? Waited.MET : Waited.TIMED_OUT;
    }

    private boolean awaitAll(Unit unit, int step, long nanos) {
        guard.lock();
        try {
            if (open > 0 && quiet.await(unit, id, step, nanos) == WaitEnd.TIMED_OUT) {
                return false;
            }
        } catch (InterruptedException _) {
            throw unit.interrupted();
        } finally {
            guard.unlock();
            unit.endBlocking();
        }
        var failure = untold();
        if (failure.isPresent()) {
            throw failure.get().reason();
        }
        return true;
    }

    /// @param submitter of the task that failed
    record Untold(Unit submitter, UnitFailed reason) {}

    /// The first failure of a task of which nobody has been told; now somebody is.
    final Optional<Untold> untold() {
        guard.lock();
        try {
            if (untold.isEmpty()) {
                return Optional.empty();
            }
            var task = untold.removeFirst();
            return Optional.of(new Untold(task.submitter, failure(task, (Outcome.Failed) task.outcome())));
        } finally {
            guard.unlock();
        }
    }

    /// What a task's failure is to whoever awaits it. Of tasks that await others of their own kind, and all
    /// fail for the same reason, the last one is named, so that the reason stays in sight.
    static UnitFailed failure(PoolTask task, Outcome.Failed failed) {
        var words = "task '%s' failed: ".formatted(task.order.group().model.name());
        int known = failed.message().indexOf(words);
        return new UnitFailed(
                failed.place(),
                known < 0 ? words + failed.message() : failed.message().substring(known));
    }

    // The end

    /// Takes no more tasks.
    ///
    /// @param cancel whether those that there are end at the next step that waits, or before they begin
    final void shutdown(Unit unit, int step, boolean cancel) {
        unit.record(EventKind.CLOSED, id, step, 0);
        guard.lock();
        try {
            closed = true;
            someRoom.signalAll();
        } finally {
            guard.unlock();
        }
        if (cancel) {
            cancelTasks(unit.id);
        }
        awaitAll(unit, step, Patience.FOR_EVER);
        dismiss();
    }

    private void cancelTasks(int by) {
        List<PoolTask> dropped;
        guard.lock();
        try {
            dropped = new ArrayList<>(waiting);
            running.forEach(PoolTask::cancel);
        } finally {
            guard.unlock();
        }
        dropped.forEach(it -> finish(it, new Outcome.Dropped("was cancelled"), by));
        interrupt();
    }

    final boolean isClosed() {
        guard.lock();
        try {
            return closed;
        } finally {
            guard.unlock();
        }
    }

    /// Makes all workers leave what they wait in, or what they do.
    abstract void interrupt();

    /// Lets the workers go: there is nothing left for them to do.
    abstract void dismiss();

    /// Waits until no worker is left.
    ///
    /// @return whether that came in time
    abstract boolean join(Duration patience) throws InterruptedException;
}
