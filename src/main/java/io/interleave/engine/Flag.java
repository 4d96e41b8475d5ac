package io.interleave.engine;

import io.interleave.model.Step;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.WaitEnd;
import java.util.concurrent.locks.ReentrantLock;

/// An event: set or not. As Python's, it wakes all who wait when it is set, even if it is cleared again before
/// they can look.
final class Flag extends Shared implements Awaitable, Levelled {

    private final boolean initial;
    private final ReentrantLock guard = new ReentrantLock();
    private Round round = new Round(guard);
    private boolean set;

    Flag(int id, String name, boolean initial) {
        super(id, name);
        this.initial = initial;
        this.set = initial;
    }

    @Override
    public long initialLevel() {
        return initial ? 1 : 0;
    }

    @Override
    public Waited await(Unit unit, Step.Await await, int step, long nanos) {
        guard.lock();
        try {
            boolean met = set || round.await(unit, id, step, nanos) == WaitEnd.MET;
            return met ? Waited.MET : Waited.TIMED_OUT;
        } catch (InterruptedException _) {
            throw unit.interrupted();
        } finally {
            guard.unlock();
            unit.endBlocking();
        }
    }

    void set(Unit unit, int step) {
        guard.lock();
        try {
            unit.record(EventKind.SIGNAL, id, step, -1);
            set = true;
            unit.record(EventKind.LEVEL, id, step, 1);
            round.end(WaitEnd.MET, unit.id);
            round = new Round(guard);
        } finally {
            guard.unlock();
        }
    }

    void clear(Unit unit, int step) {
        guard.lock();
        try {
            set = false;
            unit.record(EventKind.LEVEL, id, step, 0);
        } finally {
            guard.unlock();
        }
    }
}
