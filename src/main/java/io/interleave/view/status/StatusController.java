package io.interleave.view.status;

import io.interleave.run.RunEnd;
import io.interleave.view.fx.Messages;
import io.interleave.view.fx.Pulse;
import io.interleave.view.runs.EndWords;
import io.interleave.view.session.RunState;
import io.interleave.view.session.RunSummary;
import io.interleave.view.session.Workbench;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/// The line at the bottom: where the run is in its life, how much of it is kept, and how well the cores are known.
public final class StatusController {

    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final Workbench workbench;

    @FXML
    private Label state;

    @FXML
    private Label kept;

    @FXML
    private Label lost;

    @FXML
    private Label source;

    public StatusController(Workbench workbench) {
        this.workbench = workbench;
    }

    @FXML
    private void initialize() {
        var session = workbench.session();
        var pulse = new Pulse(this::showState);
        session.stateProperty().subscribe(now -> {
            showState();
            pulse.runWhile(now.isRunning());
        });
        session.reportProperty().subscribe(report -> {
            showState();
            showCounts(report);
        });
    }

    private void showState() {
        var now = workbench.session().state();
        var words = EndWords.of(now, workbench.session().reportProperty().get());
        if (!words.equals(state.getText())) {
            state.setText(words);
        }
        state.pseudoClassStateChanged(
                BAD, now instanceof RunState.Ended(var _, RunEnd end, var _) && EndWords.isBad(end));
    }

    private void showCounts(RunSummary report) {
        kept.setText(report == RunSummary.EMPTY ? "" : Messages.text("status.kept", report.eventsKept()));
        var words = new StringBuilder();
        if (report.eventsNotKept() > 0) {
            words.append(Messages.text("status.not-kept", report.eventsNotKept()));
        }
        if (report.switchesLost() > 0) {
            words.append(words.isEmpty() ? "" : ", ")
                    .append(Messages.text("status.switches-lost", report.switchesLost()));
        }
        report.damage()
                .ifPresent(it -> words.append(words.isEmpty() ? "" : ", ").append(it));
        lost.setText(words.toString());
        lost.setManaged(!words.isEmpty());
        source.setText(report.source()
                .filter(it -> !it.reason().isEmpty())
                .map(it -> Messages.text("status.source." + it.kind()))
                .orElse(""));
        source.setManaged(!source.getText().isEmpty());
        source.setTooltip(report.source()
                .map(RunSummary.Source::reason)
                .filter(reason -> !reason.isEmpty())
                .map(Tooltip::new)
                .orElse(null));
    }
}
