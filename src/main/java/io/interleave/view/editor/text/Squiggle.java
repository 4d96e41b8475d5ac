package io.interleave.view.editor.text;

import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.text.TextFlow;

/// A wavy line below a stretch of a row, as a child of the row's flow that takes no part in its layout. The code
/// area's own cannot be changed without making all rows anew.
final class Squiggle extends Path {

    private static final double HALF_WAVE = 2;

    private final Sheet.Underline where;

    Squiggle(Sheet.Underline where) {
        this.where = where;
        setManaged(false);
        setMouseTransparent(true);
        getStyleClass().add(where.styleClass());
    }

    /// Draws the line where the row's text is now.
    void lay(TextFlow flow) {
        getElements().clear();
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double y = 0;
        for (var it : flow.getUnderlineShape(where.start(), where.start() + where.length())) {
            if (it instanceof MoveTo to) {
                left = Math.min(left, to.getX());
                right = Math.max(right, to.getX());
                y = Math.max(y, to.getY());
            } else if (it instanceof LineTo to) {
                left = Math.min(left, to.getX());
                right = Math.max(right, to.getX());
                y = Math.max(y, to.getY());
            }
        }
        boolean high = false;
        for (double x = left; x < right; x += HALF_WAVE) {
            getElements().add(x == left ? new MoveTo(x, y) : new LineTo(x, high ? y - HALF_WAVE : y));
            high = !high;
        }
    }
}
