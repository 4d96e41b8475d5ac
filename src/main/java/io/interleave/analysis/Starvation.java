package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

/// The unit that was overtaken most often while it waited for a lock.
final class Starvation {

    /// So often others get a lock first only where something is wrong.
    private static final long OFTEN = 100;

    /// The share of the run from which a wait is long.
    private static final double LONG = 0.1;

    private int lock = NONE;
    private int unit = NONE;
    private int step = NONE;
    private long overtaken;
    private long waited;

    /// A wait for a lock is over.
    ///
    /// @param overtaken how often others got the lock since it began
    void waitEnded(LockTrack lock, UnitTrack unit, long overtaken, long waited) {
        if (overtaken > this.overtaken) {
            this.lock = lock.id;
            this.unit = unit.id;
            step = unit.step();
            this.overtaken = overtaken;
            this.waited = waited;
        }
    }

    /// @param life of the run, in nanoseconds
    boolean isWorthTelling(long life) {
        return overtaken >= OFTEN && waited >= life * LONG;
    }

    int lock() {
        return lock;
    }

    int unit() {
        return unit;
    }

    int step() {
        return step;
    }

    long overtaken() {
        return overtaken;
    }

    long waited() {
        return waited;
    }
}
