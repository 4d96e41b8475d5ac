package io.interleave.view.details;

import io.interleave.model.ScenarioReader;
import io.interleave.view.editor.text.Annotations;
import io.interleave.view.editor.text.EditorModel;
import io.interleave.view.editor.text.LocalHistory;
import io.interleave.view.editor.text.TextEditor;
import io.interleave.view.fx.Latest;
import io.interleave.view.fx.Themes;
import io.interleave.view.reading.StepsNow;
import io.interleave.view.session.Document;
import io.interleave.view.session.Panes;
import io.interleave.view.session.Panes.Detail;
import io.interleave.view.session.Workbench;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// The text of the scenario that is open. One of the gallery can be read; that of a file can be changed, which
/// nobody else hears of yet. The editor is made when it is first looked at: the window opens without it.
public final class ScenarioController {

    private final Workbench workbench;
    private final StepsNow steps;
    private final Themes themes;
    private final Panes panes;
    private final LocalHistory history = new LocalHistory();
    private final EditorModel model = new EditorModel(history);
    private final Latest reading;

    /// So long after the last key the text is read.
    private final PauseTransition resting = new PauseTransition(Duration.millis(150));

    @FXML
    private StackPane place;

    public ScenarioController(
            Workbench workbench, StepsNow steps, Themes themes, Panes panes, Executor background, Executor ui) {
        this.workbench = workbench;
        this.steps = steps;
        this.themes = themes;
        this.panes = panes;
        reading = new Latest(background, ui);
    }

    @FXML
    private void initialize() {
        history.attach(model);
        resting.setOnFinished(_ -> read(model.text()));
        workbench.documentProperty().subscribe(this::show);
        model.textProperty().subscribe((_, _) -> resting.playFromStart());
        steps.linesProperty().subscribe(lines -> {
            model.marksProperty().set(lines);
            lines.keySet().stream().findFirst().ifPresent(model::revealLine);
        });
        panes.detailProperty().subscribe(detail -> {
            if (detail == Detail.SCENARIO && place.getChildren().isEmpty()) {
                var editor = new TextEditor(model);
                themes.darkProperty().subscribe(editor::setDark);
                place.getChildren().add(editor);
            }
        });
    }

    private void show(Optional<Document> document) {
        reading.forget();
        history.clear();
        model.readOnlyProperty()
                .set(document.filter(it -> it.file().isPresent()).isEmpty());
        model.show(document.map(Document::text).orElse(""));
        document.ifPresent(it -> model.annotate(Annotations.of(it.text(), it.problems())));
    }

    private void read(String text) {
        reading.ask(() -> Annotations.of(text, ScenarioReader.read(text).problems()), model::annotate);
    }
}
