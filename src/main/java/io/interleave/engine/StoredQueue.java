package io.interleave.engine;

import io.interleave.model.Value;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.WaitEnd;
import java.util.concurrent.locks.Condition;
import java.util.function.LongConsumer;

/// A queue that keeps its items until they are taken: fifo, lifo or by priority.
final class StoredQueue extends ItemQueue {

    private final Items items;
    private final Code capacity;
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
            return !isClosed() && !isFull();
        }

        @Override
        public int cause() {
            return lastTaker;
        }
    };

    /// @param capacity what is less than 1 counts as that; asked each time
    StoredQueue(int id, String name, Value.Type type, Items items, Code capacity) {
        super(id, name, type);
        this.items = items;
        this.capacity = capacity;
    }

    private boolean isFull() {
        return items.size() >= Math.max(1, capacity.value(ExpressionCompiler.NO_LOCALS));
    }

    @Override
    WaitEnd putIn(Unit unit, int step, long value, long priority, long nanos) throws InterruptedException {
        if (isFull()) {
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
    void turned(LongConsumer level) {
        guard.lock();
        try {
            lastTaker = NOBODY;
            roomCame.signalAll();
        } finally {
            guard.unlock();
        }
    }

    @Override
    void wakeAll() {
        itemCame.signalAll();
        roomCame.signalAll();
    }
}
