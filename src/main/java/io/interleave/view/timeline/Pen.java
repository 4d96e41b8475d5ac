package io.interleave.view.timeline;

/// Draws what does not lie on whole pixels, over the `Pixels`: text, circles, slanted or dashed lines, rounded
/// boxes.
interface Pen extends TextRuler {

    /// @param baseline of the letters
    void text(String text, double x, double baseline, Face face, int argb);

    void line(double x0, double y0, double x1, double y1, double thickness, int argb, boolean dashed);

    void circle(double x, double y, double radius, double thickness, int fill, int border);

    void box(double x, double y, double width, double height, double radius, int fill, int border);

    /// Until {@link #unclip()} nothing is drawn outside.
    void clip(int x, int y, int width, int height);

    void unclip();
}
