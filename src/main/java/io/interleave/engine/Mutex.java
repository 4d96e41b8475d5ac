package io.interleave.engine;

import io.interleave.model.Place;
import io.interleave.trace.EventKind;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

/// A lock that one unit holds at a time. Not reentrant: a unit that acquires it again waits for itself, and the
/// picture shows it.
final class Mutex extends Switched {

    private static final int NOBODY = -1;
    private final ReentrantLock lock = new ReentrantLock();

    /// Who holds the lock. Written by the holder, while it holds; read without order by those who are about to
    /// wait, for whom it is a hint that may already be out of date.
    private int holder = NOBODY;

    Mutex(int id, String name, Code enabled) {
        super(id, name, enabled);
    }

    /// Waits until the unit holds the lock. While the lock is switched off, does nothing.
    ///
    /// @return whether the unit holds it now, and must release it
    /// @throws Unwind if the run is ended meanwhile
    boolean acquire(Unit unit, int step) {
        if (!isEnabled()) {
            return false;
        }
        if (lock.isHeldByCurrentThread()) {
            waitForItself(unit, step);
        }
        if (!lock.tryLock()) {
            unit.record(EventKind.LOCK_WAIT, id, step, holder);
            try {
                lock.lockInterruptibly();
            } catch (InterruptedException _) {
                unit.record(EventKind.LOCK_ABANDONED, id, step, 0);
                throw unit.interrupted();
            }
        }
        unit.record(EventKind.LOCK_ACQUIRED, id, step, 0);
        holder = unit.id;
        return true;
    }

    private void waitForItself(Unit unit, int step) {
        unit.record(EventKind.LOCK_WAIT, id, step, unit.id);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            unit.record(EventKind.LOCK_ABANDONED, id, step, 0);
            throw unit.interrupted();
        }
    }

    boolean isHeldByCurrentThread() {
        return lock.isHeldByCurrentThread();
    }

    /// Gives the lock up.
    void release(Unit unit, int step, Place place) {
        if (!lock.isHeldByCurrentThread()) {
            throw new UnitFailed(place, "%s releases '%s', which it does not hold".formatted(unit.name, name));
        }
        holder = NOBODY;
        unit.record(EventKind.LOCK_RELEASED, id, step, 0);
        lock.unlock();
    }
}
