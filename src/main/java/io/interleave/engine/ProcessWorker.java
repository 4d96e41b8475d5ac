package io.interleave.engine;

import static java.util.Objects.requireNonNull;

import io.interleave.engine.PoolTask.Outcome;
import io.interleave.engine.pool.Bytes;
import io.interleave.engine.pool.Frame;
import io.interleave.engine.pool.Happening;
import io.interleave.engine.pool.Parcel;
import io.interleave.engine.pool.RefusedException;
import io.interleave.engine.pool.TaskReply;
import io.interleave.engine.pool.Times;
import io.interleave.engine.pool.WorkerProcess;
import io.interleave.engine.process.ProcessTable;
import io.interleave.model.Place;
import io.interleave.trace.Clock;
import io.interleave.trace.Definition;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.UnitEnd;
import io.interleave.trace.EventKind.WaitEnd;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One worker of a pool of processes, as this process sees it: a thread that starts the worker's process, hears
/// what it says, records that as the worker's own, and starts another one where it dies. The thread lives for
/// as long as the pool, since the kernel kills the process when it ends.
final class ProcessWorker {

    private static final int NOBODY = -1;

    private static final int ATTEMPTS = 3;

    private static final String STOPPED = "its process was stopped by a signal and did not go on, and was killed";

    private final ProcessPool pool;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private @Nullable Thread thread;
    private volatile WorkerProcess.@Nullable Starting starting;
    private volatile @Nullable WorkerProcess process;

    /// What it runs, from before that is sent until its end is known. Guarded by the pool.
    private @Nullable PoolTask task;

    /// Of the thread that looks after it.
    private boolean wasStopped;

    /// Its process was ended since it was stopped.
    private volatile boolean gaveUp;

    // Of the thread's own

    private long latest;
    private boolean waiting;
    private boolean begun;

    ProcessWorker(ProcessPool pool) {
        this.pool = pool;
    }

    /// @return completes when it takes tasks
    CompletableFuture<Void> begin() {
        thread = Thread.ofPlatform().daemon().name(pool.name + " worker").start(this::live);
        return ready;
    }

    void assign(PoolTask next) {
        task = next;
    }

    boolean isBusy() {
        return task != null;
    }

    Optional<PoolTask> unassign() {
        var had = Optional.ofNullable(task);
        task = null;
        return had;
    }

    private void live() {
        while (!pool.isEnding()) {
            var unit = pool.unit();
            try {
                var worker = start(unit);
                try (worker) {
                    begin(unit, worker);
                    ready.complete(null);
                    serve(unit, worker);
                } finally {
                    lost(unit, worker);
                }
            } catch (IOException e) {
                if (!pool.isEnding()) {
                    pool.crew().failed(unit, pool.model.place().line(), String.valueOf(e.getMessage()));
                }
                unit.close();
                return;
            }
        }
    }

