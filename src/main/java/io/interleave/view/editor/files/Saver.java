package io.interleave.view.editor.files;

import io.interleave.view.fx.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Writes the open scenario to its file. A file that another program has changed meanwhile is not overwritten
/// before the user has said so.
public final class Saver {

    private static final String ENDING = ".interleave.yaml";

    /// What came of an attempt.
    private sealed interface Outcome {

        record Saved(Optional<Stamp> stamp) implements Outcome {}

        record Conflict(String theirs) implements Outcome {}

        record Failed(String why) implements Outcome {}
    }

    private final WorkingCopies copies;
    private final FilesHome home;
    private final Executor ui;

    /// What is being written to its file. Only afterwards is it known what the file should have at the next time.
    private @Nullable WorkingCopy saving;

    private boolean again;

    public Saver(WorkingCopies copies, FilesHome home, Executor ui) {
        this.copies = copies;
        this.home = home;
        this.ui = ui;
    }

    /// Saves the open scenario to its file.
    ///
    /// @return false if it has none, so that a place must be chosen first
    public boolean save() {
        var copy = copies.current();
        copy.file().ifPresent(file -> {
            if (copy == saving) {
                again = true;
                return;
            }
            saving = copy;
            var text = copy.text();
            var base = copy.base();
            home.disk().execute(() -> {
                var outcome = replace(file, base, text);
                ui.execute(() -> took(copy, file, text, outcome));
            });
        });
        return copy.file().isPresent();
    }

    /// Saves the open scenario to another file, which it belongs to from then on.
    ///
    /// @param chosen what is there may be replaced: the user was asked
    public void saveAs(Path chosen) {
        var copy = copies.current();
        var text = copy.text();
        var file = Sources.normal(named(chosen));
        // With an ending that was not typed it is another file than the one that was asked about.
        boolean overwrite = file.equals(Sources.normal(chosen));
        home.disk().execute(() -> {
            var outcome = write(file, text, overwrite);
            ui.execute(() -> took(copy, file, text, outcome));
        });
    }

    private static Path named(Path chosen) {
        var name = chosen.getFileName().toString();
        return name.contains(".") ? chosen : chosen.resolveSibling(name + ENDING);
    }

    /// What to call the open scenario's file, before the user says otherwise.
    public String suggestion() {
        var copy = copies.current();
        return copy.file()
                .map(it -> it.getFileName().toString())
                .orElseGet(() -> Sources.name(copy).replaceAll("[^A-Za-z0-9._-]+", "-") + ENDING);
    }

    private static Outcome replace(Path file, String base, String text) {
        return switch (TextFile.read(file)) {
            case TextFile.Content.Text(var theirs)
            when !theirs.equals(base) && !theirs.equals(text) -> new Outcome.Conflict(theirs);
            case TextFile.Content.Text _, TextFile.Content.Missing _ -> write(file, text, true);
            case TextFile.Content.NoText _ -> new Outcome.Failed(Messages.text("files.no-text"));
            case TextFile.Content.Unreadable(var why) -> new Outcome.Failed(why);
        };
    }

    private static Outcome write(Path file, String text, boolean overwrite) {
        try {
            TextFile.write(file, text, overwrite);
            return new Outcome.Saved(Stamp.of(file));
        } catch (IOException failed) {
            return new Outcome.Failed(TextFile.why(failed));
        }
    }

    private void took(WorkingCopy copy, Path file, String text, Outcome outcome) {
        if (copy == saving) {
            saving = null;
        }
        switch (outcome) {
            case Outcome.Saved(var stamp) -> {
                copies.saved(copy, file, text);
                copy.stamped(stamp);
            }
            case Outcome.Conflict(var theirs) -> copies.tell(new FileNotice.Conflict(copy, theirs));
            case Outcome.Failed(var why) ->
                copies.tell(new FileNotice.Failed(Messages.text("files.failed.save", file, why)));
        }
        if (again) {
            again = false;
            save();
        }
    }
}
