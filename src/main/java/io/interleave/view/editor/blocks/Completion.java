package io.interleave.view.editor.blocks;

import java.util.List;
import java.util.function.Function;
import javafx.event.ActionEvent;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;

/// Offers, below a field, what the word at its caret may be meant to become, and at once what all of it may be.
/// Takes no focus and no clicks from others.
final class Completion {

    private static final double ROW = 24;
    private static final double WIDTH = 170;
    private static final int MOST = 7;

    private final TextField field;
    private final Function<String, List<String>> completions;
    private final List<String> values;
    private final ListView<String> list = new ListView<>();
    private final Popup popup = new Popup();
    private String seen;
    private boolean offered;

    /// @param values of which one is all of what is typed, and taken with one click
    Completion(TextField field, Function<String, List<String>> completions, List<String> values) {
        this.field = field;
        this.completions = completions;
        this.values = values;
        this.seen = field.getText();
        list.getStyleClass().add("completions");
        list.getStylesheets().add(Sheet.URL);
        list.setFixedCellSize(ROW);
        list.setPrefWidth(WIDTH);
        list.setFocusTraversable(false);
        list.setOnMouseClicked(_ -> take());
        popup.getContent().setAll(list);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        // The caret follows the text, so that now both are known.
        field.caretPositionProperty().subscribe(() -> {
            if (field.isFocused() && !field.getText().equals(seen)) {
                seen = field.getText();
                offer(found());
            }
        });
        // Before it is in its place, nothing can stand below it.
        field.needsLayoutProperty().subscribe(needed -> {
            if (!needed && field.isFocused() && !offered) {
                offered = true;
                offer(values);
            }
        });
    }

    void hide() {
        popup.hide();
    }

    private List<String> found() {
        var begun = values.stream().filter(it -> it.startsWith(field.getText())).toList();
        return begun.isEmpty() ? completions.apply(word()) : begun;
    }

    private void offer(List<String> found) {
        if (found.isEmpty() || field.getScene() == null) {
            hide();
            return;
        }
        list.getItems().setAll(found);
        list.getSelectionModel().clearSelection();
        list.setPrefHeight(2 + ROW * Math.min(MOST, found.size()));
        var at = field.localToScreen(0, field.getHeight() + 2);
        popup.show(field, at.getX(), at.getY());
    }

    private void pressed(KeyEvent event) {
        if (!popup.isShowing()) {
            return;
        }
        var selection = list.getSelectionModel();
        switch (event.getCode()) {
            case DOWN -> selection.selectNext();
            case UP -> selection.selectPrevious();
            case ESCAPE -> hide();
            case ENTER, TAB -> {
                if (selection.getSelectedItem() == null) {
                    hide();
                    return;
                }
                take();
            }
            default -> {
                return;
            }
        }
        list.scrollTo(Math.max(0, selection.getSelectedIndex()));
        event.consume();
    }

    /// Puts what is chosen in place of the word at the caret, or of all.
    private void take() {
        var chosen = list.getSelectionModel().getSelectedItem();
        hide();
        if (values.contains(chosen)) {
            seen = chosen;
            field.setText(chosen);
            field.fireEvent(new ActionEvent());
        } else if (chosen != null) {
            int caret = field.getCaretPosition();
            int start = caret - word().length();
            seen = new StringBuilder(field.getText())
                    .replace(start, caret, chosen)
                    .toString();
            field.replaceText(start, caret, chosen);
            field.positionCaret(start + chosen.length());
        }
    }

    private String word() {
        String text = field.getText().substring(0, field.getCaretPosition());
        int at = text.length();
        while (at > 0 && isPart(text.charAt(at - 1))) {
            at--;
        }
        return text.substring(at);
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '.';
    }
}
