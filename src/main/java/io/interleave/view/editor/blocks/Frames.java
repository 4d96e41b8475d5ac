package io.interleave.view.editor.blocks;

import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// What is drawn behind a row: the card, the frames of all steps around, and the row's own. One region for each, used
/// again for the next row.
final class Frames extends Pane {

    /// From the edge of the list to that of a card.
    static final double MARGIN = 8;
    /// From the edge of a card to what is in it.
    static final double PADDING = 8;
    /// From the edge of a frame to the steps in it.
    static final double INDENT = 12;
    /// The same on the right-hand side.
    static final double RIGHT = 4;
    /// Between two blocks.
    static final double GAP = 3;

    private final Region card = new Region();
    private int used;

    Frames() {
        setMouseTransparent(true);
        card.getStyleClass().add("card");
        getChildren().add(card);
    }

    /// Where what stands on a row begins.
    static double left(Row row) {
        return switch (row) {
            case Row.Section _, Row.Empty _ -> MARGIN;
            case Row.Item _, Row.Unit _ -> MARGIN + PADDING;
            case Row.Step it -> left(it.depth()) + PADDING;
            case Row.Otherwise it -> left(it.depth()) + PADDING;
            case Row.End it -> it.ofUnit() ? MARGIN + PADDING : left(it.depth() + 1);
        };
    }

    static double left(int depth) {
        return MARGIN + PADDING + depth * INDENT;
    }

    /// How deep nested the frame is that is drawn at a place.
    static int level(double x) {
        return (int) Math.floor((x - MARGIN - PADDING) / INDENT);
    }

    static double right(Row row) {
        return switch (row) {
            case Row.Section _, Row.Empty _ -> MARGIN;
            case Row.Item _, Row.Unit _ -> MARGIN + PADDING;
            case Row.Step it -> MARGIN + PADDING + it.depth() * RIGHT;
            case Row.Otherwise it -> MARGIN + PADDING + it.depth() * RIGHT;
            case Row.End it -> MARGIN + PADDING + it.depth() * RIGHT;
        };
    }

    void show(Row row) {
        used = 0;
        card(row);
        int level = 0;
        for (var it : row.around()) {
            frame(it, "frame-middle", level++);
        }
        switch (row) {
            case Row.Step it -> frame(it.category(), it.shape() == Row.Shape.TOP ? "frame-top" : "frame-whole", level);
            case Row.Otherwise it -> frame(it.category(), "frame-middle", level);
            case Row.End it
            when !it.ofUnit() -> frame(it.category(), it.closes() ? "frame-bottom" : "frame-middle", level);
            case Row.Item _, Row.Unit _, Row.End _, Row.Section _, Row.Empty _ -> {}
        }
        for (int i = used + 1; i < getChildren().size(); i++) {
            getChildren().get(i).setVisible(false);
        }
        requestLayout();
    }

    private void card(Row row) {
        String shape = switch (row) {
            case Row.Section _, Row.Empty _ -> "";
            case Row.Item it -> "card-item " + it.category().style();
            case Row.Unit it -> it.closed() ? "card-whole" : "card-top";
            case Row.Step _, Row.Otherwise _ -> "card-middle";
            case Row.End it -> it.ofUnit() && it.closes() ? "card-bottom" : "card-middle";
        };
        card.setVisible(!shape.isEmpty());
        dress(card, "card " + shape);
    }

    private void frame(Category category, String shape, int level) {
        used++;
        if (getChildren().size() <= used) {
            getChildren().add(new Region());
        }
        var frame = (Region) getChildren().get(used);
        frame.setVisible(true);
        frame.setUserData(level);
        dress(frame, "frame " + category.style() + " " + shape);
    }

    /// Only where it is another dress: each costs.
    private static void dress(Region region, String styles) {
        var classes = region.getStyleClass();
        var wanted = List.of(styles.strip().split(" "));
        if (!classes.equals(wanted)) {
            classes.setAll(wanted);
        }
    }

    @Override
    protected void layoutChildren() {
        boolean upper = card.getStyleClass().contains("card-top");
        boolean lower = card.getStyleClass().contains("card-bottom");
        boolean item = card.getStyleClass().contains("card-item")
                || card.getStyleClass().contains("card-whole");
        double cardTop = upper ? 2 * GAP : item ? GAP - 1 : 0;
        double cardBottom = lower ? GAP : item ? 1 : 0;
        card.resizeRelocate(MARGIN, cardTop, getWidth() - 2 * MARGIN, getHeight() - cardTop - cardBottom);
        for (int i = 1; i <= used; i++) {
            var frame = (Region) getChildren().get(i);
            int level = (int) frame.getUserData();
            var shape = frame.getStyleClass().getLast();
            double top = shape.equals("frame-top") || shape.equals("frame-whole") ? GAP : 0;
            double bottom = shape.equals("frame-bottom") ? GAP : 0;
            double left = left(level);
            double right = MARGIN + PADDING + level * RIGHT;
            frame.resizeRelocate(left, top, Math.max(0, getWidth() - left - right), getHeight() - top - bottom);
        }
    }

    /// The frame that is the row's own, where it has one.
    Region own() {
        return (Region) getChildren().get(used);
    }
}
