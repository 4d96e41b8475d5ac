package io.interleave.engine;

import io.interleave.model.Step.Mode;
import io.interleave.trace.EventKind;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// A lock that one unit holds to write, or any number to read. Reentrant: who writes may read too; who reads
/// and then wants to write waits for itself, as with the lock of Java that this is.
final class ReadWriteLock extends UnitLock {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Readers readers = new Readers();

    /// As the holder of a lock that one holds at a time: a hint to those who are about to wait.
    private int writer = NOBODY;

    ReadWriteLock(int id, String name, Code enabled) {
        super(id, name, enabled);
    }

    private Lock side(Mode mode) {
        return mode == Mode.WRITE ? lock.writeLock() : lock.readLock();
    }

    /// The timed form of trying lets a writer that waits at the head of the queue come first, as the waiting
    /// form does; the other form would not.
    @Override
    boolean tryNow(Unit unit, Mode mode) throws InterruptedException {
        return side(mode).tryLock(0, TimeUnit.NANOSECONDS);
    }

    @Override
    boolean await(Unit unit, Mode mode, int step, long nanos) throws InterruptedException {
        if (nanos != Patience.FOR_EVER) {
            return side(mode).tryLock(nanos, TimeUnit.NANOSECONDS);
        }
        side(mode).lockInterruptibly();
        return true;
    }

    @Override
    int blocker(Unit unit, Mode mode) {
        int writing = writer;
        return writing == NOBODY ? readers.any(unit) : writing;
    }

    @Override
    void acquired(Unit unit, Mode mode, int step) {
        if (mode == Mode.WRITE) {
            boolean first = lock.getWriteHoldCount() == 1;
            record(unit, first, EventKind.LOCK_ACQUIRED, step);
            writer = unit.id;
        } else {
            record(unit, readers.enter(unit), EventKind.LOCK_SHARED, step);
        }
    }

    @Override
    boolean isHeldBy(Unit unit, Mode mode) {
        return mode == Mode.WRITE ? lock.isWriteLockedByCurrentThread() : lock.getReadHoldCount() > 0;
    }

    @Override
    void giveUp(Unit unit, Mode mode, int step) {
        if (mode == Mode.WRITE) {
            boolean last = lock.getWriteHoldCount() == 1;
            if (last) {
                writer = NOBODY;
            }
            record(unit, last, EventKind.LOCK_RELEASED, step);
        } else {
            record(unit, readers.leave(unit), EventKind.LOCK_UNSHARED, step);
        }
        side(mode).unlock();
    }

    /// What is not the first acquire or the last release of a unit is a step and no more.
    private void record(Unit unit, boolean outermost, EventKind kind, int step) {
        unit.record(outermost ? kind : EventKind.STEP, outermost ? id : -1, step, 0);
    }
}
