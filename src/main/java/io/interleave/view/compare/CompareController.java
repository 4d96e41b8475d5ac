package io.interleave.view.compare;

import io.interleave.view.fx.Clip;
import io.interleave.view.fx.Figures;
import io.interleave.view.fx.Focus;
import io.interleave.view.fx.Messages;
import io.interleave.view.fx.Themes;
import io.interleave.view.fx.Ui;
import io.interleave.view.store.KeptRun;
import io.interleave.view.timeline.TimelineView;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Two runs in place of the one: their timelines one above the other from time 0 on, and what differs in a
/// table.
public final class CompareController {

    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private static final PseudoClass SAME = PseudoClass.getPseudoClass("same");

    /// From here on the table has room beside the timelines, or below them.
    private static final double WIDE = 1_250;
    private static final double HIGH = 680;

    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

    private final CompareModel model;
    private final Themes themes;
    private final Ui ui;
    private final TimelineView upper = new TimelineView();
    private final TimelineView lower = new TimelineView();
    private final Lockstep together = new Lockstep(upper, lower);

    @FXML
    private VBox compare;

    @FXML
    private Label heading;

    @FXML
    private Label setting;

    @FXML
    private Button close;

    @FXML
    private ToggleButton tableOnly;

    @FXML
    private SplitPane split;

    @FXML
    private VBox timelines;

    @FXML
    private Label firstName;

    @FXML
    private Label firstResult;

    @FXML
    private StackPane firstStage;

    @FXML
    private Label secondName;

    @FXML
    private Label secondResult;

    @FXML
    private StackPane secondStage;

    @FXML
    private TableView<Difference> table;

    @FXML
    private TableColumn<Difference, Difference.Cell> what;

    @FXML
    private TableColumn<Difference, Difference.Cell> first;

    @FXML
    private TableColumn<Difference, Difference.Cell> second;

    @FXML
    private TableColumn<Difference, Difference.Cell> change;

    public CompareController(CompareModel model, Themes themes, Ui ui) {
        this.model = model;
        this.themes = themes;
        this.ui = ui;
    }

    @FXML
    private void initialize() {
        put(upper, "compare-first", firstStage);
        put(lower, "compare-second", secondStage);
        split.orientationProperty()
                .bind(Bindings.when(compare.widthProperty().greaterThan(WIDE))
                        .then(Orientation.HORIZONTAL)
                        .otherwise(Orientation.VERTICAL));
        compare.widthProperty().subscribe(_ -> arrange());
        compare.heightProperty().subscribe(_ -> arrange());
        tableOnly.selectedProperty().subscribe(_ -> arrange());
        tableOnly.managedProperty().bind(tableOnly.visibleProperty());
        column(what, it -> Difference.Cell.of(it.what()));
        column(first, Difference::first);
        column(second, Difference::second);
        column(change, Difference::change);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                copy();
                event.consume();
            }
        });
        compare.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        model.comparedProperty().subscribe(this::show);
    }

    /// Where there is room for one alone, a button changes between timelines and table.
    private void arrange() {
        boolean wide = compare.getWidth() > WIDE;
        boolean both = wide || compare.getHeight() > HIGH;
        tableOnly.setVisible(!both);
        List<Node> wanted = both ? List.of(timelines, table) : List.of(tableOnly.isSelected() ? table : timelines);
        if (!split.getItems().equals(wanted)) {
            split.getItems().setAll(wanted);
            // In its own layout a split pane would put the divider back, at the table's edge as long as that has
            // no skin.
            ui.later(this::divide);
        }
    }

    private void divide() {
        split.setDividerPositions(split.getOrientation() == Orientation.HORIZONTAL ? 0.68 : 0.7);
    }

    private void put(TimelineView timeline, String id, StackPane stage) {
        timeline.setId(id);
        timeline.setMinSize(200, 80);
        VBox.setVgrow(stage, Priority.ALWAYS);
        stage.getChildren().add(timeline);
        themes.darkProperty().subscribe(timeline::setDark);
    }

    private static void column(
            TableColumn<Difference, Difference.Cell> column, Function<Difference, Difference.Cell> cell) {
        column.setCellValueFactory(it -> new ReadOnlyObjectWrapper<>(cell.apply(it.getValue())));
        column.setCellFactory(_ -> new DifferenceCell());
        // What is no number comes last, by its words.
        column.setComparator(Comparator.comparingDouble(Difference.Cell::number).thenComparing(Difference.Cell::words));
    }

    private static final class DifferenceCell extends TableCell<Difference, Difference.Cell> {
        @Override
        protected void updateItem(Difference.@Nullable Cell cell, boolean empty) {
            super.updateItem(cell, empty);
            var words = empty || cell == null ? "" : cell.words();
            setText(words);
            setTooltip(words.isEmpty() ? null : new Tooltip(words));
            var row = getTableRow() == null ? null : getTableRow().getItem();
            pseudoClassStateChanged(SAME, row != null && !row.isOne());
        }
    }

    private void show(Optional<Compared> compared) {
        compare.setVisible(compared.isPresent());
        if (compared.isEmpty()) {
            upper.clear();
            lower.clear();
            table.getItems().clear();
            return;
        }
        var both = compared.get();
        heading.setText(both.heading());
        heading.setTooltip(new Tooltip(both.heading()));
        setting.setText(both.setting());
        show(both.first(), firstName, firstResult);
        show(both.second(), secondName, secondResult);
        upper.setCompact(true);
        show(upper, both.first());
        show(lower, both.second());
        upper.setExtent(both.length());
        lower.setExtent(both.length());
        together.begin(both.axis(), both.isOfOneScenario());
        head(first, both.first().label());
        head(second, both.second().label());
        table.getItems().setAll(both.differences());
        Focus.give(close);
    }

    /// A column's own heading has no tooltip.
    private static void head(TableColumn<Difference, Difference.Cell> column, String words) {
        var label = new Label(words);
        label.setTooltip(new Tooltip(words));
        label.setMinWidth(0);
        // Two runs of one day differ at the end.
        label.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        column.setGraphic(label);
    }

    private static void show(Side side, Label name, Label result) {
        name.setText(side.label());
        name.setTooltip(new Tooltip(side.label()));
        result.setText(side.run()
                .result()
                .map(it -> Messages.text("runs.tip.result", it.words(), Figures.duration(side.length())))
                .orElseGet(() -> Figures.duration(side.length())));
        var tone = side.run().result().map(KeptRun.Result::tone).orElse(KeptRun.Tone.OPEN);
        result.pseudoClassStateChanged(GOOD, tone == KeptRun.Tone.GOOD);
        result.pseudoClassStateChanged(BAD, tone == KeptRun.Tone.BAD);
    }

    private static void show(TimelineView view, Side side) {
        view.show(side.timeline());
        view.setAccessibleText(Messages.text("compare.timeline", side.label()));
    }

    @FXML
    private void close() {
        model.close();
    }

    /// Puts the chosen rows, or all, on the clipboard, as spreadsheets take them.
    @FXML
    private void copy() {
        model.comparedProperty().get().ifPresent(both -> {
            var chosen = table.getSelectionModel().getSelectedItems();
            var rows = chosen.isEmpty() ? table.getItems() : chosen;
            Clip.put(both.text(rows));
        });
    }
}
