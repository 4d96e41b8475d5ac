package io.interleave.view.reading;

import io.interleave.view.fx.Clip;
import io.interleave.view.fx.Latest;
import io.interleave.view.fx.Messages;
import io.interleave.view.session.RunFeed;
import io.interleave.view.session.Workbench;
import io.interleave.view.timeline.TimelineView;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/// What is selected in the timeline, in figures that can be copied, and why it waited.
public final class SelectionController {

    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

    /// So many rows need no second table.
    private static final int FEW = 6;

    /// From this width on there may be two.
    private static final double ROOM_FOR_TWO = 1_100;

    private final Workbench workbench;
    private final TimelineView timeline;
    private final Latest latest;

    @FXML
    private Label title;

    @FXML
    private Label words;

    @FXML
    private Button copy;

    @FXML
    private HBox body;

    @FXML
    private VBox why;

    @FXML
    private ListView<Report.Cause> chain;

    @FXML
    private TableView<ReportRow> table;

    /// What `table` has no room for, beside it.
    @FXML
    private TableView<ReportRow> rest;

    private Report report = Report.NOTHING;

    public SelectionController(Workbench workbench, TimelineView timeline, Executor background, Executor ui) {
        this.workbench = workbench;
        this.timeline = timeline;
        latest = new Latest(background, ui);
    }

    @FXML
    private void initialize() {
        List.of(table, rest).forEach(this::prepare);
        table.setPlaceholder(new Label(Messages.text("report.empty")));
        body.widthProperty().subscribe(_ -> lay());
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

    private void prepare(TableView<ReportRow> figures) {
        column(figures, 130, ReportRow::section);
        column(figures, 190, ReportRow::name);
        column(figures, 130, ReportRow::value).getStyleClass().add("figure");
        column(figures, 140, ReportRow::exact).getStyleClass().add("figure");
        figures.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        figures.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        figures.setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                copy();
                event.consume();
            }
        });
    }

    private static TableColumn<ReportRow, String> column(
            TableView<ReportRow> figures, double width, Function<ReportRow, String> text) {
        var column = new TableColumn<ReportRow, String>();
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(it -> new ReadOnlyStringWrapper(text.apply(it.getValue())));
        figures.getColumns().add(column);
        return column;
    }

    private void show(Report told) {
        report = told;
        title.setText(report.title());
        words.setText(String.join("  ·  ", report.words()));
        words.setManaged(!report.words().isEmpty());
        copy.setDisable(report.rows().isEmpty());
        chain.getItems().setAll(report.chain());
        why.setVisible(!report.chain().isEmpty());
        why.setManaged(!report.chain().isEmpty());
        lay();
    }

    /// Where there is room beside the figures, half of them go there: the sections stay whole.
    private void lay() {
        var rows = report.rows();
        int first = report.chain().isEmpty() && rows.size() > FEW && body.getWidth() > ROOM_FOR_TWO
                ? middle(rows)
                : rows.size();
        put(table, rows.subList(0, first));
        put(rest, rows.subList(first, rows.size()));
        rest.setVisible(first < rows.size());
        rest.setManaged(rest.isVisible());
    }

    private static void put(TableView<ReportRow> figures, List<ReportRow> rows) {
        if (!figures.getItems().equals(rows)) {
            figures.getItems().setAll(rows);
        }
    }

    /// The section's beginning that follows the middle.
    private static int middle(List<ReportRow> rows) {
        int first = (rows.size() + 1) / 2;
        while (first < rows.size() && rows.get(first).section().isEmpty()) {
            first++;
        }
        return first;
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
        var chosen = Stream.of(table, rest)
                .flatMap(it -> it.getSelectionModel().getSelectedItems().stream())
                .toList();
        Clip.put((chosen.isEmpty() ? report.rows() : chosen)
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
