package io.interleave.view.outcome;

import io.interleave.analysis.State;
import io.interleave.model.Expectation;
import io.interleave.run.RunEnd;
import io.interleave.view.fx.Figures;
import io.interleave.view.fx.Messages;
import io.interleave.view.fx.TypeSize;
import io.interleave.view.runs.EndWords;
import io.interleave.view.session.Document;
import io.interleave.view.session.RunState;
import io.interleave.view.session.RunSummary;
import io.interleave.view.session.Workbench;
import io.interleave.view.timeline.Words;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What came of the run: expected and actual, what was found and its cure, and where the time went.
public final class OutcomeController {

    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
    /// Of an answer that is an expectation, not a figure.
    private static final PseudoClass WORDS = PseudoClass.getPseudoClass("words");

    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    /// The height of a unit's row, in ems.
    private static final double ROW = 1.85;

    private final Workbench workbench;

    @FXML
    private HBox outcome;

    @FXML
    private Label question;

    @FXML
    private Label answer;

    @FXML
    private Label beside;

    @FXML
    private Label trouble;

    @FXML
    private VBox findings;

    @FXML
    private Button cure;

    @FXML
    private ScrollPane words;

    @FXML
    private VBox times;

    @FXML
    private ListView<RunSummary.UnitTime> units;

    @FXML
    private Label cores;

    public OutcomeController(Workbench workbench) {
        this.workbench = workbench;
    }

    @FXML
    private void initialize() {
        units.setCellFactory(_ -> new UnitCell());
        units.setFixedCellSize(Math.rint(ROW * TypeSize.em()));
        outcome.widthProperty().subscribe(_ -> placeTimes());
        workbench.documentProperty().subscribe(_ -> show());
        workbench
                .knobsProperty()
                .subscribe(knobs -> knobs.forEach(knob -> knob.valueProperty().subscribe(_ -> showCure())));
        workbench.session().reportProperty().subscribe(_ -> show());
        workbench.orderProperty().subscribe(_ -> showCure());
        workbench.session().stateProperty().subscribe(_ -> show());
    }

    @FXML
    private void cure() {
        workbench.cure().ifPresent(workbench::apply);
    }

    private void show() {
        var state = workbench.session().state();
        var report = workbench.session().reportProperty().get();
        var headline = Headline.of(
                state,
                report,
                workbench.documentProperty().get().flatMap(Document::scenario).stream()
                        .flatMap(scenario -> scenario.expectations().stream())
                        .map(Expectation::text)
                        .toList());
        question.setText(headline.question());
        answer.setText(headline.answer());
        answer.pseudoClassStateChanged(WORDS, headline.tone() == Headline.Tone.EXPECTED);
        answer.pseudoClassStateChanged(GOOD, headline.tone() == Headline.Tone.GOOD);
        answer.pseudoClassStateChanged(BAD, headline.tone() == Headline.Tone.BAD);
        beside.setText(headline.beside());
        show(beside, !headline.beside().isEmpty());
        showTrouble(state, report);
        findings.getChildren()
                .setAll(Stream.of(
                                report.findings().stream().map(FindingWords::full),
                                Headline.others(state, report).stream(),
                                report.facts().stream())
                        .flatMap(sentences -> sentences.map(OutcomeController::sentence))
                        .toList());
        showCure();
        showTimes(report);
    }

    private void showCure() {
        var offered = workbench.cure();
        offered.ifPresent(it -> {
            cure.setText(CureWords.of(it, workbench.session().state().isActive()));
            cure.setTooltip(CureWords.details(it).map(Tooltip::new).orElse(null));
        });
        show(cure, offered.isPresent());
    }

    private void showTrouble(RunState state, RunSummary report) {
        boolean bad = state instanceof RunState.Ended(var _, RunEnd end, var _) && EndWords.isBad(end);
        trouble.setText(bad ? EndWords.of(state, report) : "");
        show(trouble, bad);
    }

    private void showTimes(RunSummary report) {
        if (!units.getItems().equals(report.units())) {
            units.getItems().setAll(report.units());
            placeTimes();
        }
        var busy = report.cores().stream().map(Figures::percent).collect(Collectors.joining(", "));
        cores.setText(busy.isEmpty() ? "" : Messages.text("outcome.cores", busy));
    }

    /// Beside the words, where there is room for both: half of the times would say nothing.
    private void placeTimes() {
        boolean isRoom = outcome.getWidth() >= times.getMinWidth() + words.getMinWidth();
        times.setVisible(isRoom && !units.getItems().isEmpty());
        times.setManaged(isRoom);
    }

    private static Label sentence(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("finding");
        return label;
    }

    /// Of a process whose threads nobody watches it is only known how long it ran at most.
    static String running(RunSummary.UnitTime unit) {
        var most = Figures.percent(unit.share(State.RUNNING) + unit.share(State.ACTIVE));
        boolean isExact = unit.share(State.ACTIVE) == 0 || most.startsWith("<");
        return Messages.text(isExact ? "outcome.time.running" : "outcome.time.active", most);
    }

    private static void show(Region node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }

    private static final class UnitCell extends ListCell<RunSummary.UnitTime> {

        private final Label name = new Label();
        private final StateBar bar = new StateBar();
        private final Label share = new Label();
        private final HBox row = new HBox(name, bar, share);
        private final Tooltip words = new Tooltip();

        UnitCell() {
            row.getStyleClass().add("unit-row");
            name.getStyleClass().add("unit-name");
            // Its number, by which it differs from the others, stands at the end.
            name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            share.getStyleClass().add("unit-share");
            HBox.setHgrow(bar, Priority.ALWAYS);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(RunSummary.UnitTime unit, boolean empty) {
            super.updateItem(unit, empty);
            if (empty || unit == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            name.setText(unit.name());
            bar.show(unit);
            share.setText(running(unit));
            var said = Messages.text("outcome.time.unit", unit.name(), inWords(unit));
            words.setText(said);
            setTooltip(words);
            setAccessibleText(said);
            setGraphic(row);
        }

        private static String inWords(RunSummary.UnitTime unit) {
            return unit.times().entrySet().stream()
                    .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                    .map(it -> "%s %s (%s)"
                            .formatted(
                                    Words.state(it.getKey()),
                                    Figures.duration(it.getValue()),
                                    Figures.percent(unit.share(it.getKey()))))
                    .collect(Collectors.joining(", "));
        }
    }
}
