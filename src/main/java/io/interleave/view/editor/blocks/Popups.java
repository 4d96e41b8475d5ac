package io.interleave.view.editor.blocks;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.stage.Popup;

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
        return popup;
    }

    static void show(Popup popup, Node at) {
        var below = at.localToScreen(at.getLayoutBounds());
        popup.show(at, below.getMinX(), below.getMaxY() + GAP);
        var window = at.getScene().getWindow();
        popup.setX(
                Math.max(window.getX(), Math.min(popup.getX(), window.getX() + window.getWidth() - popup.getWidth())));
    }
}
