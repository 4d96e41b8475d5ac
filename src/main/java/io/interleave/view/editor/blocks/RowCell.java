package io.interleave.view.editor.blocks;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.CellSkinBase;
import javafx.scene.layout.Pane;

/// Shows one row. Used again and again for others; what is equal is left as it is.
final class RowCell extends IndexedCell<Row> {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass AT = PseudoClass.getPseudoClass("at");

    private final BlocksModel model;
    private final Frames frames = new Frames();
    private final Line line;
    private final Stack stack = new Stack();
    private Optional<Row> row = Optional.empty();
    private Optional<Face> face = Optional.empty();
    private Optional<Editing> editing = Optional.empty();

    RowCell(BlocksModel model, Line line) {
        this.model = model;
        this.line = line;
        stack.getChildren().setAll(frames, line);
        getStyleClass().add("block-row");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(stack);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new CellSkinBase<>(this);
    }

    @Override
    public void updateIndex(int index) {
        super.updateIndex(index);
        show();
    }

    /// Shows what the row of this cell is now.
    void show() {
        int index = getIndex();
        if (index < 0 || index >= model.rows().size()) {
            updateItem(null, true);
            stack.setVisible(false);
            return;
        }
        stack.setVisible(true);
        var now = model.rows().row(index);
        updateItem(now, false);
        if (!row.equals(Optional.of(now))) {
            frames.show(now);
        }
        var wanted = model.editing().filter(it -> it.block() == now.block() && model.isBlock(index));
        var stands = model.face(index);
        boolean isSame = row.equals(Optional.of(now)) && face.equals(Optional.of(stands)) && editing.equals(wanted);
        row = Optional.of(now);
        face = Optional.of(stands);
        editing = wanted;
        if (!isSame) {
            line.show(now, model.rows().block(index), stands, wanted);
            setAccessibleText(line.words());
            stack.requestLayout();
        }
        boolean isChosen = model.isBlock(index) && model.isSelected(model.rows().block(index));
        line.choose(isChosen);
        pseudoClassStateChanged(CHOSEN, isChosen);
        pseudoClassStateChanged(AT, model.focused() == index);
    }

    /// As wide as the list, whatever stands on it.
    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    Line line() {
        return line;
    }

    /// The frames, and the line above them.
    private final class Stack extends Pane {
        @Override
        protected void layoutChildren() {
            frames.resizeRelocate(0, 0, getWidth(), getHeight());
            row.ifPresent(it -> {
                double left = Frames.left(it);
                double width = getWidth() - left - Frames.right(it);
                line.resizeRelocate(left, 0, Math.max(0, width), getHeight());
            });
        }

        @Override
        protected double computePrefWidth(double height) {
            return RowCell.this.getWidth();
        }

        @Override
        protected double computePrefHeight(double width) {
            return BlockList.ROW;
        }
    }
}
