package io.interleave.view.timeline;

/// Takes everything that lies on whole pixels. Colours are opaque or not, as ARGB with straight alpha.
interface Pixels {

    void fill(int x, int y, int width, int height, int argb);

    /// Fills with `back` and draws diagonal stripes of `argb` over it; the stripes of neighbours join.
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

    /// Until {@link #unclip()} nothing is changed outside.
    void clip(int x, int y, int width, int height);

    void unclip();
}
