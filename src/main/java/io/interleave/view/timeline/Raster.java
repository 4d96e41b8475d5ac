package io.interleave.view.timeline;

import java.util.Arrays;

/// A picture in memory. All that a dense timeline consists of is rectangles on whole pixels, and filling an array costs the same
/// however many spans there are, where a canvas pays for each.
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
        int period = Math.max(4, (int) Math.round(6 * zoom));
        int stripe = period / 2;
        for (int row = y0; row < y1; row++) {
            int phase = Math.floorMod(x0 + row, period);
            for (int at = row * width + x0, to = row * width + x1; at < to; at++) {
                argb[at] = Colours.over(phase < stripe ? colour : back, argb[at]);
                if (++phase == period) {
                    phase = 0;
                }
            }
        }
    }

    private int snap(int length) {
        return zoom == 1 ? length : (int) Math.round(length * zoom);
    }
}
