package io.interleave.view.editor.blocks;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;

/// Shows one row: the frames, and the line above them. Used again and again for others; what is equal is left as it is.
final class RowCell extends Pane {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass AT = PseudoClass.getPseudoClass("at");

    /// What a cell shows.
    private record Shown(Row row, Face face, Optional<Editing> editing, boolean chosen, boolean at) {

        boolean isAsOn(Shown other) {
            return row.equals(other.row) && face.equals(other.face) && editing.equals(other.editing);
        }
    }

    private final BlocksModel model;
    private final Frames frames = new Frames();
    private final Line line;
    private Optional<Shown> shown = Optional.empty();
    private int index;

    RowCell(BlocksModel model, Line line) {
        this.model = model;
        this.line = line;
        getChildren().setAll(frames, line);
        getStyleClass().add("block-row");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
    }

    /// Shows what a row is now.
    void show(int number) {
        index = number;
        var row = model.rows().row(number);
        boolean isBlock = model.isBlock(number);
        var now = new Shown(
                row,
                model.face(number),
                model.editing().filter(it -> isBlock && it.block() == row.block()),
                isBlock && model.isSelected(model.rows().block(number)),
                model.focused() == number);
        var before = shown;
        shown = Optional.of(now);
        if (before.equals(shown)) {
            return;
        }
        if (before.filter(it -> it.row().equals(row)).isEmpty()) {
            frames.show(row);
        }
        if (before.filter(now::isAsOn).isEmpty()) {
            line.show(row, model.rows().block(number), now.face(), now.editing());
            setAccessibleText(line.words());
            requestLayout();
        }
        line.choose(now.chosen());
        pseudoClassStateChanged(CHOSEN, now.chosen());
        pseudoClassStateChanged(AT, now.at());
        // In the midst of layout, the style of what is new would come a frame late.
        applyCss();
    }

    /// The row that it shows.
    Optional<Row> row() {
        return shown.map(Shown::row);
    }

    Line line() {
        return line;
    }

    @Override
    protected void layoutChildren() {
        frames.resizeRelocate(0, 0, getWidth(), getHeight());
        row().ifPresent(it -> {
            double left = Frames.left(it);
            double width = getWidth() - left - Frames.right(it);
            line.resizeRelocate(left, 0, Math.max(0, width), getHeight());
        });
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case INDEX -> index;
            case SELECTED -> shown.filter(Shown::chosen).isPresent();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
