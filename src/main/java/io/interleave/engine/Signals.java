package io.interleave.engine;

import static java.util.Objects.requireNonNull;

import io.interleave.model.Place;
import io.interleave.model.Step;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.WaitEnd;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/// A condition of a lock. A signal that comes while nobody waits is lost.
///
/// Who waits is noted in the order in which they came, which is that in which signals reach them, so that each
/// can say who woke it. These notes are guarded by the lock.
final class Signals extends Shared implements Awaitable {

    private static final int NOBODY = -1;

    private final String lockName;
    private final Queue<Waiter> waiters = new ArrayDeque<>();
    private @Nullable ExclusiveLock lock;
    private @Nullable Condition condition;

    private static final class Waiter {
        int signaller = NOBODY;
    }

    /// @param lockName names the lock, which may come later in the file
    Signals(int id, String name, String lockName) {
        super(id, name);
        this.lockName = lockName;
    }

    /// Said once, when all resources are there.
    void bind(Memory memory) {
        lock = memory.one(lockName, ExclusiveLock.class);
        condition = lock.condition();
    }

    @Override
    public Waited await(Unit unit, Step.Await await, int step, long nanos) {
        var lock = heldLock(unit, await.place(), "awaits");
        var waiter = new Waiter();
        waiters.add(waiter);
        unit.beginBlocking();
        try {
            lock.leaves(unit, step);
            unit.record(EventKind.WAIT, id, step, NOBODY);
            boolean met = block(nanos);
            over(unit, step, lock, met ? WaitEnd.MET : WaitEnd.TIMED_OUT, waiter.signaller);
            return met ? Waited.MET : Waited.TIMED_OUT;
        } catch (InterruptedException _) {
            over(unit, step, lock, WaitEnd.ABANDONED, NOBODY);
            throw unit.interrupted();
        } finally {
            waiters.remove(waiter);
            unit.endBlocking();
        }
    }

    /// The lock is had again, whichever way the wait ended.
    private void over(Unit unit, int step, ExclusiveLock lock, WaitEnd end, int cause) {
        unit.record(EventKind.WAIT_OVER, id, step, EventKind.waitOver(end, cause));
        lock.isBack(unit, step);
    }

    private boolean block(long nanos) throws InterruptedException {
        var condition = requireNonNull(this.condition);
        if (nanos != Patience.FOR_EVER) {
            return condition.await(nanos, TimeUnit.NANOSECONDS);
        }
        condition.await();
        return true;
    }

    /// Wakes the unit that has waited longest, or all.
    void signal(Unit unit, Step.Signal signal, int step) {
        heldLock(unit, signal.place(), "signals");
        unit.record(EventKind.SIGNAL, id, step, signal.all() ? -1 : 1);
        var condition = requireNonNull(this.condition);
        do {
            var woken = waiters.poll();
            if (woken != null) {
                woken.signaller = unit.id;
            }
        } while (signal.all() && !waiters.isEmpty());
        if (signal.all()) {
            condition.signalAll();
        } else {
            condition.signal();
        }
    }

    private ExclusiveLock heldLock(Unit unit, Place place, String does) {
        var lock = requireNonNull(this.lock);
        if (lock.isHeldBy(unit, Step.Mode.WRITE)) {
            return lock;
        }
        boolean off = !lock.isEnabled() || unit.hasPassedOff(lock.id);
        throw new UnitFailed(
                place,
                off
                        ? "%s %s '%s' while its lock '%s' is switched off: a condition needs its lock"
                                .formatted(unit.name(), does, name, lock.name)
                        : "%s %s '%s' and does not hold its lock '%s'".formatted(unit.name(), does, name, lock.name));
    }
}
