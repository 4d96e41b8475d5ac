package io.interleave.view.runs;

import io.interleave.view.session.Workbench;
import io.interleave.view.store.KeptRun;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The runs of this session; a click shows one again.
public final class RunsController {

    private final Workbench workbench;

    @FXML
    private ListView<KeptRun> list;

    public RunsController(Workbench workbench) {
        this.workbench = workbench;
    }

    @FXML
    private void initialize() {
        list.setItems(workbench.shelf().runs());
        list.setCellFactory(_ -> new RunCell());
        list.setOnMouseClicked(_ -> show());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                show();
                event.consume();
            }
        });
    }

    private void show() {
        var chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            workbench.show(chosen);
        }
    }

    private static final class RunCell extends ListCell<KeptRun> {

        private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
        private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

        private final Label title = new Label();
        private final Label result = new Label();
        private final Label knobs = new Label();
        private final Label at = new Label();
        private final VBox box;

        RunCell() {
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            title.getStyleClass().add("run-title");
            result.getStyleClass().add("run-result");
            result.setMinWidth(Region.USE_PREF_SIZE);
            knobs.getStyleClass().add("run-knobs");
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            at.getStyleClass().add("run-knobs");
            at.setMinWidth(Region.USE_PREF_SIZE);
            box = new VBox(new HBox(title, space, result), new HBox(knobs, gap, at));
            box.getStyleClass().add("run-cell");
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(KeptRun run, boolean empty) {
            super.updateItem(run, empty);
            if (empty || run == null) {
                setGraphic(null);
                setText(null);
                return;
            }
            var label = RunLabel.of(run, java.time.LocalDateTime.now(), java.time.ZoneId.systemDefault());
            title.setText(label.name());
            result.setText(label.result());
            knobs.setText(label.knobs());
            at.setText(label.at());
            setText(String.join(", ", label.name(), label.result(), label.knobs(), label.at()));
            result.pseudoClassStateChanged(GOOD, label.tone() == KeptRun.Tone.GOOD);
            result.pseudoClassStateChanged(BAD, label.tone() == KeptRun.Tone.BAD);
            setGraphic(box);
        }
    }
}
