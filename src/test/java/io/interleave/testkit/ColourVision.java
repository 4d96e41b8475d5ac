package io.interleave.testkit;

/// How colours look to people who see fewer of them, and how far apart two colours are.
///
/// The three kinds of colour blindness are simulated by the matrices for the full severity in Machado, Oliveira
/// and Fernandes, *A Physiologically-based Model for Simulation of Color Vision Deficiency*, IEEE TVCG 15(6),
/// 2009, which are applied to linear RGB.
public enum ColourVision {
    USUAL(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}),
    PROTANOPIA(
            new double[] {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998}),
    DEUTERANOPIA(
            new double[] {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881}),
    TRITANOPIA(
            new double[] {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900}),
    /// Only lightness, as on paper printed in black.
    GREY(new double[] {0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722});

    private final double[] matrix;

    ColourVision(double[] matrix) {
        this.matrix = matrix;
    }

    /// The distance of two opaque colours as they are seen: the Euclidean one in CIELAB (1976) under D65.
    public double distance(int one, int other) {
        double[] a = lab(seen(one));
        double[] b = lab(seen(other));
        return Math.sqrt(square(a[0] - b[0]) + square(a[1] - b[1]) + square(a[2] - b[2]));
    }

    /// Linear red, green and blue, 0 to 1.
    private double[] seen(int argb) {
        double[] rgb = {linear(argb >> 16 & 255), linear(argb >> 8 & 255), linear(argb & 255)};
        var seen = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                seen[row] += matrix[row * 3 + column] * rgb[column];
            }
            seen[row] = Math.clamp(seen[row], 0, 1);
        }
        return seen;
    }

    private static double[] lab(double[] rgb) {
        double x = f((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.9505);
        double y = f(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
        double z = f((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.0890);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double f(double value) {
        return value > 216.0 / 24389 ? Math.cbrt(value) : (24389.0 / 27 * value + 16) / 116;
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static double square(double value) {
        return value * value;
    }
}
