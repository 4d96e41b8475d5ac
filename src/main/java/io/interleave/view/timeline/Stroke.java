package io.interleave.view.timeline;

/// One mark of a pen, with the picture's coordinates. Strokes that are equal look the same.
sealed interface Stroke {

    void draw(Pen pen);

    record Words(String text, double x, double baseline, Face face, int argb) implements Stroke {
        @Override
        public void draw(Pen pen) {
            pen.text(text, x, baseline, face, argb);
        }
    }

    record Line(double x0, double y0, double x1, double y1, double thickness, int argb, boolean dashed)
            implements Stroke {
        @Override
        public void draw(Pen pen) {
            pen.line(x0, y0, x1, y1, thickness, argb, dashed);
        }
    }

    record Circle(double x, double y, double radius, double thickness, int fill, int border) implements Stroke {
        @Override
        public void draw(Pen pen) {
            pen.circle(x, y, radius, thickness, fill, border);
        }
    }

    record Box(double x, double y, double width, double height, double radius, int fill, int border) implements Stroke {
        @Override
        public void draw(Pen pen) {
            pen.box(x, y, width, height, radius, fill, border);
        }
    }
}
