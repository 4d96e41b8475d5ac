package io.interleave.view.details;

import io.interleave.view.editor.Draft;
import io.interleave.view.fx.Messages;
import io.interleave.view.session.Document;
import io.interleave.view.session.Panes;
import io.interleave.view.session.Panes.Detail;
import io.interleave.view.session.RunState;
import io.interleave.view.session.Workbench;
import io.interleave.view.timeline.Selection;
import io.interleave.view.timeline.TimelineView;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/// The tabs below the picture. Brings the one to the front that has something new to say.
public final class DetailsController {

    private final Workbench workbench;
    private final Panes panes;
    private final TimelineView timeline;
    private final Draft draft;

    @FXML
    private TabPane tabs;

    @FXML
    private Tab outcome;

    @FXML
    private Tab selection;

    @FXML
    private Tab output;

    @FXML
    private Tab problems;

    public DetailsController(Workbench workbench, Panes panes, TimelineView timeline, Draft draft) {
        this.workbench = workbench;
        this.panes = panes;
        this.timeline = timeline;
        this.draft = draft;
    }

    @FXML
    private void initialize() {
        var byDetail = Map.of(
                Detail.OUTCOME, outcome, Detail.SELECTION, selection, Detail.OUTPUT, output, Detail.PROBLEMS, problems);
        workbench.documentProperty().subscribe(this::opened);
        draft.hintsProperty().subscribe(this::count);
        workbench.session().stateProperty().subscribe(state -> {
            if (state instanceof RunState.Starting) {
                panes.detailProperty().set(Detail.OUTCOME);
            }
        });
        timeline.selectionProperty().subscribe(this::selected);
        panes.detailProperty().subscribe(detail -> tabs.getSelectionModel().select(byDetail.get(detail)));
        tabs.getSelectionModel()
                .selectedItemProperty()
                .subscribe((_, tab) -> byDetail.forEach((detail, its) -> {
                    if (its == tab) {
                        panes.detailProperty().set(detail);
                    }
                }));
    }

    private void selected(Selection selection) {
        if (!(selection instanceof Selection.Nothing)) {
            panes.detailProperty().set(Detail.SELECTION);
        } else if (panes.detailProperty().get() == Detail.SELECTION) {
            panes.detailProperty().set(Detail.OUTCOME);
        }
    }

    private void count() {
        problems.setText(Messages.text(
                "details.problems.count",
                ProblemsController.rows(workbench, draft).size()));
    }

    private void opened(Optional<Document> document) {
        count();
        if (document.filter(it -> !it.isSound()).isPresent()) {
            panes.detailsProperty().set(true);
            panes.detailProperty().set(Detail.PROBLEMS);
        } else if (panes.detailProperty().get() == Detail.PROBLEMS) {
            panes.detailProperty().set(Detail.OUTCOME);
        }
    }
}
