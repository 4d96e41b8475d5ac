package io.interleave.view.editor.files;

import io.interleave.edit.Change;
import io.interleave.edit.Selection;
import io.interleave.model.Gallery;
import io.interleave.view.editor.Draft;
import io.interleave.view.fx.Messages;
import io.interleave.view.session.Document;
import io.interleave.view.session.Library;
import io.interleave.view.session.Workbench;
import io.interleave.view.store.DraftOrigin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The scenario that is open, and all that have edits which are not saved. Opening another one never asks and never
/// loses
/// anything: what was edited stays in the list, and on disk.
///
/// A scenario of the gallery becomes a copy with its first edit, and is the gallery's again when all is undone. Knows
/// no
/// controls. To be used on the window's thread.
public final class WorkingCopies {

    private final Draft draft;
    private final Workbench workbench;
    private final FilesHome home;
    private final Autosave autosave;
    private final ObservableList<WorkingCopy> unsaved = FXCollections.observableArrayList();
    private final List<WorkingCopy> discarded = new ArrayList<>();

    // Kept, since a view that nobody else holds would be collected together with those who listen to it.
    private final ObservableList<WorkingCopy> unsavedView = FXCollections.unmodifiableObservableList(unsaved);
    private final ObservableList<ListedFile> files = FXCollections.observableArrayList();
    private final ObservableList<ListedFile> filesView = FXCollections.unmodifiableObservableList(files);
    private final ReadOnlyObjectWrapper<WorkingCopy> current =
            new ReadOnlyObjectWrapper<>(WorkingCopy.of(new DraftOrigin.Loose(""), "", ""));
    private final ReadOnlyObjectWrapper<Optional<FileNotice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());

    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");

    /// What the document that is being opened is to be edited as, where that is known.
    private @Nullable WorkingCopy resuming;

    /// Whether the open document is told that it was saved: it is the same one.
    private boolean filing;

    private long openings;

    public WorkingCopies(Draft draft, Workbench workbench, FilesHome home, Executor ui) {
        this.draft = draft;
        this.workbench = workbench;
        this.home = home;
        autosave = new Autosave(home.drafts(), home.disk(), ui);
        draft.scriptProperty().subscribe(_ -> edited());
    }

    /// The one that is open.
    public ReadOnlyObjectProperty<WorkingCopy> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// What the window's title says: what is open, with a dot before what is not saved.
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    public WorkingCopy current() {
        return current.get();
    }

    /// Those with edits that are not saved, the open one too if it has any.
    public ObservableList<WorkingCopy> unsaved() {
        return unsavedView;
    }

    /// The files that were opened, the last one first.
    public ObservableList<ListedFile> files() {
        return filesView;
    }

    public ReadOnlyObjectProperty<Optional<FileNotice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    void tell(FileNotice news) {
        notice.set(Optional.of(news));
    }

    public void putNoticeAway() {
        notice.set(Optional.empty());
    }

    Autosave autosave() {
        return autosave;
    }

    Workbench workbench() {
        return workbench;
    }

    /// Lists what was not saved when the program ended, however it did.
    ///
    /// @return what was open then, if it was not saved
    public Optional<WorkingCopy> recover() {
        try {
            var kept = home.drafts().recover();
            Optional<WorkingCopy> open = Optional.empty();
            for (var it : kept) {
                var copy = WorkingCopy.of(it);
                unsaved.add(copy);
                if (open.isEmpty() && it.open()) {
                    open = Optional.of(copy);
                }
            }
            return open;
        } catch (IOException failed) {
            tell(new FileNotice.Failed(Messages.text("files.failed.recover", TextFile.why(failed))));
            return Optional.empty();
        }
    }

    /// Opens one of the list, as it was left.
    public void open(WorkingCopy copy) {
        if (copy != current.get()) {
            resuming = copy;
            open(document(copy));
            resuming = null;
        }
    }

    /// Opens a document, also if it is the one of which the edits have not been read yet.
    public void open(Document document) {
        long before = openings;
        workbench.open(document);
        if (openings == before) {
            opened(document);
        }
    }

    private Document document(WorkingCopy copy) {
        var name = switch (copy.origin()) {
            case DraftOrigin.Gallery(var its) -> its;
            case DraftOrigin.Loose(var its) -> its;
            case DraftOrigin.OfFile(var file) -> Library.stem(file);
        };
        return workbench.library().document(name, copy.file(), copy.text());
    }

    /// A new scenario, which is listed until it is saved or discarded.
    public void create(String title, String text) {
        open(WorkingCopy.ofTemplate(title, text, home.now().get()));
    }

    /// Lists files, and opens the first.
    public void openAll(List<Path> dropped) {
        dropped.stream().skip(1).forEach(file -> {
            var document = workbench.library().open(file);
            list(new ListedFile(normal(file), document.title()));
        });
        if (!dropped.isEmpty()) {
            workbench.open(dropped.getFirst());
        }
    }

    /// The window shows another document.
    void opened(Document document) {
        if (filing) {
            return;
        }
        openings++;
        var left = current.get();
        var copy = resuming == null ? copyOf(document) : resuming;
        if (document.file().isPresent() && document.unreadable().isEmpty()) {
            list(new ListedFile(normal(document.file().get()), document.title()));
            used(normal(document.file().get()));
        }
        if (notice.get().filter(FileNotice::isOfOpenFile).isPresent()) {
            putNoticeAway();
        }
        current.set(copy);
        if (left != copy && unsaved.contains(left)) {
            autosave.keep(left.kept(false));
        }
        draft.open(copy.history());
        named();
    }

    /// What a document is edited as. A file of which the text was not all to be read, or is another than the document
    /// has,
    /// as that of an earlier run, is not what is edited.
    private WorkingCopy copyOf(Document document) {
        var text = document.text();
        if (document.file().isPresent()) {
            var file = normal(document.file().get());
            var stamp = Stamp.of(file);
            boolean exact = TextFile.read(file).equals(new TextFile.Content.Text(text));
            var known = unsaved.stream()
                    .filter(it -> it.file().filter(file::equals).isPresent())
                    .filter(it -> exact || it.text().equals(text))
                    .findFirst();
            if (known.isPresent()) {
                return known.get();
            }
            if (exact) {
                var copy = WorkingCopy.of(new DraftOrigin.OfFile(file), document.title(), text);
                copy.stamped(stamp);
                return copy;
            }
        }
        return unsaved.stream()
                .filter(it -> document.file().isEmpty() && it.text().equals(text))
                .findFirst()
                .orElseGet(() -> WorkingCopy.of(origin(document), document.title(), text));
    }

    private static DraftOrigin origin(Document document) {
        boolean isGallery = document.file().isEmpty()
                && Gallery.find(document.name())
                        .filter(it -> it.text().equals(document.text()))
                        .isPresent();
        return isGallery ? new DraftOrigin.Gallery(document.name()) : new DraftOrigin.Loose(document.name());
    }

    static Path normal(Path file) {
        return file.toAbsolutePath().normalize();
    }

    void list(ListedFile file) {
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i).file().equals(file.file())) {
                files.set(i, file);
                return;
            }
        }
        files.addFirst(file);
    }

    /// The text of the open one is another, or is said to be saved.
    void edited() {
        changed(current.get());
    }

    void changed(WorkingCopy copy) {
        copy.note(home.now().get());
        named();
        if (copy.isUnsaved()) {
            if (!unsaved.contains(copy)) {
                unsaved.addFirst(copy);
            }
            autosave.keep(copy.kept(copy == current.get()));
        } else if (unsaved.remove(copy)) {
            autosave.forget(copy);
        }
    }

    /// The open scenario has that title now.
    void titled(String title) {
        current.get().titled(title);
        named();
    }

    private void named() {
        var title = current.get().titleProperty().get();
        name.set(current.get().isUnsaved() ? Messages.text("files.dot", title) : title);
    }

    /// The file of a copy has that text now.
    void fileHas(WorkingCopy copy, String text) {
        copy.fileHas(text);
        if (copy == current.get()) {
            draft.saved(text);
        }
        changed(copy);
    }

    /// What was discarded since the program was started, the last one first.
    public List<WorkingCopy> discarded() {
        return List.copyOf(discarded);
    }

    /// Takes a scenario and its edits off the list. It can be had back as long as the program runs.
    public void discard(WorkingCopy copy) {
        unsaved.remove(copy);
        discarded.addFirst(copy);
        autosave.forget(copy);
        var library = workbench.library();
        if (copy == current.get()) {
            switch (copy.origin()) {
                case DraftOrigin.OfFile(var file) -> open(library.open(file));
                case DraftOrigin.Gallery(var name) -> open(library.find(name).orElseGet(library::first));
                case DraftOrigin.Loose _ -> open(library.first());
            }
        }
        tell(new FileNotice.Discarded(copy));
    }

    /// Has what was discarded back.
    public void restore(WorkingCopy copy) {
        putNoticeAway();
        discarded.remove(copy);
        unsaved.addFirst(copy);
        autosave.keep(copy.kept(false));
        open(copy);
    }

    /// A copy was saved to a file, which it belongs to from now on.
    void saved(WorkingCopy copy, Path file, String text) {
        copy.movedTo(file);
        fileHas(copy, text);
        if (copy == current.get()) {
            filing = true;
            workbench.saved(file);
            filing = false;
        }
        list(new ListedFile(file, copy.titleProperty().get()));
        used(file);
    }

    /// Makes another text of a copy's, which can be undone.
    void replace(WorkingCopy copy, String what, String text) {
        var change = Change.between(copy.text(), text);
        var selected = copy.history().selection();
        var after = Selection.caret(Math.min(change.map(selected.caret()), text.length()));
        if (copy == current.get()) {
            draft.type(what, change, after);
        } else {
            copy.history().type(what, change, after);
            changed(copy);
        }
    }

    void undo(WorkingCopy copy) {
        if (copy == current.get()) {
            draft.undo();
        }
    }

    /// What messages call it: its file's name, or the name of the scenario.
    static String nameOf(WorkingCopy copy) {
        return switch (copy.origin()) {
            case DraftOrigin.OfFile(var file) -> file.getFileName().toString();
            case DraftOrigin.Gallery(var name) -> name;
            case DraftOrigin.Loose(var name) -> name;
        };
    }

    /// It is among the recent ones from now on; not worth a word if that cannot be kept.
    private void used(Path file) {
        home.disk().execute(() -> Recent.keep(home.settings(), file));
    }
}
