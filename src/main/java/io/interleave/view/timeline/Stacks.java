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
    private int[] zoomed = new int[0];
    private int zoomedSlices;

    void clear() {
        zoomedSlices = 0;
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

    /// Adds a slice to the last column; nothing if it has no height.
    ///
    /// @param top its upper end above the stack's foot
    /// @param back what shows between the stripes; the same as `argb` if there are none
    void slice(int top, int argb, int back) {
        if (top <= (slices > first[columns - 1] ? tops[slices - 1] : 0)) {
            return;
        }
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

    /// By slice, like {@link #argbs()} and {@link #backs()}; the arrays themselves, for who reads very many.
    int[] tops() {
        return tops;
    }

    /// In pixels of a device that has `zoom` for one.
    int[] tops(double zoom) {
        if (zoomed.length < tops.length) {
            zoomed = new int[tops.length];
        }
        if (zoomedSlices != slices) {
            for (int slice = 0; slice < slices; slice++) {
                zoomed[slice] = (int) Math.round(tops[slice] * zoom);
            }
            zoomedSlices = slices;
        }
        return zoomed;
    }

    int[] argbs() {
        return argbs;
    }

    int[] backs() {
        return backs;
    }
}
