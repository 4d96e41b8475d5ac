package io.interleave.view.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.canvas.Canvas;
import org.jspecify.annotations.Nullable;

/// A transparent canvas over one part of the picture. While nothing is drawn on it, it is not there: what is drawn
/// in software pays for every pixel of a canvas, whether anything is on it or not. It is drawn anew only where a
/// picture has other strokes than the one before: text costs most of all.
final class Sheet {

    private final Canvas canvas = new Canvas();
    private final CanvasPen pen;
    private Area area = new Area(0, 0, 0, 0);
    private List<Mark> drawn = new ArrayList<>();
    private List<Mark> marks = new ArrayList<>();

    /// What a stroke may touch of the picture.
    record Bounds(double left, double top, double right, double bottom) {

        boolean isEmpty() {
            return left >= right || top >= bottom;
        }

        boolean touches(double otherLeft, double otherTop, double otherRight, double otherBottom) {
            return left < otherRight && right > otherLeft && top < otherBottom && bottom > otherTop;
        }
    }

    private record Mark(
            Stroke stroke, Bounds bounds, @Nullable Area clip) {}

    Sheet(FontRuler ruler) {
        pen = new CanvasPen(canvas.getGraphicsContext2D(), ruler);
    }

    Canvas canvas() {
        return canvas;
    }

    /// Begins another picture.
    ///
    /// @param over the part of it that this is over
    void begin(Area over) {
        if (!over.equals(area)) {
            area = over;
            canvas.relocate(over.x(), over.y());
            canvas.setWidth(over.width());
            canvas.setHeight(over.height());
            drawn.clear();
        }
        marks.clear();
    }

    /// Whether something there can be seen on it.
    boolean touches(Bounds bounds) {
        return bounds.touches(area.x(), area.y(), area.right(), area.bottom());
    }

    /// Whether there is something already.
    boolean isMarked(Bounds bounds) {
        for (Mark mark : marks) {
            Bounds other = mark.bounds();
            if (bounds.touches(other.left(), other.top(), other.right(), other.bottom())) {
                return true;
            }
        }
        return false;
    }

    /// @param clip null for none
    void draw(Stroke stroke, Bounds bounds, @Nullable Area clip) {
        marks.add(new Mark(stroke, bounds, clip));
    }

    /// The picture is complete.
    void end() {
        canvas.setVisible(!marks.isEmpty());
        if (!marks.isEmpty() && !marks.equals(drawn)) {
            draw();
            List<Mark> kept = drawn;
            drawn = marks;
            marks = kept;
        }
    }

    private void draw() {
        var graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, area.width(), area.height());
        graphics.save();
        graphics.translate(-area.x(), -area.y());
        Area clip = null;
        for (Mark mark : marks) {
            if (!Objects.equals(mark.clip(), clip)) {
                if (clip != null) {
                    pen.unclip();
                }
                clip = mark.clip();
                if (clip != null) {
                    pen.clip(clip.x(), clip.y(), clip.width(), clip.height());
                }
            }
            mark.stroke().draw(pen);
        }
        if (clip != null) {
            pen.unclip();
        }
        graphics.restore();
    }
}
