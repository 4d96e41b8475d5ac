package io.interleave.view.timeline;

import java.util.Arrays;

/// What one lane shows: pieces from left to right that do not overlap. A piece is one span, or one pixel column
/// that several spans share, with the share of each ink in the column's time.
final class Strip {

    static final Strip EMPTY =
            new Strip(0, new int[0], new int[0], new int[0], new int[0], new byte[0], new int[1], new int[0]);

    /// A share of a whole column.
    static final int WHOLE = 0xFFFF;

    private final int size;
    private final int[] left;
    private final int[] right;
    private final int[] first;
    private final int[] counts;
    private final byte[] inks;
    private final int[] slices;
    private final int[] shares;

    private Strip(
            int size, int[] left, int[] right, int[] first, int[] counts, byte[] inks, int[] slices, int[] shares) {
        this.size = size;
        this.left = left;
        this.right = right;
        this.first = first;
        this.counts = counts;
        this.inks = inks;
        this.slices = slices;
        this.shares = shares;
    }

    int size() {
        return size;
    }

    int left(int piece) {
        return left[piece];
    }

    /// Exclusive.
    int right(int piece) {
        return right[piece];
    }

    /// The index of the (first) span.
    int first(int piece) {
        return first[piece];
    }

    /// How many spans; more than one means merged.
    int count(int piece) {
        return counts[piece];
    }

    boolean merged(int piece) {
        return counts[piece] > 1;
    }

    int ink(int piece) {
        return inks[piece];
    }

    int firstSlice(int piece) {
        return slices[piece];
    }

    /// Exclusive.
    int lastSlice(int piece) {
        return slices[piece + 1];
    }

    int sliceInk(int slice) {
        return shares[slice] >>> 16;
    }

    /// Of `WHOLE`.
    int sliceShare(int slice) {
        return shares[slice] & 0xFFFF;
    }

    /// The piece at pixel column `x`, or -1.
    int at(int x) {
        int index = Arrays.binarySearch(left, 0, size, x);
        int piece = index >= 0 ? index : -index - 2;
        return piece >= 0 && x < right[piece] ? piece : -1;
    }

    /// Gathers the pieces of one lane after the other in buffers that are kept.
    static final class Builder {

        private int size;
        private int sliceCount;
        private int[] left = new int[256];
        private int[] right = new int[256];
        private int[] first = new int[256];
        private int[] counts = new int[256];
        private byte[] inks = new byte[256];
        private int[] slices = new int[257];
        private int[] shares = new int[512];

        void piece(int from, int to, int firstSpan, int count, int ink) {
            if (size == left.length) {
                int capacity = size * 2;
                left = Arrays.copyOf(left, capacity);
                right = Arrays.copyOf(right, capacity);
                first = Arrays.copyOf(first, capacity);
                counts = Arrays.copyOf(counts, capacity);
                inks = Arrays.copyOf(inks, capacity);
                slices = Arrays.copyOf(slices, capacity + 1);
            }
            left[size] = from;
            right[size] = to;
            first[size] = firstSpan;
            counts[size] = count;
            inks[size] = (byte) ink;
            size++;
            slices[size] = sliceCount;
        }

        /// Adds a share to the last piece.
        void slice(int ink, int share) {
            if (sliceCount == shares.length) {
                shares = Arrays.copyOf(shares, sliceCount * 2);
            }
            shares[sliceCount++] = ink << 16 | share;
            slices[size] = sliceCount;
        }

        Strip build() {
            Strip strip = new Strip(
                    size,
                    Arrays.copyOf(left, size),
                    Arrays.copyOf(right, size),
                    Arrays.copyOf(first, size),
                    Arrays.copyOf(counts, size),
                    Arrays.copyOf(inks, size),
                    Arrays.copyOf(slices, size + 1),
                    Arrays.copyOf(shares, sliceCount));
            size = 0;
            sliceCount = 0;
            slices[0] = 0;
            return strip;
        }
    }
}
