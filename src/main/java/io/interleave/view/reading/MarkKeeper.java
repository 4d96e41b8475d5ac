package io.interleave.view.reading;

import io.interleave.view.session.RunState;
import io.interleave.view.session.Workbench;
import io.interleave.view.timeline.Note;
import io.interleave.view.timeline.TimelineView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.collections.ListChangeListener;

/// Keeps the marks of each run with it. Where that cannot be done they last as long as the run is shown, with a
/// warning in the log.
final class MarkKeeper {

    private static final System.Logger LOG = System.getLogger(MarkKeeper.class.getName());

    private final Workbench workbench;
    private final TimelineView timeline;
    private final Executor background;
    private final Executor ui;
    private List<Note> kept = List.of();

    MarkKeeper(Workbench workbench, TimelineView timeline, Executor background, Executor ui) {
        this.workbench = workbench;
        this.timeline = timeline;
        this.background = background;
        this.ui = ui;
        timeline.notes().addListener((ListChangeListener<Note>) _ -> keep());
    }

    /// Another run is shown, or none.
    void shown() {
        kept = List.of();
        var feed = workbench.session().feedProperty().get();
        if (feed.isEmpty()) {
            return;
        }
        directory()
                .ifPresent(directory -> background.execute(() -> {
                    try {
                        var notes = NoteFile.read(directory);
                        ui.execute(() -> {
                            if (workbench.session().feedProperty().get().equals(feed) && !notes.isEmpty()) {
                                kept = notes;
                                timeline.notes().setAll(notes);
                            }
                        });
                    } catch (IOException failed) {
                        LOG.log(System.Logger.Level.WARNING, "the marks in " + directory + " cannot be read", failed);
                    }
                }));
    }

    private void keep() {
        var notes = List.copyOf(timeline.notes());
        // The picture is cleared of its marks when another run comes.
        if (notes.equals(kept) || workbench.session().feedProperty().get().isEmpty()) {
            return;
        }
        kept = notes;
        directory()
                .ifPresent(directory -> background.execute(() -> {
                    try {
                        NoteFile.write(directory, notes);
                    } catch (IOException failed) {
                        LOG.log(System.Logger.Level.WARNING, "the marks in " + directory + " cannot be kept", failed);
                    }
                }));
    }

    private Optional<Path> directory() {
        return switch (workbench.session().state()) {
            case RunState.Running it -> Optional.of(it.plan().directory());
            case RunState.Ended it -> Optional.of(it.plan().directory());
            case RunState.Idle _, RunState.Starting _ -> Optional.empty();
        };
    }
}
