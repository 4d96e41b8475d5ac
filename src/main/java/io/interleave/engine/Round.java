package io.interleave.engine;

import io.interleave.trace.Clock;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.WaitEnd;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Something that happens once, to which any number of units can wait: a barrier opens, an event is set. What
/// comes after it is another round, so that nobody who was woken by one takes it for the other.
final class Round {

    static final int NOBODY = -1;

    private final ReentrantLock guard;
    private final Condition ended;
    private WaitEnd end = WaitEnd.ABANDONED;
    private int cause = NOBODY;
    private boolean over;

    /// @param guard of all that the round is about: held by whoever calls anything here
    Round(ReentrantLock guard) {
        this.guard = guard;
        this.ended = guard.newCondition();
    }

    /// Wakes all who wait.
    ///
    /// @param how that is for them: met, or closed where they wait in vain
    /// @param unit that did it, or `NOBODY`
    void end(WaitEnd how, int unit) {
        over = true;
        end = how;
        cause = unit;
        ended.signalAll();
    }

    int cause() {
        return cause;
    }

    /// Waits for the end, and records that. The unit has not got its interpreter lock back when this returns or
    /// throws: it is to take that when it has left the guard.
    ///
    /// @param object that is waited for
    /// @param nanos [Patience#FOR_EVER] for as long as it takes
    /// @return as of the end; or that the time was up
    WaitEnd await(Unit unit, int object, int step, long nanos) throws InterruptedException {
        unit.beginBlocking();
        unit.record(EventKind.WAIT, object, step, NOBODY);
        var result = WaitEnd.ABANDONED;
        try {
            result = await(nanos) ? end : WaitEnd.TIMED_OUT;
            return result;
        } finally {
            int by = over && result == end ? cause : NOBODY;
            unit.record(EventKind.WAIT_OVER, object, step, EventKind.waitOver(result, by));
        }
    }

    private boolean await(long nanos) throws InterruptedException {
        long start = Clock.now();
        while (!over) {
            if (nanos == Patience.FOR_EVER) {
                ended.await();
            } else {
                long left = nanos - (Clock.now() - start);
                if (left <= 0) {
                    return false;
                }
                ended.await(left, TimeUnit.NANOSECONDS);
            }
        }
        return true;
    }
}
