package io.interleave.view.editor.blocks;

import io.interleave.view.fx.Messages;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.textfield.AutoCompletionBinding;

/// A value that is typed where it stands. Enter, Tab or leaving takes it; Escape leaves all as it was.
final class ValueEditor extends TextField {

    /// What becomes of what was typed.
    interface Outcome {
        void take(String text);

        void giveUp();

        /// Goes on with the next value, or the one before.
        void next(boolean forwards);
    }

    private static final double PADDING = 18;
    private static final double PER_CHARACTER = 7.5;
    private static final double SLIMMEST = 46;

    private final Outcome outcome;
    private boolean ended;

    ValueEditor(String label, String text, Function<String, List<String>> completions, Outcome outcome) {
        super(text);
        this.outcome = outcome;
        getStyleClass().add("chip-editor");
        setAccessibleText(Messages.text("blocks.value", label));
        textProperty().subscribe(it -> setPrefWidth(Math.max(SLIMMEST, PADDING + PER_CHARACTER * it.length())));
        setMinWidth(SLIMMEST);
        setOnAction(_ -> end(this::take));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
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
        new Completion(this, completions).setDelay(0);
    }

    private void pressed(KeyEvent event) {
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
            how.run();
        }
    }

    /// Completes the word at the caret.
    private static final class Completion extends AutoCompletionBinding<String> {

        private final TextField field;

        Completion(TextField field, Function<String, List<String>> completions) {
            super(
                    field,
                    request -> completions.apply(request.getUserText()),
                    new javafx.util.converter.DefaultStringConverter());
            this.field = field;
            setHideOnEscape(true);
            setVisibleRowCount(6);
            field.textProperty().subscribe((_, text) -> {
                if (field.isFocused()) {
                    setUserInput(word(text.substring(0, Math.min(field.getCaretPosition() + 1, text.length()))));
                }
            });
        }

        private static String word(String text) {
            int at = text.length();
            while (at > 0 && isPart(text.charAt(at - 1))) {
                at--;
            }
            return text.substring(at);
        }

        private static boolean isPart(char c) {
            return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '.';
        }

        @Override
        public void dispose() {
            hidePopup();
        }

        @Override
        protected void completeUserInput(String completion) {
            int caret = field.getCaretPosition();
            String before = field.getText().substring(0, caret);
            String word = word(before);
            field.replaceText(caret - word.length(), caret, completion);
            field.positionCaret(caret - word.length() + completion.length());
        }
    }
}
