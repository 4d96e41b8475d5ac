package io.interleave.view.editor.blocks;

import io.interleave.view.fx.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/// What comments say of a block, to be written below it. Enter and a click elsewhere take it, Shift and Enter begin
/// another line, Escape leaves all as it was.
final class CommentPopup {

    private static final int FEWEST = 2;
    private static final int MOST = 8;
    private static final int COLUMNS = 26;

    private final TextArea area = new TextArea();
    private final Popup popup;
    private boolean taken = true;

    private CommentPopup(List<String> lines, Consumer<List<String>> take) {
        String before = String.join("\n", lines);
        area.setText(before);
        area.getStyleClass().add("comment-area");
        area.setAccessibleText(Messages.text("blocks.comment"));
        area.setPrefColumnCount(COLUMNS);
        area.setPrefRowCount(Math.clamp(lines.size(), FEWEST, MOST));
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        var hint = new Label(Messages.text("blocks.comment.hint"));
        hint.getStyleClass().add("hint");
        var content = new VBox(area, hint);
        content.getStyleClass().add("comment-popup");
        popup = Popups.of(content);
        popup.setOnHidden(_ -> {
            if (taken && !area.getText().equals(before)) {
                take.accept(area.getText().strip().lines().map(String::strip).toList());
            }
        });
    }

    /// @param lines what they say now
    static void show(List<String> lines, Consumer<List<String>> take, Node at) {
        var shown = new CommentPopup(lines, take);
        Popups.show(shown.popup, at);
        shown.area.requestFocus();
        shown.area.end();
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> {
                if (event.isShiftDown()) {
                    area.replaceSelection("\n");
                } else {
                    popup.hide();
                }
            }
            case ESCAPE -> {
                taken = false;
                popup.hide();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }
}
