package io.interleave.engine;

import io.interleave.model.Step;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.WaitEnd;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// A latch. What is left to count is kept beside it too, under a lock of its own, so that the levels in the
/// trace follow each other.
final class Latch extends Shared implements Awaitable, Levelled {

    private static final int NOBODY = -1;

    private final CountDownLatch latch;
    private final int initial;
    private final ReentrantLock books = new ReentrantLock();
    private int left;

    /// Written before the latch opens, and read after.
    private int opener = NOBODY;

    Latch(int id, String name, int count) {
        super(id, name);
        this.latch = new CountDownLatch(count);
        this.initial = count;
        this.left = count;
    }

    @Override
    public long initialLevel() {
        return initial;
    }

    /// Of one that is open, nothing changes.
    void countDown(Unit unit, int step) {
        books.lock();
        try {
            if (left > 0) {
                left--;
                if (left == 0) {
                    opener = unit.id;
                }
            }
            unit.record(EventKind.LEVEL, id, step, left);
        } finally {
            books.unlock();
        }
        latch.countDown();
    }

    @Override
    public Waited await(Unit unit, Step.Await await, int step, long nanos) {
        if (latch.getCount() == 0) {
            return Waited.MET;
        }
        unit.beginBlocking();
        try {
            unit.record(EventKind.WAIT, id, step, NOBODY);
            boolean met = block(nanos);
            unit.record(
                    EventKind.WAIT_OVER,
                    id,
                    step,
                    met ? EventKind.waitOver(WaitEnd.MET, opener) : EventKind.waitOver(WaitEnd.TIMED_OUT, NOBODY));
            return met ? Waited.MET : Waited.TIMED_OUT;
        } catch (InterruptedException _) {
            unit.record(EventKind.WAIT_OVER, id, step, EventKind.waitOver(WaitEnd.ABANDONED, NOBODY));
            throw unit.interrupted();
        } finally {
            unit.endBlocking();
        }
    }

    private boolean block(long nanos) throws InterruptedException {
        if (nanos != Patience.FOR_EVER) {
            return latch.await(nanos, TimeUnit.NANOSECONDS);
        }
        latch.await();
        return true;
    }
}
