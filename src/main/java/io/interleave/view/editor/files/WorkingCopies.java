package io.interleave.view.editor.files;

import io.interleave.edit.Change;
import io.interleave.edit.Selection;
import io.interleave.view.editor.Draft;
import io.interleave.view.fx.Messages;
import io.interleave.view.session.Document;
import io.interleave.view.session.Workbench;
import io.interleave.view.store.DraftOrigin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The scenario that is open, and all that have edits which are not saved. Opening another one never asks and
/// never loses anything: what was edited stays in the list, and on disk.
///
/// A scenario of the gallery becomes a copy with its first edit, and is the gallery's again when all is undone.
/// Knows no controls. To be used on the window's thread.
public final class WorkingCopies {

    /// What stands in a text for bytes that are none.
    private static final String UNREADABLE = "\uFFFD";

    private final Draft draft;
    private final Workbench workbench;
    private final FilesHome home;
    private final Autosave autosave;
    private final ObservableList<WorkingCopy> unsaved = FXCollections.observableArrayList();
    private final List<WorkingCopy> discarded = new ArrayList<>();

    // Kept, since a view that nobody else holds would be collected together with those who listen to it.
    private final ObservableList<WorkingCopy> unsavedView = FXCollections.unmodifiableObservableList(unsaved);
    private final OpenedFiles files;
    private final ReadOnlyObjectWrapper<WorkingCopy> current =
            new ReadOnlyObjectWrapper<>(WorkingCopy.of(new DraftOrigin.Loose(""), "", ""));
    private final ReadOnlyObjectWrapper<Optional<FileNotice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");

    /// What the document that is being opened is to be edited as, where that is known.
    private @Nullable WorkingCopy resuming;

    /// Whether the open document is told that it was saved: it is the same one.
    private boolean filing;

    /// How many documents the window has shown.
    private long openings;

    public WorkingCopies(Draft draft, Workbench workbench, FilesHome home, Executor ui) {
        this.draft = draft;
        this.workbench = workbench;
        this.home = home;
        files = new OpenedFiles(home);
        autosave = new Autosave(home.drafts(), home.disk(), ui);
        draft.scriptProperty().subscribe(_ -> edited());
        draft.tellOfPasted(() -> current.get().pasted());
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

    /// The files that were opened.
    public OpenedFiles files() {
        return files;
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
            home.drafts().unreadable().stream()
                    .findFirst()
                    .ifPresent(it -> tell(new FileNotice.Failed(Messages.text("files.failed.draft", it))));
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
            open(Sources.document(copy, workbench.library()));
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

    /// A new scenario, which is listed until it is saved or discarded. Where something in the lists is called
    /// so already it gets a number.
    void create(Template template) {
        var taken = Stream.concat(
                        unsaved.stream().map(it -> it.titleProperty().get()),
                        files.list().stream().map(ListedFile::title))
                .collect(Collectors.toSet());
        var titled = template;
        for (int number = 2; taken.contains(titled.title()); number++) {
            titled = template.titled(Messages.text("files.numbered", template.title(), number));
        }
        open(WorkingCopy.ofTemplate(titled.title(), titled.text(), home.now().get()));
    }

    /// Lists files, and opens the first.
    public void openAll(List<Path> dropped) {
        dropped.stream().skip(1).forEach(file -> {
            var document = workbench.library().open(file);
            files.add(new ListedFile(Sources.normal(file), document.title()));
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
        var copy = resuming == null ? Sources.copy(document, unsaved) : resuming;
        document.file()
                .filter(_ -> document.unreadable().isEmpty())
                .ifPresent(file -> files.use(new ListedFile(Sources.normal(file), document.title())));
        if (notice.get().filter(FileNotice::isOfOpenFile).isPresent()) {
            putNoticeAway();
        }
        document.file()
                .filter(_ -> copy.file().isEmpty() && document.text().contains(UNREADABLE))
                .ifPresent(file -> tell(new FileNotice.Garbled(file)));
        current.set(copy);
        if (left != copy && unsaved.contains(left)) {
            autosave.keep(left.kept(false));
        }
        draft.open(copy.history());
        named();
    }

    /// The user trusts what is open as it is.
    void agreed() {
        current.get().agreed();
        if (unsaved.contains(current.get())) {
            autosave.keep(current.get().kept(true));
        }
    }

    private void edited() {
        changed(current.get());
        if (notice.get().filter(FileNotice.ReadAgain.class::isInstance).isPresent()) {
            putNoticeAway();
        }
    }

    /// The text of a copy is another, or that of its file is.
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
        if (copy == current.get()) {
            open(Sources.original(copy, workbench.library()));
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
        files.use(new ListedFile(file, copy.titleProperty().get()));
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
}
