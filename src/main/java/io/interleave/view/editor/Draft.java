package io.interleave.view.editor;

import io.interleave.edit.Block;
import io.interleave.edit.Change;
import io.interleave.edit.Edit;
import io.interleave.edit.History;
import io.interleave.edit.Operation;
import io.interleave.edit.Script;
import io.interleave.edit.Selection;
import io.interleave.lint.Fix;
import io.interleave.lint.Hint;
import io.interleave.lint.Lint;
import io.interleave.model.Reading;
import io.interleave.view.fx.Latest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The open scenario as it is being edited. Blocks, text and properties all show this one script and change it here, so
/// that they are always in step, and undoing goes back over what was done in any of them.
///
/// Knows no controls. To be used on the window's thread.
public final class Draft {

    /// A command with the first word of what it starts: nobody types so much at once.
    private static final Pattern COMMAND = Pattern.compile("command\\W*\\w.*");

    private final Latest latest;
    private final ReadOnlyObjectWrapper<Script> script = new ReadOnlyObjectWrapper<>(Script.of(""));
    private final ReadOnlyObjectWrapper<Selection> selection = new ReadOnlyObjectWrapper<>(Selection.NONE);
    private final ReadOnlyObjectWrapper<Optional<Reading>> reading = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Hint>> hints = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<String>> undoable = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> redoable = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper saved = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private int opened;
    private Runnable pasted = () -> {};
    private History history = new History(script.get());

    /// @param background reads texts
    /// @param ui runs a task on the window's thread
    public Draft(Executor background, Executor ui) {
        latest = new Latest(background, ui);
    }

    /// @param told whenever a command comes into the text that nobody has typed: that was pasted
    public void tellOfPasted(Runnable told) {
        pasted = told;
    }

    private void lookAt(String inserted) {
        String before = script().text();
        boolean isNew =
                COMMAND.matcher(inserted).results().map(MatchResult::group).anyMatch(it -> !before.contains(it));
        if (isNew) {
            pasted.run();
        }
    }

    /// Another scenario, of which nothing has been edited yet.
    public void open(String text) {
        open(new History(Script.of(text)));
    }

    /// Another scenario, with what has been done to it before. From now on edits are done there.
    public void open(History another) {
        history = another;
        opened++;
        show(false);
    }

    /// How often a scenario was opened: with another count it is another scenario, not an edit of the one before.
    public int opened() {
        return opened;
    }

    /// The text, and the blocks in it.
    public ReadOnlyObjectProperty<Script> scriptProperty() {
        return script.getReadOnlyProperty();
    }

    public Script script() {
        return script.get();
    }

    /// What is selected, in all views.
    public ReadOnlyObjectProperty<Selection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /// What the text says and what is wrong with it; empty until it has been read, which is soon after it was
    /// opened and after each change, and of a large one that is changed when the user rests, or at
    /// {@link #settle()}.
    public ReadOnlyObjectProperty<Optional<Reading>> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /// What in the scenario is probably a mistake; of the text before for as long as a changed one is looked at.
    public ReadOnlyObjectProperty<List<Hint>> hintsProperty() {
        return hints.getReadOnlyProperty();
    }

    /// What {@link #undo()} would undo, in a few words.
    public ReadOnlyObjectProperty<Optional<String>> undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<String>> redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    /// Whether the text is the one that was opened or saved last.
    public ReadOnlyBooleanProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /// Why what was tried last could not be done, a sentence; empty if it could.
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// Does something with blocks; what cannot be done says why in {@link #noticeProperty()}.
    ///
    /// @param what a few words for it, shown beside Undo
    /// @return whether it could be done
    public boolean perform(String what, Operation operation) {
        return perform(what, "", operation);
    }

    /// As {@link #perform(String, Operation)}; several in a row of one group, as of a slider that is dragged,
    /// are undone as one.
    public boolean perform(String what, String group, Operation operation) {
        return switch (history.script().edit(operation)) {
            case Edit.Done done -> {
                if (operation instanceof Operation.Paste(var _, String yaml)) {
                    lookAt(yaml);
                }
                history.perform(what, group, done);
                show();
                yield true;
            }
            case Edit.Refused(String why) -> {
                notice.set(why);
                yield false;
            }
        };
    }

    /// Changes characters of the text.
    ///
    /// @param after what is selected then
    public void type(String what, Change change, Selection after) {
        type(what, change, _ -> after);
    }

    /// Changes characters of the text, as somebody types.
    ///
    /// @param caret where it is then, which selects the block around it
    public void type(String what, Change change, int caret) {
        type(what, change, changed -> at(changed, caret));
    }

    private void type(String what, Change change, Function<Script, Selection> after) {
        change.replacements().forEach(it -> lookAt(it.inserted()));
        history.type(what, change, after);
        show();
    }

    /// Puts something right.
    ///
    /// @param fix made for the text as it is
    public void apply(Fix fix) {
        String text = script.get().text();
        type(fix.words(), Change.between(text, fix.apply(text)), selection.get());
    }

    public void select(Selection selected) {
        history.select(selected);
        selection.set(selected);
    }

    /// What is selected when the caret is there: the block around it.
    public Selection at(int caret) {
        return at(script(), caret);
    }

    private static Selection at(Script script, int caret) {
        int at = Math.min(caret, script.text().length());
        var outline = script.outline();
        var block = script.isSound() ? outline.at(at) : outline.scenario();
        var blocks = block.kind() == Block.Kind.SCENARIO ? List.<Integer>of() : List.of(block.id());
        return new Selection(at, at, blocks);
    }

    /// Takes back what was done last, in whichever view.
    public void undo() {
        history.undo().ifPresent(_ -> show());
    }

    public void redo() {
        history.redo().ifPresent(_ -> show());
    }

    /// Says what is in the scenario's file.
    public void saved(String inFile) {
        history.saved(inFile);
        saved.set(history.isSaved());
    }

    /// Reads at once what has not been read yet: for who takes the scenario as it is seen, however new that is.
    public void settle() {
        if (reading.get().isEmpty()) {
            latest.forget();
            show(Read.of(script.get()));
        }
    }

    private void show() {
        show(history.script().isLarge());
    }

    private void show(boolean atRest) {
        notice.set("");
        undoable.set(history.undoable());
        redoable.set(history.redoable());
        saved.set(history.isSaved());
        var now = history.script();
        boolean another = now != script.get();
        script.set(now);
        selection.set(history.selection());
        if (another) {
            reading.set(now.readingIfRead());
            latest.ask(atRest, () -> Read.of(now), this::show);
        }
    }

    /// Whole texts are read beside the window: thousands of steps take longer than a frame.
    private record Read(Script settled, Reading reading, List<Hint> hints) {

        static Read of(Script script) {
            var reading = script.reading();
            return new Read(
                    script.settled(), reading, reading.scenario().map(Lint::of).orElse(List.of()));
        }
    }

    private void show(Read read) {
        if (read.settled().standing() != script.get().standing()) {
            script.set(history.settle());
        }
        hints.set(read.hints());
        reading.set(Optional.of(read.reading()));
    }
}
