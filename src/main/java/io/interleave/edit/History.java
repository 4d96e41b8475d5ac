package io.interleave.edit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What has been done to a script, to be undone and done again without limit, in whichever view it was done.
/// Characters typed one behind the other are one step, and so are repeated edits of one group, until something
/// else is done or {@link #pause()} is called.
///
/// Belongs to one thread, that of the window. Views show {@link #script()} and follow the change that each method
/// returns.
public final class History {

    /// What undoing or doing again did.
    ///
    /// @param what was said of it when it was done
    /// @param selection to be shown now
    public record Step(String what, Change change, Script script, Selection selection) {}

    /// @param before ids of blocks by where they stood before, as far as the change alone does not tell
    /// @param after the same of afterwards
    private record Done(
            String what,
            String group,
            Change change,
            Selection selectedBefore,
            Selection selectedAfter,
            Map<Integer, Integer> before,
            Map<Integer, Integer> after) {}

    private static final String ALONE = "";
    private static final String TYPED = "typed";
    private static final String ERASED = "erased";

    private final Deque<Done> undoable = new ArrayDeque<>();
    private final Deque<Done> redoable = new ArrayDeque<>();
    private Script script;
    private Selection selection = Selection.NONE;
    private String open = ALONE;
    private String saved;

    /// @param script as it is in its file
    public History(Script script) {
        this.script = script;
        this.saved = script.text();
    }

    /// What all has been done to.
    public Script script() {
        return script;
    }

    /// What is selected now, in all views.
    public Selection selection() {
        return selection;
    }

    /// Selects something, which also ends what is being typed.
    public void select(Selection selected) {
        if (!selected.equals(selection)) {
            selection = selected;
            pause();
        }
    }

    /// Does what an operation came to.
    ///
    /// @param what a word for it, which is shown beside Undo
    public Script perform(String what, Edit.Done done) {
        return perform(what, ALONE, done);
    }

    /// Does what an operation came to; several in a row of one group, as of a slider that is dragged, are undone
    /// as one.
    ///
    /// @param group empty for what is undone by itself
    public Script perform(String what, String group, Edit.Done done) {
        if (!done.change().isNothing()) {
            record(what, group, done.change(), done.script(), done.selection());
        } else {
            selection = done.selection();
        }
        return script;
    }

    /// Does a change of the text's characters.
    ///
    /// @param what as for operations
    public Script type(String what, Change change, Selection after) {
        return type(what, change, _ -> after);
    }

    /// As {@link #type(String, Change, Selection)}.
    ///
    /// @param after what is selected then, in the changed script
    public Script type(String what, Change change, Function<Script, Selection> after) {
        if (!change.isNothing()) {
            var changed = script.with(change);
            record(what, group(change), change, changed, after.apply(changed));
        }
        return script;
    }

    /// The outline of a script that was not settled; undoing is not concerned.
    public Script settle() {
        script = script.settled();
        return script;
    }

    /// Ends what is being typed: what comes next is undone by itself.
    public void pause() {
        open = ALONE;
    }

    private String group(Change change) {
        if (change.replacements().size() != 1) {
            return ALONE;
        }
        var it = change.replacements().getFirst();
        if (it.removed().isEmpty()
                && it.inserted().length() <= 2
                && it.inserted().chars().noneMatch(c -> c == '\n')) {
            return TYPED;
        }
        return it.inserted().isEmpty() && it.removed().length() <= 2 ? ERASED : ALONE;
    }

    private void record(String what, String group, Change change, Script changed, Selection after) {
        redoable.clear();
        var last = undoable.peek();
        boolean continues = last != null && !group.equals(ALONE) && group.equals(open) && isNextTo(last, change, group);
        if (continues) {
            undoable.pop();
            undoable.push(
                    new Done(what, group, last.change.then(change), last.selectedBefore, after, last.before, Map.of()));
        } else {
            undoable.push(new Done(
                    what,
                    group,
                    change,
                    selection,
                    after,
                    script.idsUnknownAfter(changed, change.inverse()),
                    changed.idsUnknownAfter(script, change)));
        }
        script = changed;
        selection = after;
        open = group;
    }

    private static boolean isNextTo(Done last, Change change, String group) {
        var before = last.change.replacements().getLast();
        var next = change.replacements().getFirst();
        return switch (group) {
            case TYPED -> next.offset() == before.insertedEnd();
            case ERASED -> next.removedEnd() == before.offset() || next.offset() == before.offset();
            default -> true;
        };
    }

    public boolean canUndo() {
        return !undoable.isEmpty();
    }

    public boolean canRedo() {
        return !redoable.isEmpty();
    }

    /// What {@link #undo()} would undo.
    public Optional<String> undoable() {
        return Optional.ofNullable(undoable.peek()).map(Done::what);
    }

    public Optional<String> redoable() {
        return Optional.ofNullable(redoable.peek()).map(Done::what);
    }

    /// Undoes the last step; nothing if there is none.
    public Optional<Step> undo() {
        var done = undoable.poll();
        if (done == null) {
            return Optional.empty();
        }
        redoable.push(done);
        return Optional.of(go(done.what, done.change.inverse(), done.before, done.selectedBefore));
    }

    /// Does again what was undone last; nothing if there is nothing.
    public Optional<Step> redo() {
        var done = redoable.poll();
        if (done == null) {
            return Optional.empty();
        }
        undoable.push(done);
        return Optional.of(go(done.what, done.change, done.after, done.selectedAfter));
    }

    private Step go(String what, Change change, Map<Integer, Integer> ids, Selection selected) {
        script = script.with(change, Outline.Known.of(ids));
        selection = selected;
        pause();
        return new Step(what, change, script, selected);
    }

    /// Says what is in the file: the text as it is now, as it was when it was written, or what another program put
    /// there.
    public void saved(String inFile) {
        saved = inFile;
        pause();
    }

    /// Whether the text is the one in its file, also where that is so because all was undone.
    public boolean isSaved() {
        return script.text().equals(saved);
    }
}
