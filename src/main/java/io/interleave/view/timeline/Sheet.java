package io.interleave.view.timeline;

import javafx.scene.canvas.Canvas;
import org.jspecify.annotations.Nullable;

/// A transparent canvas over one part of the picture. While nothing is drawn on it, it is not there: what is drawn
/// in software pays for every pixel of a canvas, whether anything is on it or not.
final class Sheet {

    private final Canvas canvas = new Canvas();
    private final CanvasPen pen;
    private Area area = new Area(0, 0, 0, 0);
    private @Nullable Clip clip;
    private boolean used;

    /// Of the picture, on all of its sheets.
    record Clip(double x, double y, double width, double height) {}

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
        area = over;
        canvas.relocate(over.x(), over.y());
        canvas.setWidth(over.width());
        canvas.setHeight(over.height());
        used = false;
    }

    /// Whether something between these sides can be seen on it.
    boolean touches(double left, double top, double right, double bottom) {
        return left < area.right() && right > area.x() && top < area.bottom() && bottom > area.y();
    }

    /// What draws on it, with the picture's coordinates.
    ///
    /// @param wanted null for none
    Pen pen(@Nullable Clip wanted) {
        var graphics = canvas.getGraphicsContext2D();
        if (!used) {
            used = true;
            clip = null;
            graphics.clearRect(0, 0, area.width(), area.height());
            graphics.save();
            graphics.translate(-area.x(), -area.y());
        }
        if (wanted != clip) {
            if (clip != null) {
                pen.unclip();
            }
            if (wanted != null) {
                pen.clip(wanted.x(), wanted.y(), wanted.width(), wanted.height());
            }
            clip = wanted;
        }
        return pen;
    }

    /// The picture is complete.
    void end() {
        if (used) {
            if (clip != null) {
                pen.unclip();
            }
            canvas.getGraphicsContext2D().restore();
        }
        canvas.setVisible(used);
    }
}
