package io.interleave.view.editor.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/// What stands before the rows, in a column of its own over the code area. As nodes of the code area they would be
/// taken out of the window and put in again at each key, which costs as much as the text.
final class Gutter extends Pane {

    static final double WIDTH = 70;

    private final IntConsumer toggle;
    private final IntConsumer fixes;
    private final List<GutterCell> cells = new ArrayList<>();

    /// @param toggle folds or unfolds a row
    /// @param fixes offers what can be done about a row
    Gutter(IntConsumer toggle, IntConsumer fixes) {
        this.toggle = toggle;
        this.fixes = fixes;
        getStyleClass().add("gutter");
        setManaged(false);
        setPickOnBounds(false);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    /// Shows so many rows from the first one in sight. A row keeps its cell while it moves.
    ///
    /// @param y where the first one is
    /// @param rowHeight of each
    /// @return whether any of them is to be laid out again
    boolean show(int first, int count, double y, double rowHeight, IntFunction<GutterCell.Content> content) {
        boolean changed = cells.size() < count;
        while (cells.size() < count) {
            var cell = new GutterCell(toggle, fixes);
            cells.add(cell);
            getChildren().add(cell);
        }
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get((first + i) % cells.size());
            cell.setVisible(i < count);
            if (i < count) {
                changed |= cell.show(first + i, content.apply(first + i));
                cell.resizeRelocate(0, y + i * rowHeight, WIDTH, rowHeight);
            }
        }
        return changed;
    }
}
