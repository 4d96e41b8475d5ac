package io.interleave.view.timeline;

/// Arithmetic on colours given as ARGB with straight alpha.
final class Colours {

    private Colours() {}

    /// `above` laid over the opaque colour `below`.
    static int over(int above, int below) {
        return over(above, 255, below);
    }

    /// The same where `above` covers only a part of it.
    ///
    /// @param covered of 255
    static int over(int above, int covered, int below) {
        int alpha = ((above >>> 24) * covered + 127) / 255;
        if (alpha == 255) {
            return above;
        }
        return alpha == 0
                ? below
                : 0xFF000000
                        | over(above, below, alpha, 16)
                        | over(above, below, alpha, 8)
                        | over(above, below, alpha, 0);
    }

    /// In whole numbers: this is done for very many pixels.
    private static int over(int above, int below, int alpha, int shift) {
        int a = above >> shift & 255;
        int b = below >> shift & 255;
        return (a * alpha + b * (255 - alpha) + 127) / 255 << shift;
    }

    /// From `from` (share 0) to `to` (share 1); opaque.
    static int mix(int from, int to, double share) {
        return 0xFF000000 | part(from, to, share, 16) | part(from, to, share, 8) | part(from, to, share, 0);
    }

    static int withAlpha(int argb, double alpha) {
        return (int) Math.round(alpha * 255) << 24 | argb & 0xFFFFFF;
    }

    /// The contrast of two opaque colours, 1 to 21, as WCAG 2.2 defines it.
    static double contrast(int one, int other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return a > b ? a / b : b / a;
    }

    /// Black or white, whichever is easier to read on `back`.
    static int readableOn(int back) {
        return contrast(0xFF000000, back) > contrast(0xFFFFFFFF, back) ? 0xFF000000 : 0xFFFFFFFF;
    }

    private static double luminance(int argb) {
        return 0.2126 * linear(argb >> 16 & 255) + 0.7152 * linear(argb >> 8 & 255) + 0.0722 * linear(argb & 255);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static int part(int from, int to, double share, int shift) {
        int a = from >> shift & 255;
        int b = to >> shift & 255;
        return (int) Math.round(a + (b - a) * share) << shift;
    }
}
