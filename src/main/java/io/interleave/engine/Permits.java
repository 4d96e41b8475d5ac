package io.interleave.engine;

import io.interleave.model.Place;
import io.interleave.model.Step.Mode;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.WaitEnd;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// A semaphore. Any unit may release a permit, whether or not it acquired one.
///
/// The books are kept beside the semaphore, under a lock of their own, so that the levels in the trace follow
/// each other without a gap: an acquire is entered after it was granted, a release before it is done. What they
/// say is thus never less than what there is, and never more than those who still hold permits allow.
final class Permits extends Grantable implements Levelled {

    /// Releases of which it is remembered whose they were.
    private static final int REMEMBERED = 1024;

    private final Semaphore semaphore;
    private final int initial;
    private final ReentrantLock books = new ReentrantLock();
    private final Queue<Integer> givers = new ArrayDeque<>();
    private long level;
    private long nobodys;

    Permits(int id, String name, Code enabled, int permits, boolean fair) {
        super(id, name, enabled);
        this.semaphore = new Semaphore(permits, fair);
        this.initial = permits;
        this.level = permits;
        this.nobodys = Math.max(0, permits);
    }

    @Override
    public long initialLevel() {
        return initial;
    }

    @Override
    Grant acquire(Unit unit, Mode mode, int step, long nanos) {
        if (!isEnabled()) {
            return Grant.OFF;
        }
        try {
            if (tryNow()) {
                enter(unit, step, false);
                return Grant.HELD;
            }
        } catch (InterruptedException _) {
            throw unit.interrupted();
        }
        if (nanos == 0) {
            unit.record(EventKind.STEP, -1, step, 0);
            return Grant.TIME_UP;
        }
        unit.beginBlocking();
        try {
            unit.record(EventKind.WAIT, id, step, NOBODY);
            if (await(nanos)) {
                enter(unit, step, true);
                return Grant.HELD;
            }
            unit.record(EventKind.WAIT_OVER, id, step, EventKind.waitOver(WaitEnd.TIMED_OUT, NOBODY));
            return Grant.TIME_UP;
        } catch (InterruptedException _) {
            unit.record(EventKind.WAIT_OVER, id, step, EventKind.waitOver(WaitEnd.ABANDONED, NOBODY));
            throw unit.interrupted();
        } finally {
            unit.endBlocking();
        }
    }

    /// Only the timed form of trying asks whether others came before.
    private boolean tryNow() throws InterruptedException {
        return semaphore.isFair() ? semaphore.tryAcquire(0, TimeUnit.NANOSECONDS) : semaphore.tryAcquire();
    }

    private boolean await(long nanos) throws InterruptedException {
        if (nanos != Patience.FOR_EVER) {
            return semaphore.tryAcquire(nanos, TimeUnit.NANOSECONDS);
        }
        semaphore.acquire();
        return true;
    }

    /// Enters an acquire.
    private void enter(Unit unit, int step, boolean waited) {
        books.lock();
        try {
            int giver = giver();
            if (waited) {
                unit.record(EventKind.WAIT_OVER, id, step, EventKind.waitOver(WaitEnd.MET, giver));
            }
            unit.record(EventKind.LEVEL, id, step, --level);
        } finally {
            books.unlock();
        }
    }

    /// Who released the permit that has been there longest.
    private int giver() {
        if (nobodys > 0) {
            nobodys--;
            return NOBODY;
        }
        var giver = givers.poll();
        return giver == null ? NOBODY : giver;
    }

    @Override
    void release(Unit unit, Mode mode, int step, Place place) {
        books.lock();
        try {
            if (givers.size() < REMEMBERED) {
                givers.add(unit.id);
            }
            unit.record(EventKind.LEVEL, id, step, ++level);
        } finally {
            books.unlock();
        }
        semaphore.release();
    }

    @Override
    void release(Unit unit, int step, Place place) {
        if (unit.hasPassedOff(id)) {
            unit.releasePassed(id);
        } else {
            release(unit, Mode.WRITE, step, place);
        }
    }
}
