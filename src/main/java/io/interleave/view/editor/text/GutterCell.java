package io.interleave.view.editor.text;

import io.interleave.view.fx.Messages;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What stands before a row: a mark where something is wrong, the line's number, and where the row can be folded,
/// by what.
final class GutterCell extends HBox {

    /// What it shows.
    ///
    /// @param line from 1
    /// @param said of the line, the worst of it; empty where nothing is
    record Content(int line, String said, boolean problem, Fold fold) {}

    enum Fold {
        NONE,
        OPEN,
        FOLDED
    }

    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");
    private static final PseudoClass HINT = PseudoClass.getPseudoClass("hint");
    private static final PseudoClass FOLDED = PseudoClass.getPseudoClass("folded");

    private final Region mark = new Region();
    private final Label number = new Label();
    private final Label fold = new Label();
    private Content shown = new Content(0, "", false, Fold.NONE);
    private int row;

    /// @param toggle what a click on the fold of a row does
    /// @param fixes what a click on the mark of a row does
    GutterCell(IntConsumer toggle, IntConsumer fixes) {
        getStyleClass().add("gutter-cell");
        setManaged(false);
        mark.getStyleClass().add("gutter-mark");
        number.getStyleClass().add("gutter-number");
        fold.getStyleClass().add("gutter-fold");
        HBox.setHgrow(number, Priority.ALWAYS);
        number.setMaxWidth(Double.MAX_VALUE);
        fold.setOnMouseClicked(_ -> toggle.accept(row));
        mark.setOnMouseClicked(_ -> fixes.accept(row));
        getChildren().setAll(mark, number, fold);
    }

    /// @return whether it is another content than before
    boolean show(int shownRow, Content content) {
        row = shownRow;
        if (content.equals(shown)) {
            return false;
        }
        number.setText(Integer.toString(content.line));
        mark.pseudoClassStateChanged(PROBLEM, content.problem);
        mark.pseudoClassStateChanged(HINT, !content.problem && !content.said.isEmpty());
        if (!content.said.equals(shown.said)) {
            Tooltip.uninstall(mark, null);
            if (!content.said.isEmpty()) {
                Tooltip.install(mark, new Tooltip(content.said));
            }
        }
        mark.setCursor(content.said.isEmpty() ? Cursor.DEFAULT : Cursor.HAND);
        fold.setText(
                switch (content.fold) {
                    case NONE -> "";
                    case OPEN -> "⌄";
                    case FOLDED -> "›";
                });
        fold.setCursor(content.fold == Fold.NONE ? Cursor.DEFAULT : Cursor.HAND);
        fold.setAccessibleText(content.fold == Fold.NONE ? null : Messages.text("editor.fold.tip"));
        fold.pseudoClassStateChanged(FOLDED, content.fold == Fold.FOLDED);
        shown = content;
        return true;
    }
}
