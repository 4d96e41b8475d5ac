package io.interleave.view;

import io.interleave.model.CommandText;
import io.interleave.view.fx.Focus;
import io.interleave.view.fx.Messages;
import io.interleave.view.session.TrustQuestion;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// Asks, over the window, whether the commands of a scenario may be started.
public final class TrustController {

    private final TrustQuestion question;

    @FXML
    private BorderPane trust;

    @FXML
    private Label heading;

    @FXML
    private VBox commands;

    @FXML
    private Label problem;

    @FXML
    private Button refuse;

    public TrustController(TrustQuestion question) {
        this.question = question;
    }

    @FXML
    private void initialize() {
        trust.visibleProperty().bind(question.askedProperty().map(it -> it.isPresent()));
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        trust.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                refuse();
                event.consume();
            }
        });
        question.askedProperty().subscribe(asked -> asked.ifPresent(this::show));
    }

    private void show(TrustQuestion.Asked asked) {
        heading.setText(Messages.text("trust.heading", asked.file()));
        problem.setText(asked.problem());
        commands.getChildren()
                .setAll(asked.commands().stream().map(TrustController::card).toList());
        // The answer that a stray key gives must be no.
        Focus.give(refuse);
    }

    private static VBox card(CommandText command) {
        var card = new VBox(
                label(Messages.text("trust.unit", command.unit(), command.count()), "pane-title"),
                label(command.line(), "trust-command"),
                label(
                        command.directory()
                                .map(it -> Messages.text("trust.directory", it))
                                .orElse(Messages.text("trust.directory.own")),
                        "text-muted"));
        command.environment()
                .forEach((name, value) ->
                        card.getChildren().add(label(Messages.text("trust.environment", name, value), "text-muted")));
        card.getStyleClass().add("trust-card");
        return card;
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    @FXML
    private void once() {
        question.runOnce();
    }

    @FXML
    private void trust() {
        question.trust();
    }

    @FXML
    private void refuse() {
        question.withdraw();
    }
}
