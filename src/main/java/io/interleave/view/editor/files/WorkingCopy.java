package io.interleave.view.editor.files;

import io.interleave.edit.Change;
import io.interleave.edit.History;
import io.interleave.edit.Script;
import io.interleave.edit.Selection;
import io.interleave.view.fx.Messages;
import io.interleave.view.store.DraftOrigin;
import io.interleave.view.store.KeptDraft;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// A scenario that is open or that has edits which are not saved: where it came from, and what has been done to
/// it.
public final class WorkingCopy {

    private final String id;
    private final History history;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
    private final ReadOnlyObjectWrapper<Instant> editedAt;
    private final ReadOnlyObjectWrapper<DraftOrigin> origin;
    private String scenario;
    private String base;
    private String noted;
    private boolean missing;
    private boolean own;
    private boolean pasted;
    private Optional<Stamp> stamp = Optional.empty();

    private WorkingCopy(
            String id, DraftOrigin origin, String scenario, String base, History history, Instant editedAt) {
        this.id = id;
        this.origin = new ReadOnlyObjectWrapper<>(origin);
        this.scenario = scenario;
        this.base = base;
        this.history = history;
        this.editedAt = new ReadOnlyObjectWrapper<>(editedAt);
        noted = history.script().text();
        own = !(origin instanceof DraftOrigin.OfFile) && (base.isEmpty() || origin instanceof DraftOrigin.Gallery);
        history.saved(base);
        showTitle();
    }

    /// One of which nothing has been edited yet.
    static WorkingCopy of(DraftOrigin origin, String title, String text) {
        return new WorkingCopy(
                UUID.randomUUID().toString(), origin, title, text, new History(Script.of(text)), Instant.EPOCH);
    }

    /// A new one, which is nowhere saved as it is.
    static WorkingCopy ofTemplate(String title, String text, Instant now) {
        return new WorkingCopy(
                UUID.randomUUID().toString(),
                new DraftOrigin.Loose(title),
                title,
                "",
                new History(Script.of(text)),
                now);
    }

    /// One of an earlier start: what was edited then can be undone at once.
    static WorkingCopy of(KeptDraft kept) {
        var start = kept.base().isEmpty() ? kept.text() : kept.base();
        var history = new History(Script.of(start));
        history.type(
                Messages.text("files.before"),
                Change.between(start, kept.text()),
                Selection.caret(Change.between(start, kept.text()).replacements().stream()
                        .findFirst()
                        .map(it -> it.insertedEnd())
                        .orElse(0)));
        history.pause();
        var copy = new WorkingCopy(kept.id(), kept.origin(), kept.title(), kept.base(), history, kept.at());
        copy.pasted = kept.pasted();
        return copy;
    }

    String id() {
        return id;
    }

    public DraftOrigin origin() {
        return origin.get();
    }

    /// Another one once it is saved elsewhere.
    ReadOnlyObjectProperty<DraftOrigin> originProperty() {
        return origin.getReadOnlyProperty();
    }

    /// The file that it is saved to, if there is one.
    public Optional<Path> file() {
        return origin() instanceof DraftOrigin.OfFile(var file) ? Optional.of(file) : Optional.empty();
    }

    History history() {
        return history;
    }

    public String text() {
        return history.script().text();
    }

    /// What it was before it was edited, or what its file has.
    String base() {
        return base;
    }

    /// What lists call it.
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// Whether all of it was written in this window, or comes with the program.
    boolean isOwn() {
        return own && !pasted;
    }

    /// A command in it came from the clipboard.
    void pasted() {
        pasted = true;
    }

    /// The user has looked at what was pasted, and trusts it.
    void agreed() {
        pasted = false;
    }

    /// When it was edited last.
    public ReadOnlyObjectProperty<Instant> editedAtProperty() {
        return editedAt.getReadOnlyProperty();
    }

    /// Whether there is anything that is to be found nowhere else.
    public boolean isUnsaved() {
        return missing || !history.isSaved();
    }

    /// The scenario's title is that now.
    void titled(String now) {
        scenario = now;
        showTitle();
    }

    /// Takes note of the time if the text is another than at the last call.
    void note(Instant now) {
        if (!text().equals(noted)) {
            noted = text();
            editedAt.set(now);
        }
        showTitle();
    }

    private void showTitle() {
        boolean isCopy = !(origin() instanceof DraftOrigin.OfFile) && !base.isEmpty() && isUnsaved();
        title.set(isCopy ? Messages.text("files.edited", scenario) : scenario);
    }

    /// The file has that text.
    void fileHas(String text) {
        base = text;
        missing = false;
        history.saved(text);
    }

    /// It becomes what another program has written into its file.
    void takes(String theirs) {
        own &= theirs.equals(base);
        fileHas(theirs);
    }

    /// It has become that of a file.
    void movedTo(Path file) {
        origin.set(new DraftOrigin.OfFile(file));
    }

    /// It is of no file any more, but its edits stay.
    void cutLoose(String name) {
        origin.set(new DraftOrigin.Loose(name));
    }

    boolean isMissing() {
        return missing;
    }

    /// Its file is gone.
    void fileIsMissing() {
        missing = true;
        stamp = Optional.empty();
    }

    Optional<Stamp> stamp() {
        return stamp;
    }

    void stamped(Optional<Stamp> seen) {
        stamp = seen;
    }

    KeptDraft kept(boolean open) {
        return new KeptDraft(id, origin(), scenario, base, text(), editedAt.get(), open, pasted);
    }
}
