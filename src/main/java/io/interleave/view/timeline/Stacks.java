package io.interleave.view.timeline;

import java.util.Arrays;

/// Pixel columns side by side, each a stack of slices of one colour. Kept and filled anew for each stretch of them.
final class Stacks {

    private int columns;
    private int slices;
    private int[] first = new int[1024];
    private int[] tops = new int[4096];
    private int[] argbs = new int[4096];
    private int[] backs = new int[4096];

    void clear() {
        columns = 0;
        slices = 0;
    }

    void column() {
        if (columns + 2 > first.length) {
            first = Arrays.copyOf(first, first.length * 2);
        }
        first[columns++] = slices;
        first[columns] = slices;
    }

    /// Adds a slice to the last column.
    ///
    /// @param top its height above the stack's foot, not below that of the slice before
    /// @param back what shows between the stripes; the same as `argb` if there are none
    void slice(int top, int argb, int back) {
        if (slices == tops.length) {
            tops = Arrays.copyOf(tops, slices * 2);
            argbs = Arrays.copyOf(argbs, slices * 2);
            backs = Arrays.copyOf(backs, slices * 2);
        }
        tops[slices] = top;
        argbs[slices] = argb;
        backs[slices] = back;
        first[columns] = ++slices;
    }

    int columns() {
        return columns;
    }

    /// The first slice of `column`, which may be one behind the last.
    int first(int column) {
        return first[column];
    }

    int top(int slice) {
        return tops[slice];
    }

    int argb(int slice) {
        return argbs[slice];
    }

    int back(int slice) {
        return backs[slice];
    }

    /// The height of the highest.
    int highest() {
        int highest = 0;
        for (int column = 0; column < columns; column++) {
            if (first[column + 1] > first[column]) {
                highest = Math.max(highest, tops[first[column + 1] - 1]);
            }
        }
        return highest;
    }
}
