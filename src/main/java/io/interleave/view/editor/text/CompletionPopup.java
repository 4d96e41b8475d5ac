package io.interleave.view.editor.text;

import io.interleave.view.fx.Messages;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/// The list of what may be written, below the caret. The keys stay with the text.
final class CompletionPopup {

    private static final double WIDTH = 460;
    private static final double ROW = 22;
    private static final int MOST_ROWS = 10;
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final CompletionList completions;
    private final Popup popup = new Popup();
    private final ListView<Completion> list = new ListView<>();
    private final Label meaning = new Label();
    private final VBox box = new VBox(list, meaning);

    CompletionPopup(CompletionList completions, Runnable accept) {
        this.completions = completions;
        box.getStyleClass().addAll("text-editor", "completions");
        list.getStyleClass().add("completion-list");
        meaning.getStyleClass().add("completion-meaning");
        meaning.setWrapText(true);
        list.setAccessibleText(Messages.text("editor.completions"));
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        box.setPrefWidth(WIDTH);
        box.setMaxWidth(WIDTH);
        popup.getContent().add(box);
        popup.setAutoHide(true);
        popup.setOnAutoHide(_ -> completions.close());
        list.setCellFactory(_ -> new Row(accept));
        completions.chosenProperty().subscribe(_ -> choose());
    }

    void setDark(boolean dark) {
        box.pseudoClassStateChanged(DARK, dark);
    }

    void setStylesheets(List<String> sheets) {
        popup.getScene().getStylesheets().setAll(sheets);
    }

    void hide() {
        popup.hide();
    }

    /// Shows what is offered, below the caret or above it where there is no room.
    void show(Node owner, Bounds caret) {
        list.getItems().setAll(completions.itemsProperty().get());
        list.setPrefHeight(2 + ROW * Math.min(MOST_ROWS, list.getItems().size()));
        choose();
        popup.show(owner, caret.getMinX() - 8, caret.getMaxY() + 2);
        var screen = owner.getScene().getWindow();
        if (popup.getY() + popup.getHeight() > screen.getY() + screen.getHeight()) {
            popup.setY(caret.getMinY() - popup.getHeight() - 2);
        }
    }

    private void choose() {
        int chosen = completions.chosenProperty().get();
        if (chosen < list.getItems().size()) {
            list.getSelectionModel().select(chosen);
            list.scrollTo(Math.max(0, chosen - MOST_ROWS / 2));
            meaning.setText(list.getItems().get(chosen).meaning());
        }
    }

    private final class Row extends ListCell<Completion> {

        private final Label label = new Label();
        private final Label about = new Label();
        private final HBox row = new HBox(label, about);

        Row(Runnable accept) {
            row.getStyleClass().add("completion-row");
            about.getStyleClass().add("completion-about");
            HBox.setHgrow(about, Priority.ALWAYS);
            about.setMinWidth(0);
            setPrefWidth(0);
            setOnMouseClicked(_ -> {
                if (!isEmpty()) {
                    completions.chosenProperty().set(getIndex());
                    accept.run();
                }
            });
        }

        @Override
        protected void updateItem(Completion item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            label.setText(item.label());
            label.getStyleClass()
                    .setAll("label", "completion-label", item.kind().styleClass());
            about.setText(item.meaning());
            setAccessibleText(item.label() + ": " + item.meaning());
            setGraphic(row);
        }
    }
}
