package io.interleave.view.timeline;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;

/// Draws on a JavaFX canvas.
final class CanvasPen implements Pen {

    private final GraphicsContext graphics;
    private final FontRuler ruler;
    private final Map<Integer, Color> colours = new HashMap<>();

    CanvasPen(GraphicsContext graphics, FontRuler ruler) {
        this.graphics = graphics;
        this.ruler = ruler;
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.BASELINE);
    }

    @Override
    public double width(String text, Face face) {
        return ruler.width(text, face);
    }

    @Override
    public void text(String text, double x, double baseline, Face face, int argb) {
        graphics.setFont(ruler.font(face));
        graphics.setFill(colour(argb));
        graphics.fillText(text, Math.round(x), Math.round(baseline));
    }

    @Override
    public void line(double x0, double y0, double x1, double y1, double thickness, int argb, boolean dashed) {
        graphics.setStroke(colour(argb));
        graphics.setLineWidth(thickness);
        graphics.setLineCap(StrokeLineCap.BUTT);
        graphics.setLineDashes(dashed ? new double[] {4, 3} : new double[0]);
        graphics.strokeLine(x0, y0, x1, y1);
        graphics.setLineDashes(null);
    }

    @Override
    public void circle(double x, double y, double radius, double thickness, int fill, int border) {
        graphics.setFill(colour(fill));
        graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        if (thickness > 0) {
            graphics.setStroke(colour(border));
            graphics.setLineWidth(thickness);
            graphics.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
        }
    }

    @Override
    public void box(double x, double y, double width, double height, double radius, int fill, int border) {
        graphics.setFill(colour(fill));
        graphics.fillRoundRect(x, y, width, height, 2 * radius, 2 * radius);
        if (border != fill) {
            graphics.setStroke(colour(border));
            graphics.setLineWidth(1);
            graphics.strokeRoundRect(x + 0.5, y + 0.5, width - 1, height - 1, 2 * radius, 2 * radius);
        }
    }

    @Override
    public void clip(int x, int y, int width, int height) {
        graphics.save();
        graphics.beginPath();
        graphics.rect(x, y, width, height);
        graphics.clip();
    }

    @Override
    public void unclip() {
        graphics.restore();
    }

    private Color colour(int argb) {
        return colours.computeIfAbsent(
                argb, key -> Color.rgb(key >> 16 & 255, key >> 8 & 255, key & 255, (key >>> 24) / 255.0));
    }
}
