package io.interleave.view.details;

import io.interleave.view.session.Document;
import io.interleave.view.session.Workbench;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;

/// The text of the scenario that is open, to read and to copy, with its lines' numbers.
public final class ScenarioController {

    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

    private final Workbench workbench;

    @FXML
    private ListView<String> lines;

    public ScenarioController(Workbench workbench) {
        this.workbench = workbench;
    }

    @FXML
    private void initialize() {
        lines.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        lines.setCellFactory(_ -> new LineCell());
        lines.setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                copy();
                event.consume();
            }
        });
        workbench.documentProperty().subscribe(document -> {
            lines.getItems()
                    .setAll(document.map(Document::text).orElse("").lines().toList());
            lines.scrollTo(0);
        });
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(
                lines.getSelectionModel().getSelectedItems().stream().collect(Collectors.joining("\n", "", "\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static final class LineCell extends ListCell<String> {

        private static final PseudoClass COMMENT = PseudoClass.getPseudoClass("comment");

        private final Label number = new Label();
        private final Label text = new Label();
        private final HBox row = new HBox(number, text);

        LineCell() {
            row.getStyleClass().add("line-row");
            number.getStyleClass().add("line-number");
            text.getStyleClass().add("line-text");
        }

        @Override
        protected void updateItem(String line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            number.setText(Integer.toString(getIndex() + 1));
            text.setText(line);
            text.pseudoClassStateChanged(COMMENT, line.strip().startsWith("#"));
            setAccessibleText(line);
            setGraphic(row);
        }
    }
}
