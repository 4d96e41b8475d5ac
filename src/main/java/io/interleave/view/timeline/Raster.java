package io.interleave.view.timeline;

import java.util.Arrays;
import java.util.Optional;

/// A picture in memory. All that a dense timeline consists of is rectangles on whole pixels, and filling an
/// array costs the same however many spans there are, where a canvas pays for each.
final class Raster implements Pixels {

    private final int width;
    private final int height;
    private final double zoom;
    private final int[] argb;
    private int left;
    private int top;
    private int right;
    private int bottom;

    /// @param zoom device pixels for one pixel of the picture's geometry
    Raster(int width, int height, double zoom) {
        this(width, height, zoom, new int[device(width, zoom) * device(height, zoom)]);
    }

    /// @param argb where the picture goes, row by row
    Raster(int width, int height, double zoom, int[] argb) {
        this.width = device(width, zoom);
        this.height = device(height, zoom);
        this.zoom = zoom;
        this.argb = argb;
        unclip();
    }

    private Raster(Raster other) {
        width = other.width;
        height = other.height;
        zoom = other.zoom;
        argb = other.argb;
        unclip();
    }

    @Override
    public Optional<Pixels> second() {
        return Optional.of(new Raster(this));
    }

    static int device(int length, double zoom) {
        return Math.max(1, (int) Math.ceil(length * zoom));
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    double zoom() {
        return zoom;
    }

    int[] argb() {
        return argb;
    }

    int at(int x, int y) {
        return argb[y * width + x];
    }

    @Override
    public void clip(int x, int y, int w, int h) {
        left = Math.clamp(snap(x), 0, width);
        top = Math.clamp(snap(y), 0, height);
        right = Math.clamp(snap(x + w), left, width);
        bottom = Math.clamp(snap(y + h), top, height);
    }

    @Override
    public void unclip() {
        left = 0;
        top = 0;
        right = width;
        bottom = height;
    }

    @Override
    public void fill(int x, int y, int w, int h, int colour) {
        int x0 = Math.max(left, snap(x));
        int x1 = Math.min(right, snap(x + w));
        int y0 = Math.max(top, snap(y));
        int y1 = Math.min(bottom, snap(y + h));
        if (x0 >= x1) {
            return;
        }
        int alpha = colour >>> 24;
        for (int row = y0; row < y1; row++) {
            int from = row * width + x0;
            int to = row * width + x1;
            if (alpha == 255) {
                if (to - from < 8) {
                    for (int at = from; at < to; at++) {
                        argb[at] = colour;
                    }
                } else {
                    Arrays.fill(argb, from, to, colour);
                }
            } else {
                veil(colour, from, to);
            }
        }
    }

    /// Neighbours mostly have the same colour.
    private void veil(int colour, int from, int to) {
        int below = 0;
        int mixed = Colours.over(colour, below);
        for (int at = from; at < to; at++) {
            if (argb[at] != below) {
                below = argb[at];
                mixed = Colours.over(colour, below);
            }
            argb[at] = mixed;
        }
    }

    @Override
    public void hatch(int x, int y, int w, int h, int colour, int back) {
        int x0 = Math.max(left, snap(x));
        int x1 = Math.min(right, snap(x + w));
        int y0 = Math.max(top, snap(y));
        int y1 = Math.min(bottom, snap(y + h));
        int half = halfPeriod();
        for (int row = y0; row < y1; row++) {
            for (int at = x0; at < x1; at++) {
                argb[row * width + at] = (at + row & half) == 0 ? colour : back;
            }
        }
    }

    /// Column by column, straight into the array: the rows of a lane are few, so that the parts of them that
    /// neighbouring columns share stay in the nearest cache.
    @Override
    public void stacks(int x, int bottom, Stacks stacks) {
        int foot = snap(bottom);
        int lowest = Math.max(0, foot - this.bottom);
        int highest = Math.max(lowest, foot - top);
        for (int column = 0; column < stacks.columns(); column++) {
            int from = Math.max(left, snap(x + stacks.left(column)));
            int to = Math.min(right, snap(x + stacks.left(column + 1)));
            if (from < to) {
                stack(stacks, column, from, to, foot, lowest, highest);
            }
        }
    }

    /// The part from `lowest` to `highest` above the foot. Which slice a pixel is in is reckoned without a
    /// jump: slices are a few pixels each and of every height, and a processor that guesses jumps wrongly loses
    /// more time than the rest of this takes.
    private void stack(Stacks stacks, int column, int from, int to, int foot, int lowest, int highest) {
        int slice = stacks.first(column);
        int last = stacks.first(column + 1) - 1;
        if (last < slice) {
            return;
        }
        int half = halfPeriod();
        int end = Math.min(highest, snap(stacks.top(last)));
        int level = lowest;
        while (slice < last && snap(stacks.top(slice)) <= level) {
            slice++;
        }
        for (int y = foot - 1 - level; level < end; level++, y--) {
            slice += snap(stacks.top(slice)) <= level ? 1 : 0;
            stripe(y * width + from, from + y, to - from, half, stacks.argb(slice), stacks.back(slice));
        }
    }

    /// A row of a column, which while the window moves is four pixels wide: for so few, a loop costs more than what
    /// is in it.
    private void stripe(int at, int diagonal, int wide, int half, int colour, int back) {
        if (wide == 4) {
            argb[at] = (diagonal & half) == 0 ? colour : back;
            argb[at + 1] = (diagonal + 1 & half) == 0 ? colour : back;
            argb[at + 2] = (diagonal + 2 & half) == 0 ? colour : back;
            argb[at + 3] = (diagonal + 3 & half) == 0 ? colour : back;
            return;
        }
        for (int x = 0; x < wide; x++) {
            argb[at + x] = (diagonal + x & half) == 0 ? colour : back;
        }
    }

    /// Lays words over what is there.
    ///
    /// @param x where they begin
    void print(Letters letters, int x, int baseline, int colour) {
        int firstColumn = snap(x) + letters.left();
        int firstRow = snap(baseline) + letters.top();
        int from = Math.max(left, firstColumn);
        int to = Math.min(right, firstColumn + letters.width());
        int lowest = Math.min(bottom, firstRow + letters.height());
        byte[] coverage = letters.coverage();
        for (int row = Math.max(top, firstRow); row < lowest; row++) {
            int ahead = (row - firstRow) * letters.width() - firstColumn;
            for (int column = from; column < to; column++) {
                int covered = coverage[ahead + column] & 255;
                if (covered != 0) {
                    int at = row * width + column;
                    argb[at] = Colours.over(colour, covered, argb[at]);
                }
            }
        }
    }

    /// The width of a hatching's stripes, a power of two: which stripe a pixel is in is then one bit of its
    /// place.
    private int halfPeriod() {
        return zoom < 1.5 ? 4 : 8;
    }

    private int snap(int length) {
        return zoom == 1 ? length : (int) Math.round(length * zoom);
    }
}
