package io.interleave.view.reading;

import io.interleave.view.fx.Clip;
import io.interleave.view.fx.Latest;
import io.interleave.view.fx.Messages;
import io.interleave.view.session.RunFeed;
import io.interleave.view.session.Workbench;
import io.interleave.view.timeline.TimelineView;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/// What is selected in the timeline, in figures that can be copied, and why it waited.
public final class SelectionController {

    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

    private final Workbench workbench;
    private final TimelineView timeline;
    private final Latest latest;

    @FXML
    private Label title;

    @FXML
    private Label words;

    @FXML
    private VBox why;

    @FXML
    private ListView<Report.Cause> chain;

    @FXML
    private TableView<ReportRow> table;

    @FXML
    private TableColumn<ReportRow, String> section;

    @FXML
    private TableColumn<ReportRow, String> name;

    @FXML
    private TableColumn<ReportRow, String> value;

    @FXML
    private TableColumn<ReportRow, String> exact;

    public SelectionController(Workbench workbench, TimelineView timeline, Executor background, Executor ui) {
        this.workbench = workbench;
        this.timeline = timeline;
        latest = new Latest(background, ui);
    }

    @FXML
    private void initialize() {
        section.setCellValueFactory(
                it -> new ReadOnlyStringWrapper(it.getValue().section()));
        name.setCellValueFactory(it -> new ReadOnlyStringWrapper(it.getValue().name()));
        value.setCellValueFactory(it -> new ReadOnlyStringWrapper(it.getValue().value()));
        exact.setCellValueFactory(it -> new ReadOnlyStringWrapper(it.getValue().exact()));
        table.setPlaceholder(new Label(Messages.text("report.empty")));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                copy();
                event.consume();
            }
        });
        chain.setCellFactory(_ -> new CauseCell());
        chain.setOnMouseClicked(_ -> reveal());
        chain.setOnKeyPressed(event -> {
            switch (event.getCode()) {
                case ENTER, SPACE -> {
                    reveal();
                    event.consume();
                }
                default -> {}
            }
        });
        timeline.selectionProperty().subscribe(this::ask);
        timeline.routeProperty().subscribe(this::ask);
        workbench.session().feedProperty().subscribe(this::ask);
        show(Report.NOTHING);
    }

    private void ask() {
        var run = workbench.session().feedProperty().get().map(RunFeed::timeline);
        var selection = timeline.selectionProperty().get();
        var route = timeline.routeProperty().get();
        if (run.isEmpty()) {
            latest.forget();
            show(Report.NOTHING);
            return;
        }
        latest.ask(() -> Reporter.of(run.get(), selection, route), this::show);
    }

    private void show(Report report) {
        title.setText(report.title());
        words.setText(String.join("  ·  ", report.words()));
        words.setManaged(!report.words().isEmpty());
        table.getItems().setAll(report.rows());
        chain.getItems().setAll(report.chain());
        why.setVisible(!report.chain().isEmpty());
        why.setManaged(!report.chain().isEmpty());
    }

    private void reveal() {
        var cause = chain.getSelectionModel().getSelectedItem();
        if (cause != null) {
            timeline.reveal(cause.selection());
        }
    }

    /// The rows that are selected, or all.
    @FXML
    private void copy() {
        var chosen = table.getSelectionModel().getSelectedItems();
        Clip.put((chosen.isEmpty() ? table.getItems() : chosen)
                .stream().map(ReportRow::line).collect(Collectors.joining("\n", "", "\n")));
    }

    private static final class CauseCell extends ListCell<Report.Cause> {

        private final Text words = new Text();

        CauseCell() {
            words.getStyleClass().add("cause");
            words.wrappingWidthProperty()
                    .bind(listViewProperty().flatMap(ListView::widthProperty).map(it -> it.doubleValue() - 34));
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Report.Cause cause, boolean empty) {
            super.updateItem(cause, empty);
            boolean none = empty || cause == null;
            words.setText(none ? "" : cause.words());
            setText(none ? null : cause.words());
            setGraphic(none ? null : words);
        }
    }
}
