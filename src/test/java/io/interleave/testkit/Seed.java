package io.interleave.testkit;

import java.util.Random;

/// Randomness of tests: a new seed each time, which is printed, or the one that `-Dinterleave.seed` gives.
public final class Seed {

    private Seed() {}

    public static Random random(Class<?> test) {
        long seed = Long.getLong("interleave.seed", System.nanoTime());
        System.out.printf("%s: -Dinterleave.seed=%d%n", test.getSimpleName(), seed);
        return new Random(seed);
    }
}
