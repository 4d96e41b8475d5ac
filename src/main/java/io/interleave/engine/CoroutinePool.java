package io.interleave.engine;

import io.interleave.model.Resource;
import io.interleave.model.UnitGroup;
import io.interleave.model.Value;
import io.interleave.trace.EventKind.WaitEnd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/// A pool of coroutines: that many tasks are under way at a time, on the carriers of an event loop.
final class CoroutinePool extends Pool {

    private final Supplier<EventLoop> loop;

    /// Tasks, and nothing for each worker that is to go.
    private final BlockingQueue<Optional<PoolTask>> queue = new LinkedBlockingQueue<>();

    private List<Coroutine> workers = List.of();

    /// @param loop that there is when the pool begins
    CoroutinePool(int id, String name, Resource.Pool model, int size, long room, Supplier<EventLoop> loop) {
        super(id, name, model, size, room);
        this.loop = loop;
    }

    @Override
    CompletableFuture<Void> begin() {
        var group = group();
        var lives = new ArrayList<Life>();
        var starting = new Starting(name, size, crew().chronicle());
        for (int i = 1; i <= size; i++) {
            lives.add(new Life(crew().worker(name, i, Optional.empty()), group, -1, crew(), starting));
        }
        group.add(lives);
        workers = new LoopStarter(new Program.Seat(loop.get(), Code.constant(0)), crew()).start(lives);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    Optional<EventLoop> loop() {
        return Optional.of(loop.get());
    }

    /// The workers as a group of coroutines whose only step is to run tasks.
    private Group group() {
        var model = new UnitGroup(
                name,
                this.model.place(),
                new UnitGroup.Coroutine(Optional.empty(), Optional.empty()),
                Resource.ONE,
                true,
                List.of());
        var group = new Group(model, new ExpressionCompiler.Compiled(Value.Type.WHOLE, Code.constant(size), false));
        group.compiled(Program.of(this::work));
        return group;
    }

    private void work(Unit unit) {
        var worker = new PoolWorker(unit, id);
        worker.isHere();
        try {
            for (var next = next(worker); next.isPresent(); next = next(worker)) {
                run(next.get(), unit);
                worker.forgetInterrupt();
            }
        } finally {
            // Who ends is counted as one less of those that keep the run alive, and a worker was never one of them.
            crew().hold();
        }
    }

    private Optional<PoolTask> next(PoolWorker worker) {
        worker.waits(-1);
        while (true) {
            try {
                var next = queue.take();
                int cause = next.map(it -> it.submitter.id).orElse(-1);
                worker.goesOn(next.isPresent() ? WaitEnd.MET : WaitEnd.CLOSED, cause);
                return next;
            } catch (InterruptedException _) {
                if (crew().isStopping()) {
                    worker.goesOn(WaitEnd.ABANDONED, -1);
                    throw Unwind.STOPPED;
                }
                // The task that was to be cancelled had just ended.
            }
        }
    }

    @Override
    void dispatch(PoolTask task, Unit unit) {
        queue.add(Optional.of(task));
    }

    @Override
    void interrupt() {
        workers.forEach(Coroutine::interrupt);
    }

    @Override
    void dismiss() {
        for (int i = 0; i < size; i++) {
            queue.add(Optional.empty());
        }
    }

    /// They are gone with their loop.
    @Override
    boolean join(Duration patience) {
        return true;
    }
}
