package io.interleave.view.tour;

import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;

/// Where a card stands in the window, and the middle of the edge at which its arrow is.
///
/// @param arrowX across, of the tip's middle
record Place(double x, double y, double arrowX, double arrowY) {

    static final double ARROW = 10;
    private static final double MARGIN = 8;
    private static final double CORNER = 16;

    /// Below what it is about, which the arrow points up at.
    static Place below(Bounds target, Dimension2D card, Dimension2D window) {
        double x = within(target.getCenterX() - card.getWidth() / 2, window.getWidth() - card.getWidth());
        double y = within(target.getMaxY() + ARROW, window.getHeight() - card.getHeight());
        double arrow = Math.clamp(target.getCenterX(), x + CORNER, x + card.getWidth() - CORNER);
        return new Place(x, y, arrow, y - ARROW / 2);
    }

    /// To the right of what it is about, at its upper end.
    static Place rightOf(Bounds target, Dimension2D card, Dimension2D window) {
        double x = within(target.getMaxX() + ARROW, window.getWidth() - card.getWidth());
        double y = within(target.getMinY(), window.getHeight() - card.getHeight());
        return new Place(x, y, x - ARROW / 2, y + 2 * CORNER);
    }

    private static double within(double wanted, double room) {
        return Math.max(MARGIN, Math.min(wanted, room - MARGIN));
    }
}
