package io.interleave.view.timeline;

import static java.util.Objects.requireNonNull;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Draws on an image in memory: no screen, no toolkit's thread.
final class AwtPen implements Pen {

    private final Graphics2D graphics;
    private final Map<Face, Font> fonts = new EnumMap<>(Face.class);
    private @Nullable Shape clipBefore;

    AwtPen(BufferedImage image, double em) {
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        for (Face face : Face.values()) {
            Font font = new Font(Font.SANS_SERIF, face.bold() ? Font.BOLD : Font.PLAIN, 1);
            fonts.put(face, font.deriveFont((float) (em * face.ems())));
        }
    }

    private Font font(Face face) {
        return requireNonNull(fonts.get(face));
    }

    void close() {
        graphics.dispose();
    }

    @Override
    public double width(String text, Face face) {
        return font(face).getStringBounds(text, graphics.getFontRenderContext()).getWidth();
    }

    @Override
    public void text(String text, double x, double baseline, Face face, int argb) {
        graphics.setFont(font(face));
        graphics.setColor(new Color(argb, true));
        graphics.drawString(text, Math.round(x), Math.round(baseline));
    }

    @Override
    public void line(double x0, double y0, double x1, double y1, double thickness, int argb, boolean dashed) {
        float[] dashes = dashed ? new float[] {4, 3} : null;
        graphics.setStroke(
                new BasicStroke((float) thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes, 0));
        graphics.setColor(new Color(argb, true));
        graphics.draw(new Line2D.Double(x0, y0, x1, y1));
    }

    @Override
    public void circle(double x, double y, double radius, double thickness, int fill, int border) {
        paint(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), thickness, fill, border);
    }

    @Override
    public void box(double x, double y, double width, double height, double radius, int fill, int border) {
        paint(new RoundRectangle2D.Double(x, y, width, height, 2 * radius, 2 * radius), 0, fill, border);
        if (border != fill) {
            graphics.setStroke(new BasicStroke(1));
            graphics.setColor(new Color(border, true));
            graphics.draw(new RoundRectangle2D.Double(x + 0.5, y + 0.5, width - 1, height - 1, 2 * radius, 2 * radius));
        }
    }

    private void paint(Shape shape, double thickness, int fill, int border) {
        graphics.setColor(new Color(fill, true));
        graphics.fill(shape);
        if (thickness > 0) {
            graphics.setStroke(new BasicStroke((float) thickness));
            graphics.setColor(new Color(border, true));
            graphics.draw(shape);
        }
    }

    @Override
    public void clip(int x, int y, int width, int height) {
        clipBefore = graphics.getClip();
        graphics.clip(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void unclip() {
        graphics.setClip(clipBefore);
    }
}
