package io.interleave.engine;

import io.interleave.model.Value;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.WaitEnd;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;

/// A queue that holds nothing: who puts and who takes wait for each other, the first for the first. Its depth
/// is the number of those that wait to put.
final class Rendezvous extends ItemQueue {

    private final Queue<Side> givers = new ArrayDeque<>();
    private final Queue<Side> takers = new ArrayDeque<>();

    /// A unit that waits for one on the other side.
    private final class Side implements Wanted {

        private final Condition met = guard.newCondition();
        private long value;
        private long number;
        private int other = NOBODY;

        void meet(Unit unit) {
            other = unit.id;
            met.signal();
        }

        @Override
        public boolean isThere() {
            return other != NOBODY;
        }

        @Override
        public int cause() {
            return other;
        }
    }

    Rendezvous(int id, String name, Value.Type type) {
        super(id, name, type);
    }

    @Override
    WaitEnd putIn(Unit unit, int step, long value, long priority, long nanos) throws InterruptedException {
        var taker = takers.poll();
        if (taker != null) {
            taker.value = value;
            taker.number = announce(unit, step);
            taker.meet(unit);
            entered();
            return WaitEnd.MET;
        }
        if (nanos == 0) {
            return WaitEnd.TIMED_OUT;
        }
        var side = new Side();
        side.value = value;
        side.number = announce(unit, step);
        givers.add(side);
        level(unit, step, givers.size());
        try {
            return await(unit, step, side.met, side, nanos);
        } finally {
            if (givers.remove(side)) {
                unit.record(EventKind.PUT_ABANDONED, id, step, side.number);
                level(unit, step, givers.size());
            }
        }
    }

    @Override
    WaitEnd takeOut(Unit unit, int step, int slot, long nanos) throws InterruptedException {
        var giver = givers.poll();
        if (giver != null) {
            giver.meet(unit);
            entered();
            taken(unit, step, slot, giver);
            level(unit, step, givers.size());
            return WaitEnd.MET;
        }
        if (isClosed()) {
            return WaitEnd.CLOSED;
        }
        if (nanos == 0) {
            return WaitEnd.TIMED_OUT;
        }
        var side = new Side();
        takers.add(side);
        var end = WaitEnd.ABANDONED;
        try {
            end = await(unit, step, side.met, side, nanos);
        } catch (InterruptedException e) {
            if (!side.isThere()) {
                throw e;
            }
            // The item was handed over at the same moment: it is this unit's, which ends after this step.
            Thread.currentThread().interrupt();
            end = WaitEnd.MET;
        } finally {
            takers.remove(side);
        }
        if (end == WaitEnd.MET) {
            taken(unit, step, slot, side);
        }
        return end;
    }

    private void taken(Unit unit, int step, int slot, Side side) {
        unit.locals[slot] = side.value;
        unit.record(EventKind.TAKE, id, step, side.number);
    }

    @Override
    void wakeAll() {
        givers.forEach(it -> it.met.signal());
        takers.forEach(it -> it.met.signal());
    }
}
