package io.interleave.view;

import javafx.scene.paint.Color;

/// How well colours stand out from each other, by the Web Content Accessibility Guidelines 2.2.
public final class Contrast {

    /// The least of text (level AA).
    public static final double ENOUGH = 4.5;

    private Contrast() {}

    /// @param ground opaque
    /// @return from 1 to 21
    public static double of(Color text, Color ground) {
        double one = luminance(over(text, ground)) + 0.05;
        double other = luminance(ground) + 0.05;
        return Math.max(one, other) / Math.min(one, other);
    }

    /// What is seen of one colour above another.
    static Color over(Color above, Color below) {
        return below.interpolate(Color.color(above.getRed(), above.getGreen(), above.getBlue()), above.getOpacity());
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
