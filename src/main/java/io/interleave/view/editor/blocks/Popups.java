package io.interleave.view.editor.blocks;

import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import javafx.stage.Screen;

/// Small windows below what they are about, which close on a click elsewhere, or Escape.
final class Popups {

    private static final double GAP = 2;

    private Popups() {}

    static Popup of(Region content) {
        content.getStyleClass().add("blocks-popup");
        content.getStylesheets().add(Sheet.URL);
        var popup = new Popup();
        popup.getContent().setAll(content);
        popup.setAutoHide(true);
        // Else it would move whenever its content is measured anew, away from under the mouse.
        popup.setAutoFix(false);
        return popup;
    }

    static void show(Popup popup, Node at) {
        var below = at.localToScreen(at.getLayoutBounds());
        // What it is below may be shown anew at any time: the window is not.
        var window = at.getScene().getWindow();
        popup.show(window, below.getMinX(), below.getMaxY() + GAP);
        // The popup itself has not this size yet.
        var content = popup.getContent().getFirst();
        content.applyCss();
        double width = content.prefWidth(Region.USE_COMPUTED_SIZE);
        double right = window.getX() + window.getWidth();
        double bottom = screen(below).getMaxY();
        popup.setX(Math.max(window.getX(), Math.min(below.getMinX(), right - width)));
        popup.setY(Math.max(0, Math.min(below.getMaxY() + GAP, bottom - content.prefHeight(width))));
    }

    private static Rectangle2D screen(Bounds place) {
        return Screen.getScreensForRectangle(place.getMinX(), place.getMinY(), 1, 1).stream()
                .findFirst()
                .orElse(Screen.getPrimary())
                .getVisualBounds();
    }
}
