package io.interleave.engine;

import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.UnitEnd;
import io.interleave.trace.EventKind.WaitEnd;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A worker of a pool in this process: a unit without steps of its own. Used on its own thread alone.
final class PoolWorker {

    private static final ThreadLocal<@Nullable PoolWorker> HERE = new ThreadLocal<>();

    final Unit unit;
    private final int pool;
    private boolean waiting;
    private int waitStep = -1;

    /// @param pool its resource id
    PoolWorker(Unit unit, int pool) {
        this.unit = unit;
        this.pool = pool;
    }

    /// The worker that the calling thread is.
    static Optional<PoolWorker> here() {
        return Optional.ofNullable(HERE.get());
    }

    boolean isOf(Pool other) {
        return pool == other.id;
    }

    /// Says that the calling thread is this worker.
    void isHere() {
        HERE.set(this);
    }

    /// An interrupt was for a task that is over.
    void forgetInterrupt() {
        Thread.interrupted();
    }

    /// Its first event. From now on it waits for a task.
    ///
    /// @param tid of the calling thread
    void begin(int tid) {
        isHere();
        Life.onThisThread(unit);
        unit.runsOn(tid);
        unit.record(EventKind.UNIT_START, -1, -1, tid);
        waits(-1);
    }

    boolean isWaiting() {
        return waiting;
    }

    int waitStep() {
        return waitStep;
    }

    /// Records that it waits for a task, to come or to end.
    void waits(int step) {
        unit.record(EventKind.WAIT, pool, step, -1);
        waiting = true;
        waitStep = step;
    }

    /// Records that it does so no more.
    ///
    /// @param cause the unit that ended the wait, or -1
    void goesOn(WaitEnd end, int cause) {
        if (waiting) {
            unit.record(EventKind.WAIT_OVER, pool, waitStep, EventKind.waitOver(end, cause));
            waiting = false;
        }
    }

    void end() {
        goesOn(WaitEnd.ABANDONED, -1);
        var end = unit.crew().isStopping() ? UnitEnd.STOPPED : UnitEnd.FINISHED;
        unit.record(EventKind.UNIT_END, -1, -1, end.ordinal());
        unit.close();
        HERE.remove();
    }
}
