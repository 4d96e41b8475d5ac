package io.interleave.view.reading;

import io.interleave.view.fx.Messages;
import io.interleave.view.timeline.Note;
import io.interleave.view.timeline.TimelineView;
import javafx.event.ActionEvent;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextInputDialog;

/// Asks what a mark is about.
final class NoteEditor {

    private final TimelineView timeline;
    private final ButtonType remove = new ButtonType(Messages.text("note.remove"), ButtonBar.ButtonData.LEFT);

    NoteEditor(TimelineView timeline) {
        this.timeline = timeline;
    }

    /// Asks for the note of a mark that has just been made; where that is given up there is no mark.
    void ask(Note note) {
        open(note, true);
    }

    /// Lets a note be changed, or its mark be taken away.
    void edit(Note note) {
        open(note, false);
    }

    private void open(Note note, boolean isNew) {
        var dialog = new TextInputDialog(note.text());
        dialog.initOwner(timeline.getScene().getWindow());
        dialog.setTitle(Messages.text("note.title"));
        dialog.setHeaderText(Messages.text("note.header"));
        dialog.setGraphic(null);
        dialog.getEditor().setPromptText(Messages.text("note.prompt"));
        if (!isNew) {
            var pane = dialog.getDialogPane();
            pane.getButtonTypes().add(remove);
            // A dialog that closes without a result asks its converter again, as if it had been given up.
            pane.lookupButton(remove)
                    .addEventHandler(ActionEvent.ACTION, _ -> timeline.notes().remove(note));
        }
        dialog.setResultConverter(
                button -> button == ButtonType.OK ? dialog.getEditor().getText() : null);
        dialog.setOnHidden(_ -> {
            if (dialog.getResult() != null) {
                replace(note, dialog.getResult());
            } else if (isNew) {
                timeline.notes().remove(note);
            }
            timeline.requestFocus();
        });
        dialog.show();
    }

    private void replace(Note note, String text) {
        int at = timeline.notes().indexOf(note);
        if (at >= 0) {
            timeline.notes()
                    .set(at, new Note(note.time(), text.replace('\t', ' ').strip()));
        }
    }
}