    /// A worker that comes to nothing at its start is tried again.
    private WorkerProcess start(Unit unit) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return startOnce();
            } catch (IOException e) {
                if (attempt == ATTEMPTS || pool.isEnding()) {
                    throw e;
                }
                note(unit, "%s: %s. Another one is started".formatted(unit.name(), e.getMessage()));
            }
        }
    }

    private void note(Unit unit, String text) {
        pool.crew()
                .chronicle()
                .define(new Definition.Note(unit.id, pool.model.place().line(), text));
    }

    private WorkerProcess startOnce() throws IOException {
        var coming = pool.crew().workers().start(pool.memory, pool.crew().work());
        starting = coming;
        if (pool.isEnding()) {
            kill();
        }
        var worker = coming.await();
        process = worker;
        if (pool.isEnding()) {
            kill();
        }
        return worker;
    }

    private void begin(Unit unit, WorkerProcess worker) {
        gaveUp = false;
        if (worker.clockOffset != 0) {
            note(unit, "the clock of %s is another: its times are right to some milliseconds".formatted(unit.name()));
        }
        latest = Clock.now();
        unit.recordAt(latest, EventKind.UNIT_START, -1, -1, worker.tid);
        waiting = false;
        begun = false;
        takeNext(unit);
    }

    /// Returns when the worker can be heard no more.
    private void serve(Unit unit, WorkerProcess worker) {
        try {
            while (true) {
                hear(unit, worker, worker.receive());
            }
        } catch (IOException _) {
            // Its process has ended, or does not keep to the protocol, and is ended now; what that means for its task
            // is said by `lost`.
        }
    }

    private void hear(Unit unit, WorkerProcess worker, Frame frame) throws IOException {
        var times = frame.times();
        long offset = worker.clockOffset;
        var current = current(frame);
        switch (frame.kind()) {
            case BEGUN -> recordBegin(unit, current, times, offset);
            case HAPPENED -> {
                recordBegin(unit, current, times, offset);
                recordHappened(unit, frame, offset);
            }
            case RESULT, FAILURE -> {
                recordBegin(unit, current, times, offset);
                if (begun) {
                    record(unit, times.ended() + offset, EventKind.TASK_END, pool.id, current.step, current.number);
                    begun = false;
                }
                record(unit, times.ended() + offset, EventKind.SERIALIZE, pool.id, current.step, current.number);
                record(
                        unit,
                        times.sent() + offset,
                        EventKind.SEND,
                        pool.id,
                        current.step,
                        frame.body().size());
                pool.lost(this);
                finish(unit, current, outcome(frame, current));
                takeNext(unit);
            }
            case HELLO, START, READY, UNWILLING, CALL -> throw new IOException("a worker says " + frame.kind());
        }
    }

    /// What comes before a task runs, if that was not told before; of one that the worker refused, not that it
    /// ran.
    private void recordBegin(Unit unit, PoolTask current, Times times, long offset) {
        if (begun) {
            return;
        }
        long received = times.received() + offset;
        if (waiting) {
            long over = EventKind.waitOver(WaitEnd.MET, current.submitter.id);
            record(unit, received, EventKind.WAIT_OVER, pool.id, -1, over);
            waiting = false;
        }
        record(unit, received, EventKind.DESERIALIZE, pool.id, current.step, current.size);
        if (times.begun() != 0) {
            record(unit, times.begun() + offset, EventKind.TASK_START, pool.id, current.step, current.number);
            begun = true;
        }
    }

    private void recordHappened(Unit unit, Frame frame, long offset) throws IOException {
        for (var it : Happening.of(frame.body())) {
            record(unit, it.time() + offset, it.kind(), -1, it.step(), it.value());
            if (it.kind() == EventKind.LOG) {
                pool.crew().chronicle().line(unit, it.time() + offset, it.line());
            }
        }
        pool.memory.give(frame.body());
    }

    private PoolTask current(Frame frame) throws IOException {
        pool.guard.lock();
        try {
            if (task == null || task.number != frame.number()) {
                throw new IOException("a worker speaks of a task that it does not have");
            }
            return task;
        } finally {
            pool.guard.unlock();
        }
    }

    private Outcome outcome(Frame frame, PoolTask of) {
        if (frame.kind() == Frame.Kind.RESULT) {
            return new Outcome.Arrived(frame.body());
        }
        try {
            var failure = Parcel.read(frame.body(), TaskReply.Failure.class, pool.memory)
                    .content();
            int line = failure.line();
            return new Outcome.Failed(line == 0 ? of.place : new Place(line, 1, line, 1), failure.message());
        } catch (RefusedException e) {
            return new Outcome.Failed(of.place, e.words());
        } finally {
            pool.memory.give(frame.body());
        }
    }

    private void finish(Unit unit, PoolTask over, Outcome outcome) {
        if (outcome instanceof Outcome.Arrived(var bytes) && !over.awaited) {
            pool.memory.give(bytes);
        }
        pool.tell(over, outcome, unit);
        pool.finish(over, outcome, unit.id);
    }

    /// Sends the next task that waits, or waits for one itself.
    private void takeNext(Unit unit) {
        var next = pool.next(this, unit);
        if (next.isPresent()) {
            latest = Math.max(latest, Clock.now());
            send(next.get(), process(), unit);
        } else {
            waiting = true;
            record(unit, Clock.now(), EventKind.WAIT, pool.id, -1, NOBODY);
        }
    }

    /// The process that it has now; whoever assigns it a task while it is guarded sends that there, and to no
    /// other that takes its place.
    WorkerProcess process() {
        return requireNonNull(process);
    }

    /// Sends a task that was assigned.
    ///
    /// @param by whose thread does that
    void send(PoolTask next, WorkerProcess to, Unit by) {
        Bytes bytes = requireNonNull(next.bytes);
        by.record(EventKind.SEND, pool.id, next.step, bytes.size());
        try {
            to.call(next.number, bytes);
        } catch (IOException _) {
            // The worker's own thread hears of its end as well, and says what that means for the task.
            to.close();
        }
        next.bytes = null;
        pool.memory.give(bytes);
    }

    /// Its process is no more: says so, and how, and fails the task that it had.
    private void lost(Unit unit, WorkerProcess worker) {
        var had = pool.lost(this);
        worker.close();
        boolean ending = pool.isEnding();
        var how = ending ? "it was ended" : gaveUp ? STOPPED : worker.end();
        worker.exit()
                .ifPresent(
                        it -> pool.crew().chronicle().define(new Definition.Exit(unit.id, it.status(), it.signal())));
        var end = ending ? pool.crew().isStopping() ? UnitEnd.STOPPED : UnitEnd.FINISHED : UnitEnd.FAILED;
        record(unit, Clock.now(), EventKind.UNIT_END, -1, -1, end.ordinal());
        unit.close();
        had.ifPresent(it -> finish(
                unit,
                it,
                ending
                        ? new Outcome.Dropped("was cancelled")
                        : new Outcome.Failed(it.place, "%s died in the middle of it: %s".formatted(unit.name(), how))));
    }

    private void record(Unit unit, long time, EventKind kind, int object, int step, long value) {
        // Two clocks, or two threads, may be out of step a little; what is recorded is in order.
        latest = Math.max(latest, time);
        unit.recordAt(latest, kind, object, step, value);
    }

    /// Ends its process if that was stopped and is still so at the next look: it would keep its task for ever.
    void endIfStopped() {
        var worker = process;
        boolean isStopped = worker != null && ProcessTable.isStopped(worker.pid());
        if (isStopped && wasStopped) {
            gaveUp = true;
            kill();
        }
        wasStopped = isStopped;
    }

    /// Ends its process, whatever it does.
    void kill() {
        var coming = starting;
        if (coming != null) {
            coming.process().destroyForcibly();
        }
        var worker = process;
        if (worker != null) {
            worker.close();
        }
    }

    boolean join(Duration patience) throws InterruptedException {
        return thread == null || thread.join(patience);
    }
}
