package io.interleave.engine;

import io.interleave.model.Step.Mode;
import io.interleave.trace.Clock;
import io.interleave.trace.EventKind;
import java.util.concurrent.atomic.AtomicInteger;

/// A lock whose waiters keep their cores busy until they have it. Not reentrant.
///
/// A waiter looks at the holder with plain volatile reads and tries to swap only when there is none ("test and
/// test-and-set"), so that waiters do not take the cache line away from the holder.
final class SpinLock extends UnitLock {

    /// Looks at the lock between two looks at the clock and at whether the unit is to end.
    private static final int ROUND = 64;

    private final AtomicInteger holder = new AtomicInteger(NOBODY);

    SpinLock(int id, String name, Code enabled) {
        super(id, name, enabled);
    }

    @Override
    boolean tryNow(Unit unit, Mode mode) {
        return holder.get() == NOBODY && holder.compareAndSet(NOBODY, unit.id);
    }

    /// Under an interpreter lock the unit hands that over where another one asks for it, as a loop in Python
    /// does; what was recorded of that is followed by a new wait for this lock.
    @Override
    boolean await(Unit unit, Mode mode, int step, long nanos) throws InterruptedException {
        long start = Clock.now();
        while (true) {
            for (int i = 0; i < ROUND; i++) {
                if (tryNow(unit, mode)) {
                    return true;
                }
                Thread.onSpinWait();
            }
            if (unit.isToEnd()) {
                throw new InterruptedException();
            }
            if (Clock.now() - start >= nanos) {
                return false;
            }
            if (unit.switchPoint()) {
                unit.record(EventKind.LOCK_WAIT, id, step, holder.get());
            }
        }
    }

    @Override
    boolean blocks() {
        return false;
    }

    @Override
    int blocker(Unit unit, Mode mode) {
        return holder.get();
    }

    @Override
    void acquired(Unit unit, Mode mode, int step) {
        unit.record(EventKind.LOCK_ACQUIRED, id, step, 0);
    }

    @Override
    boolean isHeldBy(Unit unit, Mode mode) {
        return holder.get() == unit.id;
    }

    @Override
    void giveUp(Unit unit, Mode mode, int step) {
        unit.record(EventKind.LOCK_RELEASED, id, step, 0);
        holder.set(NOBODY);
    }
}
