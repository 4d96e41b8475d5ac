package io.interleave.view.editor.blocks;

import io.interleave.view.fx.Messages;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A value that is typed where it stands. Enter, Tab or leaving takes it; Escape leaves all as it was.
final class ValueEditor extends TextField {

    /// What becomes of what was typed.
    interface Outcome {
        void take(String text);

        void giveUp();

        /// Goes on with the next value, or the one before.
        void next(boolean forwards);

        /// Shows what else can be done with the value, at a place of the screen.
        void menu(double screenX, double screenY);
    }

    private static final double PADDING = 22;
    private static final double PER_CHARACTER = 7.5;
    private static final double SLIMMEST = 46;

    private final Outcome outcome;
    private final Completion completion;
    private boolean ended;

    /// @param values of which one may be chosen instead of typing
    ValueEditor(
            String label,
            String text,
            Function<String, List<String>> completions,
            List<String> values,
            Outcome outcome) {
        super(text);
        this.outcome = outcome;
        getStyleClass().add("chip-editor");
        setAccessibleText(Messages.text("blocks.value", label));
        textProperty().subscribe(it -> setPrefWidth(Math.max(SLIMMEST, PADDING + PER_CHARACTER * it.length())));
        setMinWidth(SLIMMEST);
        setOnAction(_ -> end(this::take));
        // Before this one's own: keys first choose among what is offered.
        completion = new Completion(this, completions, values);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        // In place of the field's own: what is wanted is the same as before a value was clicked.
        addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            end(this::take);
            outcome.menu(event.getScreenX(), event.getScreenY());
            event.consume();
        });
        focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                end(this::take);
            }
        });
        sceneProperty().subscribe(it -> {
            if (it != null) {
                requestFocus();
                selectAll();
            }
        });
    }

    private void pressed(KeyEvent event) {
        if (event.isConsumed()) {
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            end(outcome::giveUp);
            event.consume();
        } else if (event.getCode() == KeyCode.TAB) {
            boolean forwards = !event.isShiftDown();
            end(() -> {
                take();
                outcome.next(forwards);
            });
            event.consume();
        }
    }

    private void take() {
        outcome.take(getText().strip());
    }

    private void end(Runnable how) {
        if (!ended) {
            ended = true;
            completion.hide();
            how.run();
        }
    }
}
