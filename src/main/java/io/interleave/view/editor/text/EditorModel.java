package io.interleave.view.editor.text;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What an editor shows of a scenario's text, without a control. The text is changed from two sides: by the user,
/// which is told to the host, and by the host, which the controls follow.
public final class EditorModel {

    /// Who owns the text and its history.
    public interface Host {

        /// The user has changed the text; the model has the new one already.
        ///
        /// @param caretBefore where the caret was, for a history to put it back there
        /// @param caretAfter where it is now
        void edited(TextEdit edit, int caretBefore, int caretAfter);

        /// The user wants the last change of the shared history taken back.
        void undo();

        /// The user wants the last change that was taken back again.
        void redo();
    }

    private final Host host;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<Annotation>> annotations = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Map<Integer, String>> marks = new SimpleObjectProperty<>(Map.of());
    private final BooleanProperty readOnly = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper caret = new ReadOnlyIntegerWrapper();
    private final CompletionList completions = new CompletionList();
    private Outline outline = Outline.of("");
    private Consumer<Change> follower = _ -> {};

    /// What the controls are to follow.
    sealed interface Change {

        /// Another text altogether.
        record Whole(String text) implements Change {}

        /// A change of the text that the user did not make here.
        record Part(TextEdit edit) implements Change {}

        /// A place is to be brought into sight and selected.
        record Place(int start, int end) implements Change {}
    }

    public EditorModel(Host host) {
        this.host = host;
    }

    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    public String text() {
        return text.get();
    }

    /// What is said about the text, in its order. It moves with the text until the host says something else.
    public ReadOnlyObjectProperty<List<Annotation>> annotationsProperty() {
        return annotations.getReadOnlyProperty();
    }

    /// The lines that stand out, from 1, each with the words behind it, perhaps none: those of a block that is
    /// selected, or those that units are at.
    public ObjectProperty<Map<Integer, String>> marksProperty() {
        return marks;
    }

    public BooleanProperty readOnlyProperty() {
        return readOnly;
    }

    /// Where the caret is, in `char`s of the text.
    public ReadOnlyIntegerProperty caretProperty() {
        return caret.getReadOnlyProperty();
    }

    /// Shows another text from its beginning.
    public void show(String shown) {
        completions.close();
        annotations.set(List.of());
        marks.set(Map.of());
        text.set(shown);
        lookAtAll();
        caret.set(0);
        follower.accept(new Change.Whole(shown));
    }

    /// Follows a change of the text that was made elsewhere: caret, scrolling and folds stay where they are.
    public void update(String changed) {
        var edit = TextEdit.between(text.get(), changed);
        if (!edit.isNothing()) {
            completions.close();
            text.set(changed);
            moveAnnotations(edit);
            follower.accept(new Change.Part(edit));
        }
    }

    /// Says what there is to say of the text as it is now.
    public void annotate(List<Annotation> said) {
        annotations.set(said.stream()
                .sorted(Comparator.comparingInt(Annotation::start).thenComparing(Annotation::severity))
                .toList());
    }

    /// Brings a stretch of the text into sight and selects it.
    public void reveal(int start, int end) {
        follower.accept(new Change.Place(start, end));
    }

    /// Brings a line into sight, from 1.
    public void revealLine(int line) {
        int start = 0;
        for (int i = 1; i < line && start >= 0; i++) {
            start = text.get().indexOf('\n', start) + 1;
        }
        reveal(start, start);
    }

    void follow(Consumer<Change> controls) {
        follower = controls;
    }

    CompletionList completions() {
        return completions;
    }

    /// What the text declared when it was last looked at as a whole: at a moment without keys.
    Outline outline() {
        return outline;
    }

    void lookAtAll() {
        outline = Outline.of(text.get());
    }

    /// The user has changed the text in a control, which shows it already.
    void typed(TextEdit edit) {
        int before = caret.get();
        int after = edit.offset() + edit.inserted().length();
        text.set(edit.applyTo(text.get()));
        moveAnnotations(edit);
        // Who follows the caret looks for it in the host's text, which must have the edit by then.
        host.edited(edit, before, after);
        caret.set(after);
    }

    void moveCaret(int offset) {
        caret.set(offset);
    }

    void undo() {
        completions.close();
        host.undo();
    }

    void redo() {
        completions.close();
        host.redo();
    }

    private void moveAnnotations(TextEdit edit) {
        if (!annotations.get().isEmpty()) {
            annotations.set(annotations.get().stream().map(it -> it.after(edit)).toList());
        }
    }

    /// What is said of the place of the caret, the worst first.
    List<Annotation> atCaret() {
        return annotations.get().stream()
                .filter(it -> it.touches(caret.get()))
                .sorted(Comparator.comparing(Annotation::severity))
                .toList();
    }

    /// What can be done about what is said of the caret's place, or else of its line.
    List<Annotation.Fix> fixes() {
        if (annotations.get().isEmpty()) {
            return List.of();
        }
        var here = fixes(caret.get(), caret.get());
        int end = text.get().indexOf('\n', caret.get());
        return here.isEmpty()
                ? fixes(
                        text.get().lastIndexOf('\n', caret.get() - 1) + 1,
                        end < 0 ? text.get().length() : end)
                : here;
    }

    private List<Annotation.Fix> fixes(int start, int end) {
        return annotations.get().stream()
                .filter(it -> it.start() <= end && it.end() >= start)
                .sorted(Comparator.comparing(Annotation::severity))
                .flatMap(it -> it.fixes().stream())
                .toList();
    }

    /// The next one behind the caret, or the one before it; beyond the last comes the first.
    Optional<Annotation> next(boolean forward) {
        var all = forward ? annotations.get() : annotations.get().reversed();
        return all.stream()
                .filter(it -> forward ? it.start() > caret.get() : it.start() < caret.get())
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /// The line of an offset, from 1.
    int line(int offset) {
        return 1
                + (int) text.get()
                        .substring(0, Math.min(offset, text.get().length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
