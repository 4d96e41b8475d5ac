package io.interleave.view.timeline;

import java.util.Arrays;

/// What one lane shows: pieces from left to right that do not overlap. A piece is one span, or one pixel column
/// that several spans share, with the share of each ink in the column's time.
///
/// The strips of one picture lie one behind the other in arrays that the picture after the next one takes over:
/// drawing sixty pictures a second leaves nothing behind.
final class Strip {

    static final Strip EMPTY = new Strip(new Pieces(0), 0, 0);

    /// A share of a whole column.
    static final int WHOLE = 0xFFFF;

    private final Pieces pieces;
    private final int from;
    private final int size;

    private Strip(Pieces pieces, int from, int size) {
        this.pieces = pieces;
        this.from = from;
        this.size = size;
    }

    int size() {
        return size;
    }

    int left(int piece) {
        return pieces.left[from + piece];
    }

    /// Exclusive.
    int right(int piece) {
        return pieces.right[from + piece];
    }

    /// The index of the (first) span.
    int first(int piece) {
        return pieces.first[from + piece];
    }

    /// How many spans; more than one means merged.
    int count(int piece) {
        return pieces.counts[from + piece];
    }

    boolean merged(int piece) {
        return count(piece) > 1;
    }

    int ink(int piece) {
        return pieces.inks[from + piece];
    }

    int firstSlice(int piece) {
        return pieces.slices[from + piece];
    }

    /// Exclusive.
    int lastSlice(int piece) {
        return pieces.slices[from + piece + 1];
    }

    int sliceInk(int slice) {
        return pieces.shares[slice] >>> 16;
    }

    /// Of `WHOLE`.
    int sliceShare(int slice) {
        return pieces.shares[slice] & 0xFFFF;
    }

    /// The piece at pixel column `x`, or -1.
    int at(int x) {
        int index = Arrays.binarySearch(pieces.left, from, from + size, x);
        int piece = index >= 0 ? index - from : -index - 2 - from;
        return piece >= 0 && x < right(piece) ? piece : -1;
    }

    /// The pieces of all strips of a picture, as columns.
    private static final class Pieces {
        private int size;
        private int sliceCount;
        private int[] left;
        private int[] right;
        private int[] first;
        private int[] counts;
        private byte[] inks;

        /// Where the slices of each piece begin, and behind the last where they end.
        private int[] slices;

        private int[] shares;

        Pieces(int room) {
            left = new int[room];
            right = new int[room];
            first = new int[room];
            counts = new int[room];
            inks = new byte[room];
            slices = new int[room + 1];
            shares = new int[2 * room];
        }

        void add(int from, int to, int firstSpan, int count, int ink) {
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
    }

    /// Gathers the pieces of one strip after the other.
    static final class Builder {
        private Pieces pieces = new Pieces(256);
        private Pieces before = new Pieces(256);
        private int from;

        /// Another picture begins: the strips of the one before the last are no more.
        void begin() {
            Pieces kept = before;
            before = pieces;
            pieces = kept;
            pieces.size = 0;
            pieces.sliceCount = 0;
            from = 0;
        }

        void piece(int from, int to, int firstSpan, int count, int ink) {
            pieces.add(from, to, firstSpan, count, ink);
        }

        /// Adds a share to the last piece.
        void slice(int ink, int share) {
            if (pieces.sliceCount == pieces.shares.length) {
                pieces.shares = Arrays.copyOf(pieces.shares, pieces.sliceCount * 2);
            }
            pieces.shares[pieces.sliceCount++] = ink << 16 | share;
            pieces.slices[pieces.size] = pieces.sliceCount;
        }

        Strip build() {
            Strip strip = new Strip(pieces, from, pieces.size - from);
            from = pieces.size;
            return strip;
        }
    }
}
