package io.interleave.view;

import io.interleave.view.fx.Messages;
import io.interleave.view.session.Workbench;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/// Says over the picture why something could not be opened; and where reading a run takes a while, that it is
/// being read.
public final class MessageController {

    /// What is read sooner is not worth a word.
    private static final Duration A_WHILE = Duration.millis(400);

    private static final PseudoClass READING = PseudoClass.getPseudoClass("reading");
    private final Workbench workbench;
    private final PauseTransition patience = new PauseTransition(A_WHILE);

    @FXML
    private HBox bar;

    @FXML
    private FontIcon icon;

    @FXML
    private Label text;

    @FXML
    private Button close;

    public MessageController(Workbench workbench) {
        this.workbench = workbench;
    }

    @FXML
    private void initialize() {
        bar.managedProperty().bind(bar.visibleProperty());
        patience.setOnFinished(_ -> show());
        workbench.archive().messageProperty().subscribe(_ -> show());
        workbench.archive().opener().readingProperty().subscribe(reading -> {
            if (reading) {
                patience.playFromStart();
            } else {
                patience.stop();
                show();
            }
        });
    }

    private void show() {
        var message = workbench.archive().messageProperty().get();
        boolean reading = message.isEmpty()
                && workbench.archive().opener().readingProperty().get();
        text.setText(message.orElseGet(() -> reading ? Messages.text("message.reading") : ""));
        icon.pseudoClassStateChanged(READING, reading);
        icon.setIconLiteral(reading ? "fth-clock" : "fth-alert-circle");
        close.setVisible(!reading);
        bar.setVisible(!text.getText().isEmpty());
    }

    @FXML
    private void close() {
        workbench.archive().putMessageAway();
    }
}
