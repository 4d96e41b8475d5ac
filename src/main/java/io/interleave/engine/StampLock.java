package io.interleave.engine;

import io.interleave.model.Step.Mode;
import io.interleave.trace.EventKind;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.StampedLock;

/// A lock to write or to read that is not reentrant, and under which units can read without holding it.
final class StampLock extends UnitLock {

    private final StampedLock lock = new StampedLock();
    private final Readers readers = new Readers();

    /// The lock itself does not know who holds it. Written by the writer, while it holds; to others a hint.
    private volatile int writer = NOBODY;

    StampLock(int id, String name, Code enabled) {
        super(id, name, enabled);
    }

    @Override
    boolean tryNow(Unit unit, Mode mode) throws InterruptedException {
        return stamp(mode, 0) != 0;
    }

    @Override
    boolean await(Unit unit, Mode mode, int step, long nanos) throws InterruptedException {
        return stamp(mode, nanos) != 0;
    }

    private long stamp(Mode mode, long nanos) throws InterruptedException {
        boolean writes = mode == Mode.WRITE;
        if (nanos == Patience.FOR_EVER) {
            return writes ? lock.writeLockInterruptibly() : lock.readLockInterruptibly();
        }
        return writes ? lock.tryWriteLock(nanos, TimeUnit.NANOSECONDS) : lock.tryReadLock(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    int blocker(Unit unit, Mode mode) {
        int writing = writer;
        return writing == NOBODY ? readers.any(unit) : writing;
    }

    @Override
    void acquired(Unit unit, Mode mode, int step) {
        if (mode == Mode.WRITE) {
            unit.record(EventKind.LOCK_ACQUIRED, id, step, 0);
            writer = unit.id;
        } else {
            boolean first = readers.enter(unit);
            unit.record(first ? EventKind.LOCK_SHARED : EventKind.STEP, first ? id : -1, step, 0);
        }
    }

    @Override
    boolean isHeldBy(Unit unit, Mode mode) {
        return mode == Mode.WRITE ? writer == unit.id : readers.has(unit);
    }

    @Override
    void giveUp(Unit unit, Mode mode, int step) {
        if (mode == Mode.WRITE) {
            writer = NOBODY;
            unit.record(EventKind.LOCK_RELEASED, id, step, 0);
            lock.tryUnlockWrite();
        } else {
            boolean last = readers.leave(unit);
            unit.record(last ? EventKind.LOCK_UNSHARED : EventKind.STEP, last ? id : -1, step, 0);
            lock.tryUnlockRead();
        }
    }

    /// Begins to read without holding the lock.
    ///
    /// @return what `validate` wants; 0 if a unit writes at this moment
    long readOptimistically(Unit unit, int step) {
        long stamp = lock.tryOptimisticRead();
        unit.record(EventKind.LOCK_OPTIMISTIC, id, step, 0);
        return stamp;
    }

    /// Whether nobody has written since, so that what was read is whole.
    boolean validate(Unit unit, int step, long stamp) {
        boolean valid = lock.validate(stamp);
        unit.record(EventKind.LOCK_VALIDATED, id, step, valid ? 1 : 0);
        return valid;
    }
}
