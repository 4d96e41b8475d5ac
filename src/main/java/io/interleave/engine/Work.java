package io.interleave.engine;

import io.interleave.trace.Clock;

/// Work for a core, measured once so that a scenario can ask for it by the time that it takes.
///
/// The work is a chain of shifts and exclusive ors (Marsaglia's xorshift, "Xorshift RNGs", 2003): each step
/// needs the one before, so that no compiler and no core can do two at once, and it touches no memory, so that
/// units do not slow each other down except by taking each other's core. Asking for 2 ms means "as many steps
/// as took 2 ms on an undisturbed core"; preempted, it takes longer.
public final class Work {

    /// Between two looks at whether the run is being ended: some 20 µs.
    private static final int PIECE = 1 << 14;

    private static final int CALIBRATION_ROUNDS = 40;

    private final double stepsPerNano;

    private Work(double stepsPerNano) {
        this.stepsPerNano = stepsPerNano;
    }

    /// Measures how fast this machine works, which takes some 40 ms. The fastest of many short measurements
    /// counts, since whatever disturbs makes it slower, never faster.
    public static Work calibrate() {
        long seed = getReady();
        int steps = 1 << 18;
        long best = Long.MAX_VALUE;
        for (int round = 0; round < CALIBRATION_ROUNDS; round++) {
            long start = Clock.now();
            seed = steps(seed, steps);
            best = Math.min(best, Clock.now() - start);
        }
        // Using the result keeps the measured loop from being dropped as dead.
        return new Work(seed == 0 ? 0 : (double) steps / best);
    }

    /// As another process of this machine has measured it, which takes a few milliseconds, to get ready.
    ///
    /// @param stepsPerNano what that one says
    static Work measured(double stepsPerNano) {
        return new Work(getReady() == 0 ? 0 : stepsPerNano);
    }

    double stepsPerNano() {
        return stepsPerNano;
    }

    /// Makes the Java runtime compile the work. The result is to be used.
    private static long getReady() {
        long seed = 88172645463325252L;
        for (int i = 0; i < 20_000; i++) {
            seed = steps(seed, 64);
        }
        return seed;
    }

    /// Keeps the calling unit busy with `nanos` worth of work.
    ///
    /// @throws Unwind if the run is ended meanwhile
    void run(Unit unit, long nanos) {
        long left = (long) (nanos * stepsPerNano);
        long state = unit.scratch;
        while (left > PIECE) {
            state = steps(state, PIECE);
            left -= PIECE;
            unit.checkpoint();
        }
        unit.scratch = steps(state, (int) left);
    }

    private static long steps(long state, int count) {
        long x = state;
        for (int i = 0; i < count; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        return x;
    }
}
