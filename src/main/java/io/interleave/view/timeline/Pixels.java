package io.interleave.view.timeline;

import java.util.Optional;

/// Takes everything that lies on whole pixels. Colours are opaque or not, as ARGB with straight alpha.
interface Pixels {

    void fill(int x, int y, int width, int height, int argb);

    /// Fills with diagonal stripes of `argb` and `back`, both opaque; the stripes of neighbours join.
    void hatch(int x, int y, int width, int height, int argb, int back);

    /// The border of a rectangle, `thickness` pixels inwards.
    default void frame(int x, int y, int width, int height, int thickness, int argb) {
        int t = Math.min(thickness, Math.min(width, height));
        fill(x, y, width, t, argb);
        if (height > t) {
            fill(x, y + height - t, width, t, argb);
        }
        if (height > 2 * t) {
            fill(x, y + t, t, height - 2 * t, argb);
            if (width > t) {
                fill(x + width - t, y + t, t, height - 2 * t, argb);
            }
        }
    }

    /// Draws stacks side by side that stand on `bottom`.
    default void stacks(int x, int bottom, Stacks stacks) {
        for (int column = 0; column < stacks.columns(); column++) {
            int left = x + stacks.left(column);
            int wide = stacks.left(column + 1) - stacks.left(column);
            int drawn = 0;
            for (int slice = stacks.first(column); slice < stacks.first(column + 1); slice++) {
                int tall = stacks.top(slice) - drawn;
                int argb = stacks.argb(slice);
                int back = stacks.back(slice);
                if (back == argb) {
                    fill(left, bottom - stacks.top(slice), wide, tall, argb);
                } else {
                    hatch(left, bottom - stacks.top(slice), wide, tall, argb, back);
                }
                drawn = stacks.top(slice);
            }
        }
    }

    /// Another one on the same picture, for a second thread that fills other rows than this one meanwhile;
    /// empty where that is not possible.
    default Optional<Pixels> second() {
        return Optional.empty();
    }

    /// Until {@link #unclip()} nothing is changed outside.
    void clip(int x, int y, int width, int height);

    void unclip();
}
