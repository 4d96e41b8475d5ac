package io.interleave.engine;

import static java.util.Objects.requireNonNull;

import io.interleave.cores.NativeThread;
import io.interleave.model.Resource;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.WaitEnd;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A fork-join pool: each worker has a queue of its own, of which it takes what it put in last, and where it
/// has nothing, steals what another put in first. A task that awaits another of the same pool runs others
/// meanwhile; only where there is none it blocks, and then the pool may start one worker more.
final class ForkJoin extends Pool {

    private final AtomicInteger workers = new AtomicInteger();
    private @Nullable ForkJoinPool pool;

    ForkJoin(int id, String name, Resource.Pool model, int size, long room) {
        super(id, name, model, size, room);
    }

    /// A task as the library's pool knows it.
    private final class Forked extends RecursiveAction {

        private static final long serialVersionUID = 1L;

        private final transient PoolTask task;

        /// Whose queue it was put into; empty where it came from outside.
        private final transient Optional<PoolWorker> owner;

        Forked(PoolTask task, Optional<PoolWorker> owner) {
            this.task = task;
            this.owner = owner;
        }

        @Override
        protected void compute() {
            var worker = PoolWorker.here().orElseThrow();
            boolean waited = worker.isWaiting();
            int step = worker.waitStep();
            worker.goesOn(WaitEnd.MET, task.submitter.id);
            owner.filter(it -> it != worker)
                    .ifPresent(victim -> worker.unit.record(EventKind.STEAL, id, task.step, victim.unit.id));
            run(task, worker.unit);
            if (waited) {
                worker.waits(step);
            }
        }
    }

    private final class WorkerThread extends ForkJoinWorkerThread {

        private final PoolWorker worker;

        WorkerThread(ForkJoinPool pool, PoolWorker worker) {
            super(pool);
            this.worker = worker;
            setName(worker.unit.name());
        }

        @Override
        protected void onStart() {
            super.onStart();
            worker.begin(NativeThread.id());
        }

        @Override
        protected void onTermination(@Nullable Throwable reason) {
            worker.end();
            super.onTermination(reason);
        }
    }

    @Override
    CompletableFuture<Void> begin() {
        pool = new ForkJoinPool(size, this::worker, null, false);
        return CompletableFuture.completedFuture(null);
    }

    private ForkJoinWorkerThread worker(ForkJoinPool of) {
        return new WorkerThread(
                of, new PoolWorker(crew().worker(name, workers.incrementAndGet(), crew().events()), id));
    }

    @Override
    void dispatch(PoolTask task, Unit unit) {
        var owner = PoolWorker.here().filter(it -> it.isOf(this));
        var fork = new Forked(task, owner);
        task.fork = fork;
        try {
            if (owner.isPresent()) {
                fork.fork();
            } else {
                requireNonNull(pool).execute(fork);
            }
        } catch (RejectedExecutionException _) {
            tooLate(task);
        }
    }

    /// On a worker of this pool: runs the task itself if nobody has begun it, or others until it is over.
    @Override
    boolean await(PoolTask task, Unit unit, int step, long nanos) {
        var worker = PoolWorker.here().filter(it -> it.isOf(this));
        var fork = task.fork;
        if (worker.isEmpty() || fork == null) {
            return super.await(task, unit, step, nanos);
        }
        if (nanos > 0 && fork.tryUnfork()) {
            fork.quietlyInvoke();
        }
        if (isOver(task)) {
            return true;
        }
        worker.get().waits(step);
        try {
            fork.quietlyJoin(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            worker.get().goesOn(WaitEnd.ABANDONED, -1);
            throw unit.interrupted();
        }
        boolean over = isOver(task);
        worker.get().goesOn(over ? WaitEnd.MET : WaitEnd.TIMED_OUT, over ? endedBy(task) : -1);
        unit.checkpoint();
        return over;
    }

    /// The last one first: of those that a worker forked it is on top of its queue.
    @Override
    List<PoolTask> inOrderOfWaiting(List<PoolTask> tasks) {
        return tasks.reversed();
    }

    private int endedBy(PoolTask task) {
        guard.lock();
        try {
            return task.round.cause();
        } finally {
            guard.unlock();
        }
    }

    private boolean isOver(PoolTask task) {
        guard.lock();
        try {
            return task.isOver();
        } finally {
            guard.unlock();
        }
    }

    @Override
    void interrupt() {
        if (pool != null) {
            pool.shutdownNow();
        }
    }

    @Override
    void dismiss() {
        requireNonNull(pool).shutdown();
    }

    @Override
    boolean join(Duration patience) throws InterruptedException {
        return pool == null || pool.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
    }
}
