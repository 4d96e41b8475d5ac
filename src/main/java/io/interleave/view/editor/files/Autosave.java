package io.interleave.view.editor.files;

import io.interleave.view.store.DraftStore;
import io.interleave.view.store.KeptDraft;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Keeps drafts on disk from the moment of each edit. While one is being written the next ones wait, and of those
/// of one scenario only the last is written: typing never waits for the disk, and the disk is never further
/// behind than one write.
///
/// Called on the window's thread.
final class Autosave {

    /// How it stands.
    sealed interface State {

        /// All is on disk.
        record Kept() implements State {}

        /// What was asked for last is on its way there.
        record Keeping() implements State {}

        /// @param why sentences
        record Failed(String why) implements State {}
    }

    private final DraftStore store;
    private final Executor disk;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Kept());

    /// By their ids, what is yet to be written, or deleted if empty. Guarded by itself.
    private final Map<String, Optional<KeptDraft>> waiting = new LinkedHashMap<>();

    /// Whether a task is asked for that will see all that waits. Guarded by `waiting`.
    private boolean asked;

    Autosave(DraftStore store, Executor disk, Executor ui) {
        this.store = store;
        this.disk = disk;
        this.ui = ui;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    void keep(KeptDraft draft) {
        put(draft.id(), Optional.of(draft));
    }

    void forget(WorkingCopy copy) {
        put(copy.id(), Optional.empty());
    }

    /// Tries again what has failed.
    void retry() {
        if (state.get() instanceof State.Failed) {
            ask();
        }
    }

    private void put(String id, Optional<KeptDraft> content) {
        synchronized (waiting) {
            waiting.put(id, content);
        }
        if (!(state.get() instanceof State.Failed)) {
            state.set(new State.Keeping());
        }
        ask();
    }

    private void ask() {
        synchronized (waiting) {
            if (asked) {
                return;
            }
            asked = true;
        }
        disk.execute(this::write);
    }

    /// On the disk's thread.
    private void write() {
        Map<String, Optional<KeptDraft>> now;
        synchronized (waiting) {
            asked = false;
            now = new LinkedHashMap<>(waiting);
            waiting.clear();
        }
        Optional<String> problem = Optional.empty();
        for (var it : now.entrySet()) {
            try {
                write(it.getKey(), it.getValue());
            } catch (IOException failed) {
                problem = Optional.of(TextFile.why(failed));
                synchronized (waiting) {
                    waiting.putIfAbsent(it.getKey(), it.getValue());
                }
            }
        }
        tell(problem);
    }

    private void write(String id, Optional<KeptDraft> content) throws IOException {
        if (content.isPresent()) {
            store.write(content.get());
        } else {
            store.delete(id);
        }
    }

    private void tell(Optional<String> problem) {
        ui.execute(() -> {
            boolean done;
            synchronized (waiting) {
                done = !asked;
            }
            if (problem.isPresent()) {
                state.set(new State.Failed(problem.get()));
            } else {
                state.set(done ? new State.Kept() : new State.Keeping());
            }
        });
    }
}
