package io.interleave.engine;

import io.interleave.trace.EventKind;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;

/// An interpreter lock: of the units under it one at a time runs a step.
///
/// It works as CPython's does since 3.2. A unit that waits for it sleeps for the switch interval; when the lock
/// has not changed hands meanwhile, it requests it. The holder looks for a request between steps, gives the
/// lock up, and waits until another unit has taken it before it competes for it again: without that it would
/// nearly always have it back before the other one woke. Who takes a lock that is free is not decided: who
/// comes first, has it.
///
/// All fields are guarded by `guard`, except `requested`, which the holder reads between any two steps.
final class Gil extends Shared implements Switched {

    private static final int NOBODY = -1;

    /// 5 ms, as in CPython.
    static final Code USUAL_INTERVAL = Code.constant(5_000_000);

    /// Nanoseconds; a shorter interval would only spin.
    private static final long SHORTEST_INTERVAL = 1_000;

    private final Code enabled;
    private final Code interval;
    private final ReentrantLock guard = new ReentrantLock();
    private final Condition free = guard.newCondition();
    private final Condition taken = guard.newCondition();
    private int holder = NOBODY;
    private int last = NOBODY;
    private long switches;
    private int waiting;
    private volatile boolean requested;

    /// @param interval the switch interval, a `TIME` over knobs
    Gil(int id, String name, Code enabled, Code interval) {
        super(id, name);
        this.enabled = enabled;
        this.interval = interval;
    }

    @Override
    public Code enabled() {
        return enabled;
    }

    boolean isRequested() {
        return requested;
    }

    /// Waits until the unit holds the lock.
    ///
    /// @return false if it does not, because the lock is off or the unit is to end
    boolean take(Unit unit) {
        guard.lock();
        try {
            if (holder != NOBODY) {
                unit.record(EventKind.LOCK_WAIT, id, -1, holder);
                return awaitAndOwn(unit);
            }
            own(unit);
            return true;
        } finally {
            guard.unlock();
        }
    }

    /// Those who wait look at the switch and the interval again.
    @Override
    void turned(LongConsumer level) {
        guard.lock();
        try {
            free.signalAll();
        } finally {
            guard.unlock();
        }
    }

    /// Gives the lock up.
    void drop(Unit unit) {
        guard.lock();
        try {
            disown(unit);
        } finally {
            guard.unlock();
        }
    }

    /// Lets another unit have the lock, and waits to have it again.
    ///
    /// @return as of `take`
    boolean handOver(Unit unit) {
        guard.lock();
        try {
            disown(unit);
            unit.record(EventKind.LOCK_WAIT, id, -1, NOBODY);
            while (last == unit.id && waiting > 0 && !unit.isToEnd()) {
                taken.await();
            }
            return awaitAndOwn(unit);
        } catch (InterruptedException _) {
            return abandon(unit);
        } finally {
            guard.unlock();
        }
    }

    private boolean awaitAndOwn(Unit unit) {
        waiting++;
        try {
            while (holder != NOBODY) {
                long before = switches;
                long left = free.awaitNanos(Math.max(SHORTEST_INTERVAL, interval.value(ExpressionCompiler.NO_LOCALS)));
                if (!isEnabled() || unit.isToEnd()) {
                    return abandon(unit);
                }
                if (left <= 0 && holder != NOBODY && switches == before && !requested) {
                    unit.record(EventKind.LOCK_REQUESTED, id, -1, holder);
                    requested = true;
                }
            }
            own(unit);
            return true;
        } catch (InterruptedException _) {
            return abandon(unit);
        } finally {
            waiting--;
            if (waiting == 0) {
                taken.signalAll();
            }
        }
    }

    private void own(Unit unit) {
        holder = unit.id;
        requested = false;
        if (last != unit.id) {
            last = unit.id;
            switches++;
            taken.signalAll();
        }
        unit.record(EventKind.LOCK_ACQUIRED, id, -1, 0);
    }

    private void disown(Unit unit) {
        unit.record(EventKind.LOCK_RELEASED, id, -1, 0);
        holder = NOBODY;
        free.signal();
    }

    /// The word that the lock is free may have been for this unit: another one is to have it.
    private boolean abandon(Unit unit) {
        unit.record(EventKind.LOCK_ABANDONED, id, -1, 0);
        if (holder == NOBODY) {
            free.signal();
        }
        return false;
    }
}
