package io.interleave.engine;

import io.interleave.model.Place;
import io.interleave.model.Step;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.WaitEnd;
import java.util.concurrent.locks.ReentrantLock;

/// A barrier whose parties come and go, and can arrive without waiting. It works as Java's does: the phase is
/// over when all parties have arrived, and when there is no party left it ends for good, so that nobody waits
/// any more. Unlike Java's it knows who came as which, and so who was the last.
final class Phaser extends Shared implements Awaitable, Levelled {

    private final ReentrantLock guard = new ReentrantLock();
    private Round phase = new Round(guard);
    private int parties;
    private int arrived;
    private boolean ended;

    Phaser(int id, String name, int parties) {
        super(id, name);
        this.parties = parties;
    }

    @Override
    public long initialLevel() {
        return 0;
    }

    /// Arrives, and waits until all parties have.
    @Override
    public Waited await(Unit unit, Step.Await await, int step, long nanos) {
        guard.lock();
        try {
            if (ended) {
                return Waited.MET;
            }
            var current = phase;
            int place = arrived + 1;
            arriveNow(unit, step, await.place());
            if (phase == current) {
                var end = phase.await(unit, id, step, nanos);
                if (end == WaitEnd.TIMED_OUT) {
                    return Waited.TIMED_OUT;
                }
            }
            return new Waited.Met(place);
        } catch (InterruptedException _) {
            throw unit.interrupted();
        } finally {
            guard.unlock();
            unit.endBlocking();
        }
    }

    /// Arrives without waiting.
    void arrive(Unit unit, int step, Place place) {
        guard.lock();
        try {
            if (!ended) {
                arriveNow(unit, step, place);
            }
        } finally {
            guard.unlock();
        }
    }

    private void arriveNow(Unit unit, int step, Place place) {
        if (parties == 0) {
            throw nobody(unit, "arrives at", place);
        }
        arrived++;
        unit.record(EventKind.LEVEL, id, step, arrived);
        advance(unit, step);
    }

    void register(Unit unit, int step) {
        guard.lock();
        try {
            parties++;
            unit.record(EventKind.STEP, -1, step, 0);
        } finally {
            guard.unlock();
        }
    }

    /// Arrives without waiting, and is no party of later phases.
    void deregister(Unit unit, int step, Place place) {
        guard.lock();
        try {
            if (ended) {
                return;
            }
            if (parties == 0) {
                throw nobody(unit, "deregisters from", place);
            }
            parties--;
            unit.record(EventKind.STEP, -1, step, 0);
            ended = parties == 0;
            advance(unit, step);
        } finally {
            guard.unlock();
        }
    }

    private void advance(Unit unit, int step) {
        if (arrived >= parties) {
            phase.end(WaitEnd.MET, unit.id);
            phase = new Round(guard);
            arrived = 0;
            unit.record(EventKind.LEVEL, id, step, arrived);
        }
    }

    private UnitFailed nobody(Unit unit, String does, Place place) {
        return new UnitFailed(
                place, "%s %s '%s', which has no party: nobody is registered".formatted(unit.name(), does, name));
    }
}
