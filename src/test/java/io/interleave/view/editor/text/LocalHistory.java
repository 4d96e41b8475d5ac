package io.interleave.view.editor.text;

import java.util.ArrayDeque;
import java.util.Deque;

/// A history of one text that nobody else changes. Characters that are typed one after the other are taken back
/// together.
public final class LocalHistory implements EditorModel.Host {

    private final Deque<TextEdit> done = new ArrayDeque<>();
    private final Deque<TextEdit> undone = new ArrayDeque<>();
    private EditorModel model = new EditorModel(this);

    /// Whose text this is the history of.
    public void attach(EditorModel attached) {
        model = attached;
    }

    /// Another text: there is nothing to take back.
    public void clear() {
        done.clear();
        undone.clear();
    }

    @Override
    public void edited(TextEdit edit, int caretBefore, int caretAfter) {
        undone.clear();
        var last = done.peek();
        if (last != null && goesOn(last, edit)) {
            done.pop();
            done.push(new TextEdit(last.offset(), last.removed(), last.inserted() + edit.inserted()));
        } else {
            done.push(edit);
        }
    }

    /// Whether a character of a word comes right behind the one before.
    private static boolean goesOn(TextEdit last, TextEdit edit) {
        return edit.removed().isEmpty()
                && edit.inserted().length() == 1
                && Character.isLetterOrDigit(edit.inserted().charAt(0))
                && !last.inserted().isEmpty()
                && !last.inserted().contains("\n")
                && last.offset() + last.inserted().length() == edit.offset();
    }

    @Override
    public void undo() {
        if (!done.isEmpty()) {
            var edit = done.pop();
            undone.push(edit);
            apply(edit.inverse());
        }
    }

    @Override
    public void redo() {
        if (!undone.isEmpty()) {
            var edit = undone.pop();
            done.push(edit);
            apply(edit);
        }
    }

    private void apply(TextEdit edit) {
        model.update(edit.applyTo(model.text()));
        int end = edit.offset() + edit.inserted().length();
        model.reveal(end, end);
    }
}
