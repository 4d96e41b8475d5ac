package io.interleave.engine;

import io.interleave.model.Value;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.WaitEnd;
import java.util.concurrent.locks.Condition;

/// A queue that keeps its items until they are taken: fifo, lifo or by priority.
final class StoredQueue extends ItemQueue {

    private final Items items;
    private final long capacity;
    private final Condition itemCame = guard.newCondition();
    private final Condition roomCame = guard.newCondition();
    private int lastTaker = NOBODY;

    private final Wanted item = new Wanted() {
        @Override
        public boolean isThere() {
            return !items.isEmpty();
        }

        @Override
        public int cause() {
            return items.giver();
        }
    };

    private final Wanted room = new Wanted() {
        @Override
        public boolean isThere() {
            return !isClosed() && items.size() < capacity;
        }

        @Override
        public int cause() {
            return lastTaker;
        }
    };

    /// @param capacity at least 1
    StoredQueue(int id, String name, Value.Type type, Items items, long capacity) {
        super(id, name, type);
        this.items = items;
        this.capacity = capacity;
    }

    @Override
    WaitEnd putIn(Unit unit, int step, long value, long priority, long nanos) throws InterruptedException {
        if (items.size() >= capacity) {
            var end = nanos == 0 ? WaitEnd.TIMED_OUT : await(unit, step, roomCame, room, nanos);
            if (end != WaitEnd.MET) {
                return end;
            }
        }
        long number = announce(unit, step);
        items.add(value, priority, number, unit.id);
        entered();
        level(unit, step, items.size());
        itemCame.signal();
        return WaitEnd.MET;
    }

    @Override
    WaitEnd takeOut(Unit unit, int step, int slot, long nanos) throws InterruptedException {
        if (items.isEmpty()) {
            if (isClosed()) {
                return WaitEnd.CLOSED;
            }
            var end = nanos == 0 ? WaitEnd.TIMED_OUT : await(unit, step, itemCame, item, nanos);
            if (end != WaitEnd.MET) {
                return end;
            }
        }
        items.remove();
        unit.locals[slot] = items.value;
        unit.record(EventKind.TAKE, id, step, items.number);
        level(unit, step, items.size());
        lastTaker = unit.id;
        roomCame.signal();
        return WaitEnd.MET;
    }

    @Override
    void wakeAll() {
        itemCame.signalAll();
        roomCame.signalAll();
    }
}
