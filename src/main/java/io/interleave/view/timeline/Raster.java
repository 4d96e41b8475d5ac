package io.interleave.view.timeline;

import java.util.Arrays;

/// A picture in memory. All that a dense timeline consists of is rectangles on whole pixels, and filling an array costs the same
/// however many spans there are, where a canvas pays for each.
final class Raster implements Pixels {

    /// How many columns are drawn upright at a time.
    private static final int UPRIGHT = 64;

    private final int width;
    private final int height;
    private final double zoom;
    private final int[] argb;
    private int left;
    private int top;
    private int right;
    private int bottom;
    private int[] upright = new int[0];

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

    static int device(int length, double zoom) {
        return Math.max(1, (int) Math.ceil(length * zoom));
    }

    int width() {
        return width;
    }

    int height() {
        return height;
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
                for (int at = from; at < to; at++) {
                    argb[at] = Colours.over(colour, argb[at]);
                }
            }
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

    /// Some columns at a time are drawn upright in a small array, where a column lies in one piece, and then laid into the picture
    /// row by row: memory is quick along rows only, and the small array stays in the nearest cache.
    @Override
    public void stacks(int x, int bottom, Stacks stacks) {
        int foot = snap(bottom);
        int tall = foot - snap(bottom - stacks.highest());
        if (tall <= 0) {
            return;
        }
        for (int from = 0; from < stacks.columns(); from += UPRIGHT) {
            int to = Math.min(stacks.columns(), from + UPRIGHT);
            int x0 = snap(x + from);
            int wide = snap(x + to) - x0;
            if (upright.length < wide * tall) {
                upright = new int[wide * tall];
            }
            for (int column = from; column < to; column++) {
                for (int at = snap(x + column); at < snap(x + column + 1); at++) {
                    drawUpright(stacks, column, at, foot, (at - x0) * tall, tall);
                }
            }
            layDown(x0, wide, foot, tall);
        }
    }

    private void drawUpright(Stacks stacks, int column, int x, int foot, int base, int tall) {
        int half = halfPeriod();
        int level = 0;
        for (int slice = stacks.first(column); slice < stacks.first(column + 1); slice++) {
            int top = Math.min(tall, snap(stacks.top(slice)));
            int colour = stacks.argb(slice);
            int back = stacks.back(slice);
            for (; level < top; level++) {
                upright[base + level] = (x + foot - 1 - level & half) == 0 ? colour : back;
            }
        }
        for (; level < tall; level++) {
            upright[base + level] = 0;
        }
    }

    private void layDown(int x, int wide, int foot, int tall) {
        int from = Math.max(left, x);
        int to = Math.min(right, x + wide);
        for (int level = Math.max(0, foot - bottom); level < tall && foot - 1 - level >= top; level++) {
            int row = (foot - 1 - level) * width;
            for (int at = from, place = (from - x) * tall + level; at < to; at++, place += tall) {
                if (upright[place] != 0) {
                    argb[row + at] = upright[place];
                }
            }
        }
    }

    /// The width of a hatching's stripes, a power of two: which stripe a pixel is in is then one bit of its place.
    private int halfPeriod() {
        return zoom < 1.5 ? 4 : 8;
    }

    private int snap(int length) {
        return zoom == 1 ? length : (int) Math.round(length * zoom);
    }
}
