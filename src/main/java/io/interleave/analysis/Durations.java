package io.interleave.analysis;

import java.util.Arrays;

/// Durations in nanoseconds, as they come.
final class Durations {

    private long[] nanos = new long[16];
    private int size;

    void add(long duration) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size + (size >> 1));
        }
        nanos[size++] = duration;
    }

    /// By nearest rank.
    Figures.Distribution distribution() {
        if (size == 0) {
            return new Figures.Distribution(0, 0, 0, 0, 0, 0, 0);
        }
        Arrays.sort(nanos, 0, size);
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum += nanos[i];
        }
        return new Figures.Distribution(size, sum, nanos[0], rank(50), rank(90), rank(99), nanos[size - 1]);
    }

    private long rank(int percent) {
        return nanos[(int) (((long) size * percent + 99) / 100) - 1];
    }
}
