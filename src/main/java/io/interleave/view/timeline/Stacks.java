package io.interleave.view.timeline;

import java.util.Arrays;

/// Columns side by side, each a stack of slices of one colour. Kept and filled anew for each stretch of them.
///
/// A slice is one number, of the height of its top and of its place among the colours: there are many thousands
/// in a picture, and what they take in memory is what they cost.
final class Stacks {

    private static final int HEIGHT = 16;
    private static final int COLOUR = (1 << HEIGHT) - 1;

    private final int[] argbs;
    private final int[] backs;
    private int columns;
    private int size;
    private int width;
    private int[] lefts = new int[1024];
    private int[] first = new int[1024];
    private int[] slices = new int[4096];

    /// @param argbs the colours of slices
    /// @param backs what shows between the stripes, by the same numbers; the same as `argbs` where there are none
    Stacks(int[] argbs, int[] backs) {
        this.argbs = argbs;
        this.backs = backs;
    }

    void clear() {
        columns = 0;
        size = 0;
        width = 0;
    }

    /// @param wide in pixels
    void column(int wide) {
        if (columns + 2 > first.length) {
            first = Arrays.copyOf(first, first.length * 2);
            lefts = Arrays.copyOf(lefts, first.length);
        }
        first[columns++] = size;
        first[columns] = size;
        width += wide;
        lefts[columns] = width;
    }

    /// Adds a slice to the last column; nothing if it has no height.
    ///
    /// @param top its upper end above the stack's foot, at most 32,767
    /// @param colour its number
    void slice(int top, int colour) {
        if (top <= (size > first[columns - 1] ? top(size - 1) : 0)) {
            return;
        }
        if (size == slices.length) {
            slices = Arrays.copyOf(slices, size * 2);
        }
        slices[size++] = top << HEIGHT | colour;
        first[columns] = size;
    }

    int columns() {
        return columns;
    }

    /// Of all columns together, in pixels.
    int width() {
        return width;
    }

    /// The left edge of `column`, which may be one behind the last.
    int left(int column) {
        return lefts[column];
    }

    /// The first slice of `column`, which may be one behind the last.
    int first(int column) {
        return first[column];
    }

    int top(int slice) {
        return slices[slice] >>> HEIGHT;
    }

    int argb(int slice) {
        return argbs[slices[slice] & COLOUR];
    }

    int back(int slice) {
        return backs[slices[slice] & COLOUR];
    }
}
