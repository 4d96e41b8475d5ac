package io.interleave.engine;

import static java.util.Objects.requireNonNull;

import io.interleave.cores.NativeThread;
import io.interleave.model.Resource;
import io.interleave.trace.EventKind.WaitEnd;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A pool of threads: that many tasks run at a time, and the others wait in one queue for
/// all.
final class ThreadPool extends Pool {

    private int workers;
    private @Nullable ThreadPoolExecutor executor;

    ThreadPool(int id, String name, Resource.Pool model, int size, long room) {
        super(id, name, model, size, room);
    }

    @Override
    CompletableFuture<Void> begin() {
        var fresh =
                new ThreadPoolExecutor(size, size, 0, TimeUnit.NANOSECONDS, new LinkedBlockingQueue<>(), this::worker);
        executor = fresh;
        fresh.prestartAllCoreThreads();
        return CompletableFuture.completedFuture(null);
    }

    private Thread worker(Runnable tasks) {
        var worker = new PoolWorker(crew().worker(name, ++workers, crew().events()), id);
        return Thread.ofPlatform().name(worker.unit.name()).unstarted(() -> {
            worker.begin(NativeThread.id());
            try {
                tasks.run();
            } finally {
                worker.end();
            }
        });
    }

    @Override
    void dispatch(PoolTask task, Unit unit) {
        try {
            requireNonNull(executor).execute(() -> {
                var worker = PoolWorker.here().orElseThrow();
                worker.goesOn(WaitEnd.MET, unit.id);
                run(task, worker.unit);
                worker.waits(-1);
            });
        } catch (RejectedExecutionException _) {
            tooLate(task);
        }
    }

    @Override
    void interrupt() {
        if (executor != null) {
            executor.shutdownNow();
        }
    }

    @Override
    void dismiss() {
        requireNonNull(executor).shutdown();
    }

    @Override
    boolean join(Duration patience) throws InterruptedException {
        return executor == null || executor.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
    }
}
