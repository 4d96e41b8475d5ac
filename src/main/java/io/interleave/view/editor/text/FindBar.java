package io.interleave.view.editor.text;

import io.interleave.view.fx.Messages;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// Finds words in the text: Enter the next one, Shift+Enter the one before, Escape back to the text.
final class FindBar extends HBox {

    private final EditorModel model;
    private final BiConsumer<Integer, Integer> select;
    private final Runnable back;
    private final TextField field = new TextField();
    private final Label count = new Label();

    /// @param select what to do with the place that was found: where it begins and ends
    /// @param back what to do when the user is through
    FindBar(EditorModel model, BiConsumer<Integer, Integer> select, Runnable back) {
        this.model = model;
        this.select = select;
        this.back = back;
        getStyleClass().add("find-bar");
        field.setPromptText(Messages.text("editor.find.prompt"));
        field.setAccessibleText(Messages.text("editor.find.prompt"));
        getChildren().setAll(field, count);
        field.textProperty()
                .subscribe(
                        _ -> find(model.caretProperty().get() - field.getText().length(), true));
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                int caret = model.caretProperty().get();
                find(event.isShiftDown() ? caret - field.getText().length() - 1 : caret, !event.isShiftDown());
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        close();
    }

    void open() {
        setVisible(true);
        setManaged(true);
        field.requestFocus();
        field.selectAll();
    }

    private void close() {
        boolean was = isVisible();
        setVisible(false);
        setManaged(false);
        if (was) {
            back.run();
        }
    }

    private void find(int from, boolean forward) {
        String wanted = field.getText().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            count.setText("");
            return;
        }
        String text = model.text().toLowerCase(Locale.ROOT);
        int at = forward ? text.indexOf(wanted, Math.max(0, from)) : text.lastIndexOf(wanted, from);
        at = at >= 0 ? at : forward ? text.indexOf(wanted) : text.lastIndexOf(wanted);
        if (at < 0) {
            count.setText(Messages.text("editor.find.none"));
            return;
        }
        count.setText(Messages.text(
                "editor.find.count", occurrences(text.substring(0, at), wanted) + 1, occurrences(text, wanted)));
        select.accept(at, at + wanted.length());
    }

    private static int occurrences(String text, String wanted) {
        int count = 0;
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length())) {
            count++;
        }
        return count;
    }
}
