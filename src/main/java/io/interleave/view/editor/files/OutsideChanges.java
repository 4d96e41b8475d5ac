package io.interleave.view.editor.files;

import io.interleave.view.fx.Latest;
import io.interleave.view.fx.Messages;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;

/// Notices when another program changes the file of the open scenario. Where nothing was edited here it is read
/// again, which can be undone; otherwise the user decides.
public final class OutsideChanges {

    /// @param content empty if the file is as it was
    private record Look(Optional<Stamp> stamp, Optional<TextFile.Content> content) {}

    private final WorkingCopies copies;
    private final Latest latest;

    public OutsideChanges(WorkingCopies copies, FilesHome home, Executor ui) {
        this.copies = copies;
        latest = new Latest(home.disk(), ui);
    }

    /// Looks at the file of the open scenario.
    public void look() {
        var copy = copies.current();
        copies.autosave().retry();
        copy.file().ifPresent(file -> {
            var known = copy.stamp();
            latest.ask(() -> look(file, known), seen -> {
                if (copy == copies.current() && copy.file().filter(file::equals).isPresent()) {
                    copy.stamped(seen.stamp());
                    seen.content().ifPresent(it -> found(copy, it));
                }
            });
        });
    }

    /// The time is taken before the text, so that what is written in between is found by the next look.
    private static Look look(Path file, Optional<Stamp> known) {
        var stamp = Stamp.of(file);
        return new Look(
                stamp, stamp.isPresent() && stamp.equals(known) ? Optional.empty() : Optional.of(TextFile.read(file)));
    }

    private void found(WorkingCopy copy, TextFile.Content content) {
        switch (content) {
            case TextFile.Content.Text(var theirs) -> found(copy, theirs);
            case TextFile.Content.Missing _ -> {
                if (!copy.isMissing()) {
                    copy.fileIsMissing();
                    copies.changed(copy);
                    copies.tell(new FileNotice.Missing(copy));
                }
            }
            // It is looked at again before it is written.
            case TextFile.Content.NoText _ ->
                copies.tell(new FileNotice.Failed(
                        Messages.text("files.failed.look", Sources.name(copy), Messages.text("files.no-text"))));
            case TextFile.Content.Unreadable(var why) ->
                copies.tell(new FileNotice.Failed(Messages.text("files.failed.look", Sources.name(copy), why)));
        }
    }

    private void found(WorkingCopy copy, String theirs) {
        boolean back = copy.isMissing();
        if (theirs.equals(copy.text()) || theirs.equals(copy.base())) {
            copies.fileHas(copy, theirs);
            if (back) {
                copies.putNoticeAway();
            }
        } else if (copy.isUnsaved() && !(back && copy.text().equals(copy.base()))) {
            copies.tell(new FileNotice.Conflict(copy, theirs));
        } else {
            take(copy, theirs);
            copies.tell(new FileNotice.ReadAgain(copy));
        }
    }

    /// What was edited here counts: saving replaces what the other program wrote.
    public void keepMine(FileNotice.Conflict conflict) {
        copies.putNoticeAway();
        copies.fileHas(conflict.copy(), conflict.theirs());
    }

    /// What the other program wrote counts. What was edited here can be had back by undoing.
    public void takeTheirs(FileNotice.Conflict conflict) {
        copies.putNoticeAway();
        take(conflict.copy(), conflict.theirs());
    }

    /// What was edited here becomes a scenario of its own beside the file.
    public void keepBoth(FileNotice.Conflict conflict) {
        copies.putNoticeAway();
        var mine = conflict.copy();
        mine.file().ifPresent(file -> {
            mine.cutLoose(Messages.text("files.mine", Sources.name(mine)));
            copies.changed(mine);
            copies.workbench().open(file);
        });
    }

    /// Has what was there before the file was read again; saving puts it into the file.
    void undo(WorkingCopy copy) {
        copies.putNoticeAway();
        copies.undo(copy);
    }

    private void take(WorkingCopy copy, String theirs) {
        // Before, so that what is replaced is not taken for an edit.
        copy.takes(theirs);
        copies.replace(copy, Messages.text("files.read-again"), theirs);
        copies.fileHas(copy, theirs);
    }

    /// Takes the open scenario back to what its file has, or the gallery. That can be undone.
    public void revert() {
        var copy = copies.current();
        var file = copy.file();
        if (file.isPresent()) {
            latest.ask(() -> TextFile.read(file.get()), content -> {
                switch (content) {
                    case TextFile.Content.Text(var theirs) -> {
                        copies.putNoticeAway();
                        take(copy, theirs);
                    }
                    case TextFile.Content.Missing _, TextFile.Content.NoText _, TextFile.Content.Unreadable _ ->
                        found(copy, content);
                }
            });
        } else if (!copy.base().isEmpty()) {
            copies.replace(copy, Messages.text("files.reverting"), copy.base());
        }
    }
}
