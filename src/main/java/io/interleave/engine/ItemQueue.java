package io.interleave.engine;

import io.interleave.model.Place;
import io.interleave.model.Resource;
import io.interleave.model.Step;
import io.interleave.model.Value;
import io.interleave.trace.Clock;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.WaitEnd;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A queue. All that it knows is guarded by one lock, under which events are recorded too, so that in the trace
/// no item is taken before it was put and the depths follow each other.
abstract class ItemQueue extends Shared implements Awaitable, Levelled {

    static final int NOBODY = -1;

    final Value.Type type;
    final ReentrantLock guard = new ReentrantLock();
    private boolean closed;
    private int closer = NOBODY;
    private long numbers;

    /// Items that were put and that nobody has said to be done with.
    private long unfinished;

    private Round allDone = new Round(guard);

    ItemQueue(int id, String name, Value.Type type) {
        super(id, name);
        this.type = type;
    }

    /// @param expressions over knobs
    static ItemQueue of(Resource.Queue queue, int id, String name, ExpressionCompiler expressions) {
        var capacity =
                queue.capacity().map(it -> expressions.compile(it).code()).orElse(Code.constant(Long.MAX_VALUE));
        return switch (queue.order()) {
            case FIFO -> new StoredQueue(id, name, queue.of(), new Ring(false), capacity);
            case LIFO -> new StoredQueue(id, name, queue.of(), new Ring(true), capacity);
            case PRIORITY -> new StoredQueue(id, name, queue.of(), new Heap(Priorities.order(queue.of())), capacity);
            case RENDEZVOUS -> new Rendezvous(id, name, queue.of());
        };
    }

    @Override
    public long initialLevel() {
        return 0;
    }

    /// Puts an item in, once there is room for it.
    ///
    /// @param priority the lowest is taken first, of a queue by priority
    /// @param nanos at most how long to wait; [Patience#FOR_EVER] for as long as it takes
    /// @return `MET`, `TIMED_OUT` or, of a closed queue, `CLOSED`
    /// @throws Unwind if the unit is to end meanwhile
    WaitEnd put(Unit unit, int step, long value, long priority, long nanos) {
        guard.lock();
        try {
            return closed ? WaitEnd.CLOSED : putIn(unit, step, value, priority, nanos);
        } catch (InterruptedException _) {
            throw unit.interrupted();
        } finally {
            guard.unlock();
            unit.endBlocking();
        }
    }

    /// Takes an item out, once there is one, into a local of the unit.
    ///
    /// @return `MET`, `TIMED_OUT` or, of a closed and empty queue, `CLOSED`
    /// @throws Unwind if the unit is to end meanwhile
    WaitEnd take(Unit unit, int step, int slot, long nanos) {
        guard.lock();
        try {
            return takeOut(unit, step, slot, nanos);
        } catch (InterruptedException _) {
            throw unit.interrupted();
        } finally {
            guard.unlock();
            unit.endBlocking();
        }
    }

    /// Of a queue that is not closed.
    abstract WaitEnd putIn(Unit unit, int step, long value, long priority, long nanos) throws InterruptedException;

    abstract WaitEnd takeOut(Unit unit, int step, int slot, long nanos) throws InterruptedException;

    /// Wakes all who wait to put or to take.
    abstract void wakeAll();

    boolean isClosed() {
        return closed;
    }

    /// The number of the next item that is put, announced in the trace.
    long announce(Unit unit, int step) {
        unit.record(EventKind.PUT, id, step, numbers);
        return numbers++;
    }

    void entered() {
        unfinished++;
    }

    void level(Unit unit, int step, int depth) {
        unit.record(EventKind.LEVEL, id, step, depth);
    }

    /// What a unit waits for under the guard.
    interface Wanted {

        boolean isThere();

        /// The unit that brought it.
        int cause();
    }

    /// Waits until what is wanted is there, the queue is closed, or the time is up, and records that.
    WaitEnd await(Unit unit, int step, Condition news, Wanted wanted, long nanos) throws InterruptedException {
        unit.beginBlocking();
        unit.record(EventKind.WAIT, id, step, NOBODY);
        var end = WaitEnd.ABANDONED;
        try {
            end = await(news, wanted, nanos);
            return end;
        } finally {
            int by = switch (end) {
                case MET -> wanted.cause();
                case CLOSED -> closer;
                case TIMED_OUT, ABANDONED -> NOBODY;
            };
            unit.record(EventKind.WAIT_OVER, id, step, EventKind.waitOver(end, by));
        }
    }

    private WaitEnd await(Condition news, Wanted wanted, long nanos) throws InterruptedException {
        long start = Clock.now();
        while (!wanted.isThere()) {
            if (closed) {
                return WaitEnd.CLOSED;
            }
            if (nanos == Patience.FOR_EVER) {
                news.await();
            } else {
                long left = nanos - (Clock.now() - start);
                if (left <= 0) {
                    return WaitEnd.TIMED_OUT;
                }
                news.await(left, TimeUnit.NANOSECONDS);
            }
        }
        return WaitEnd.MET;
    }

    /// Nothing more comes in. Of a queue that is closed already, nothing changes.
    void close(Unit unit, int step) {
        guard.lock();
        try {
            if (!closed) {
                closed = true;
                closer = unit.id;
                unit.record(EventKind.CLOSED, id, step, 0);
                wakeAll();
            }
        } finally {
            guard.unlock();
        }
    }

    void taskDone(Unit unit, int step, Place place) {
        guard.lock();
        try {
            if (unfinished == 0) {
                throw new UnitFailed(
                        place,
                        "%s has done with an item of '%s', but all that were put are done with"
                                .formatted(unit.name(), name));
            }
            unit.record(EventKind.STEP, -1, step, 0);
            if (--unfinished == 0) {
                allDone.end(WaitEnd.MET, unit.id);
                allDone = new Round(guard);
            }
        } finally {
            guard.unlock();
        }
    }

    @Override
    public Waited await(Unit unit, Step.Await await, int step, long nanos) {
        guard.lock();
        try {
            boolean met = unfinished == 0 || nanos > 0 && allDone.await(unit, id, step, nanos) == WaitEnd.MET;
            return met ? Waited.MET : Waited.TIMED_OUT;
        } catch (InterruptedException _) {
            throw unit.interrupted();
        } finally {
            guard.unlock();
            unit.endBlocking();
        }
    }
}
