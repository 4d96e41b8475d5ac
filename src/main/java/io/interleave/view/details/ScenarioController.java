package io.interleave.view.details;

import io.interleave.view.fx.Clip;
import io.interleave.view.reading.StepsNow;
import io.interleave.view.session.Document;
import io.interleave.view.session.Workbench;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;

/// The text of the scenario that is open, to read and to copy, with its lines' numbers.
public final class ScenarioController {

    private static final PseudoClass COMMENT = PseudoClass.getPseudoClass("comment");
    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
    private static final int LINES_IN_SIGHT = 8;
    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

    private final Workbench workbench;
    private final StepsNow steps;

    @FXML
    private ListView<String> lines;

    public ScenarioController(Workbench workbench, StepsNow steps) {
        this.workbench = workbench;
        this.steps = steps;
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
        steps.linesProperty().subscribe(units -> {
            lines.refresh();
            units.keySet().stream().findFirst().ifPresent(this::bringIntoSight);
        });
    }

    /// With some lines before it.
    private void bringIntoSight(int line) {
        if (lines.getItems().size() > LINES_IN_SIGHT) {
            lines.scrollTo(Math.max(0, line - 4));
        }
    }

    private void copy() {
        Clip.put(lines.getSelectionModel().getSelectedItems().stream().collect(Collectors.joining("\n", "", "\n")));
    }

    private final class LineCell extends ListCell<String> {

        private final Label number = new Label();
        private final Label text = new Label();
        private final Label units = new Label();
        private final HBox row = new HBox(number, text, units);

        LineCell() {
            row.getStyleClass().add("line-row");
            number.getStyleClass().add("line-number");
            text.getStyleClass().add("line-text");
            units.getStyleClass().add("line-units");
        }

        @Override
        protected void updateItem(String line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                setAccessibleText(null);
                row.pseudoClassStateChanged(NOW, false);
                return;
            }
            var here = steps.linesProperty().get().getOrDefault(getIndex() + 1, "");
            row.pseudoClassStateChanged(NOW, !here.isEmpty());
            units.setText(here);
            number.setText(Integer.toString(getIndex() + 1));
            text.setText(line);
            text.pseudoClassStateChanged(COMMENT, line.strip().startsWith("#"));
            setAccessibleText(here.isEmpty() ? line : line + " " + here);
            setGraphic(row);
        }
    }
}
