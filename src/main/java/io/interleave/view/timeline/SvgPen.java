package io.interleave.view.timeline;

import static io.interleave.view.timeline.SvgDrawing.number;
import static io.interleave.view.timeline.SvgDrawing.paint;

/// Writes text as text, and lines, circles and boxes as such.
///
/// @param ruler measures text as a common font has it; where the drawing is shown, another one may be a little
///     narrower
record SvgPen(SvgDrawing drawing, TextRuler ruler, double em) implements Pen {

    @Override
    public double width(String text, Face face) {
        return ruler.width(text, face);
    }

    @Override
    public void text(String text, double x, double baseline, Face face, int argb) {
        if (!text.isBlank()) {
            drawing.add("<text x=\"%s\" y=\"%s\" font-size=\"%s\"%s %s>%s</text>"
                    .formatted(
                            number(x),
                            number(baseline),
                            number(em * face.ems()),
                            face.bold() ? " font-weight=\"bold\"" : "",
                            paint("fill", argb),
                            SvgDrawing.escaped(text)));
        }
    }

    @Override
    public void line(double x0, double y0, double x1, double y1, double thickness, int argb, boolean dashed) {
        drawing.add("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke-width=\"%s\"%s %s/>"
                .formatted(
                        number(x0),
                        number(y0),
                        number(x1),
                        number(y1),
                        number(thickness),
                        dashed ? " stroke-dasharray=\"4 3\"" : "",
                        paint("stroke", argb)));
    }

    @Override
    public void circle(double x, double y, double radius, double thickness, int fill, int border) {
        drawing.add("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" %s%s/>"
                .formatted(
                        number(x),
                        number(y),
                        number(radius),
                        paint("fill", fill),
                        thickness > 0
                                ? " stroke-width=\"%s\" %s".formatted(number(thickness), paint("stroke", border))
                                : ""));
    }

    @Override
    public void box(double x, double y, double width, double height, double radius, int fill, int border) {
        boolean framed = border != fill;
        // A line of one pixel lies between whole pixels.
        double inset = framed ? 0.5 : 0;
        drawing.add("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" %s%s/>"
                .formatted(
                        number(x + inset),
                        number(y + inset),
                        number(Math.max(0, width - 2 * inset)),
                        number(Math.max(0, height - 2 * inset)),
                        number(radius),
                        paint("fill", fill),
                        framed ? " " + paint("stroke", border) : ""));
    }

    @Override
    public void clip(int x, int y, int width, int height) {
        drawing.add("<g clip-path=\"url(#%s)\">".formatted(drawing.clip(x, y, width, height)));
    }

    @Override
    public void unclip() {
        drawing.add("</g>");
    }
}
