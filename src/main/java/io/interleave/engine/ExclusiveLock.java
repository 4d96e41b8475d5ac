package io.interleave.engine;

import io.interleave.model.Step.Mode;
import io.interleave.trace.EventKind;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A lock that one unit holds at a time: mutex, reentrant or fair.
///
/// A mutex is not reentrant: a unit that acquires it again waits for itself, and the picture shows it. Of the
/// others only the first acquire and the last release of a unit are recorded as such; those between are steps.
final class ExclusiveLock extends UnitLock {

    private final boolean reentrant;
    private final ReentrantLock lock;

    /// Who holds the lock. Written by the holder, while it holds; read without order by those who are about to
    /// wait, for whom it is a hint that may already be out of date.
    private int holder = NOBODY;

    private ExclusiveLock(int id, String name, Code enabled, boolean reentrant, boolean fair) {
        super(id, name, enabled);
        this.reentrant = reentrant;
        this.lock = new ReentrantLock(fair);
    }

    static ExclusiveLock mutex(int id, String name, Code enabled) {
        return new ExclusiveLock(id, name, enabled, false, false);
    }

    static ExclusiveLock reentrant(int id, String name, Code enabled) {
        return new ExclusiveLock(id, name, enabled, true, false);
    }

    static ExclusiveLock fair(int id, String name, Code enabled) {
        return new ExclusiveLock(id, name, enabled, true, true);
    }

    private boolean waitsForItself() {
        return !reentrant && lock.isHeldByCurrentThread();
    }

    /// Only the timed form of trying asks whether others came before.
    @Override
    boolean tryNow(Unit unit, Mode mode) throws InterruptedException {
        if (waitsForItself()) {
            return false;
        }
        return lock.isFair() ? lock.tryLock(0, TimeUnit.NANOSECONDS) : lock.tryLock();
    }

    @Override
    boolean await(Unit unit, Mode mode, int step, long nanos) throws InterruptedException {
        if (waitsForItself()) {
            return new CountDownLatch(1).await(nanos, TimeUnit.NANOSECONDS);
        }
        if (nanos != Patience.FOR_EVER) {
            return lock.tryLock(nanos, TimeUnit.NANOSECONDS);
        }
        lock.lockInterruptibly();
        return true;
    }

    @Override
    int blocker(Unit unit, Mode mode) {
        return holder;
    }

    @Override
    void acquired(Unit unit, Mode mode, int step) {
        boolean first = lock.getHoldCount() == 1;
        unit.record(first ? EventKind.LOCK_ACQUIRED : EventKind.STEP, first ? id : -1, step, 0);
        holder = unit.id;
    }

    @Override
    boolean isHeldBy(Unit unit, Mode mode) {
        return lock.isHeldByCurrentThread();
    }

    @Override
    void giveUp(Unit unit, Mode mode, int step) {
        if (lock.getHoldCount() > 1) {
            unit.record(EventKind.STEP, -1, step, 0);
        } else {
            leaves(unit, step);
        }
        lock.unlock();
    }

    /// Records that the unit gives the lock up altogether. To be called while it still holds it.
    void leaves(Unit unit, int step) {
        holder = NOBODY;
        unit.record(EventKind.LOCK_RELEASED, id, step, 0);
    }

    /// Records that the unit, which had given the lock up altogether, has it again. To be called while it holds
    /// it.
    void isBack(Unit unit, int step) {
        unit.record(EventKind.LOCK_ACQUIRED, id, step, 0);
        holder = unit.id;
    }

    Condition condition() {
        return lock.newCondition();
    }
}
