package io.interleave.engine;

import io.interleave.model.Kernel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// Real work for a core, whose result depends on its size alone: the same on every machine, in every process.
///
/// Each looks up every few tens of microseconds, so that whoever asked can end it: by what `pause` throws.
final class Kernels {

    /// Divisions between two looks: some 20 µs.
    private static final int DIVISIONS = 1 << 12;

    /// Bytes hashed between two looks.
    private static final int BLOCK = 1 << 14;

    /// Points of a grid between two looks, each of at most 256 rounds.
    private static final int POINTS = 64;

    private static final int ROUNDS = 256;

    /// Multiplications between two looks.
    private static final int PRODUCTS = 1 << 15;

    /// Numbers that are sorted between two looks.
    private static final int RUN = 1 << 10;

    /// Numbers that are made or merged between two looks.
    private static final int STRIDE = 1 << 14;

    /// The largest number whose square is a `long`.
    private static final long ROOT = 3_037_000_499L;

    private final Runnable pause;
    private int left;

    private Kernels(Runnable pause) {
        this.pause = pause;
    }

    /// The largest size that a kernel takes; beyond it would never end, or could not be held in memory.
    static long largest(Kernel kernel) {
        return switch (kernel) {
            case FACTORIZE, SHA256 -> Long.MAX_VALUE;
            case PRIMES -> 1_000_000_000_000L;
            case MANDELBROT -> 1_000_000;
            case MATRIX -> 20_000;
            case SORT -> 1_000_000_000;
        };
    }

    /// Works, on the calling thread.
    ///
    /// @param size from 0 to `largest`
    /// @param pause called again and again; what it throws ends the work
    static long run(Kernel kernel, long size, Runnable pause) {
        if (size < 0 || size > largest(kernel)) {
            throw new IllegalArgumentException(kernel.word() + " of size " + size);
        }
        var work = new Kernels(pause);
        return switch (kernel) {
            case FACTORIZE -> work.factors(size);
            case PRIMES -> work.primes(size);
            case SHA256 -> work.hash(size);
            case MANDELBROT -> work.mandelbrot(size);
            case MATRIX -> work.matrix((int) size);
            case SORT -> work.sort((int) size);
        };
    }

    /// Says that a piece of work is done, out of the `pieces` between two looks.
    private void did(int pieces) {
        if (--left <= 0) {
            left = pieces;
            pause.run();
        }
    }

    private long factors(long number) {
        if (number < 2) {
            return 0;
        }
        long rest = number;
        long count = 0;
        for (; (rest & 1) == 0; rest >>= 1) {
            count++;
        }
        for (long divisor = 3; divisor <= ROOT && divisor * divisor <= rest; divisor += 2) {
            while (rest % divisor == 0) {
                rest /= divisor;
                count++;
            }
            did(DIVISIONS);
        }
        return rest > 1 ? count + 1 : count;
    }

    private long primes(long upTo) {
        long count = upTo >= 2 ? 1 : 0;
        for (long candidate = 3; candidate <= upTo; candidate += 2) {
            long divisor = 3;
            while (divisor * divisor <= candidate && candidate % divisor != 0) {
                divisor += 2;
                did(DIVISIONS);
            }
            if (divisor * divisor > candidate) {
                count++;
            }
        }
        return count;
    }

    /// Of the bytes 0, 1, 2 … 255, 0 and so on.
    private long hash(long bytes) {
        var block = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            block[i] = (byte) i;
        }
        var digest = sha256();
        long rest = bytes;
        for (; rest > BLOCK; rest -= BLOCK) {
            digest.update(block);
            pause.run();
        }
        digest.update(block, 0, (int) rest);
        var hash = digest.digest();
        long first = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            first = first << Byte.SIZE | hash[i] & 0xff;
        }
        return first >>> 1;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /// Over the square from -2 - 1.25i to 0.5 + 1.25i, at the middle of each field of the grid.
    private long mandelbrot(long side) {
        long inside = 0;
        for (long row = 0; row < side; row++) {
            double y = -1.25 + 2.5 * (row + 0.5) / side;
            for (long column = 0; column < side; column++) {
                double x = -2 + 2.5 * (column + 0.5) / side;
                if (stays(x, y)) {
                    inside++;
                }
                did(POINTS);
            }
        }
        return inside;
    }

    private static boolean stays(double x, double y) {
        double re = 0;
        double im = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double next = re * re - im * im + x;
            im = 2 * re * im + y;
            re = next;
            if (re * re + im * im > 4) {
                return false;
            }
        }
        return true;
    }

    /// The first matrix has (row + 2 column) mod 7 in each place, the second (3 row + column) mod 5.
    private long matrix(int side) {
        var a = new double[side][side];
        var b = new double[side][side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                a[row][column] = (row + 2 * column) % 7;
                b[row][column] = (3 * row + column) % 5;
            }
        }
        int rows = Math.max(1, PRODUCTS / Math.max(1, side));
        double trace = 0;
        for (int row = 0; row < side; row++) {
            var product = new double[side];
            for (int k = 0; k < side; k++) {
                addMultiple(product, a[row][k], b[k]);
                did(rows);
            }
            trace += product[row];
        }
        return Math.round(trace);
    }

    private static void addMultiple(double[] to, double factor, double[] row) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * row[i];
        }
    }

    /// Sorts short stretches and merges them, so that it can be ended in between. The numbers are those of
    /// Marsaglia's xorshift, "Xorshift RNGs", 2003.
    private long sort(int size) {
        var numbers = new long[size];
        long x = 88172645463325252L;
        for (int i = 0; i < size; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
            numbers[i] = x;
            look(i);
        }
        for (int from = 0; from < size; from += RUN) {
            Arrays.sort(numbers, from, Math.min(size, from + RUN));
            pause.run();
        }
        var other = new long[size > RUN ? size : 0];
        for (long width = RUN; width < size; width *= 2) {
            for (long from = 0; from < size; from += 2 * width) {
                merge(numbers, other, (int) from, (int) Math.min(size, from + width), (int)
                        Math.min(size, from + 2 * width));
            }
            var sorted = other;
            other = numbers;
            numbers = sorted;
        }
        return size == 0 ? 0 : numbers[size / 2];
    }

    private void merge(long[] from, long[] to, int start, int middle, int end) {
        int first = start;
        int second = middle;
        for (int i = start; i < end; i++) {
            to[i] = first < middle && (second == end || from[first] <= from[second]) ? from[first++] : from[second++];
            look(i);
        }
    }

    private void look(int index) {
        if ((index & STRIDE - 1) == 0) {
            pause.run();
        }
    }
}
