package io.interleave.view.editor.files;

import io.interleave.model.Gallery;
import io.interleave.view.session.Document;
import io.interleave.view.session.Library;
import io.interleave.view.store.DraftOrigin;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Which working copy a document is edited as, and which document shows a working copy.
final class Sources {

    private Sources() {}

    /// A file of which not all could be read, or that has another text than the document, which is then that of an
    /// earlier run, is not what is edited: saving must not replace it.
    ///
    /// @param unsaved one of these, if the document is what it is a copy of
    static WorkingCopy copy(Document document, List<WorkingCopy> unsaved) {
        return document.file()
                .flatMap(it -> ofFile(document, normal(it), unsaved))
                .orElseGet(() -> unsaved.stream()
                        .filter(it -> document.file().isEmpty() && it.text().equals(document.text()))
                        .findFirst()
                        .orElseGet(() -> WorkingCopy.of(origin(document), document.title(), document.text())));
    }

    private static Optional<WorkingCopy> ofFile(Document document, Path file, List<WorkingCopy> unsaved) {
        var stamp = Stamp.of(file);
        boolean exact = TextFile.read(file).equals(new TextFile.Content.Text(document.text()));
        var known = unsaved.stream()
                .filter(it -> it.file().filter(file::equals).isPresent())
                .filter(it -> exact || it.text().equals(document.text()))
                .findFirst();
        if (known.isPresent() || !exact) {
            return known;
        }
        var copy = WorkingCopy.of(new DraftOrigin.OfFile(file), document.title(), document.text());
        copy.stamped(stamp);
        return Optional.of(copy);
    }

    private static DraftOrigin origin(Document document) {
        boolean isGallery = document.file().isEmpty()
                && Gallery.find(document.name())
                        .filter(it -> it.text().equals(document.text()))
                        .isPresent();
        return isGallery ? new DraftOrigin.Gallery(document.name()) : new DraftOrigin.Loose(document.name());
    }

    /// The copy as it is now.
    static Document document(WorkingCopy copy, Library library) {
        var name = copy.file().map(Library::stem).orElseGet(() -> name(copy));
        return library.document(name, copy.file(), copy.text());
    }

    /// What it was before it was edited.
    static Document original(WorkingCopy copy, Library library) {
        return switch (copy.origin()) {
            case DraftOrigin.OfFile(var file) -> library.open(file);
            case DraftOrigin.Gallery(var name) -> library.find(name).orElseGet(library::first);
            case DraftOrigin.Loose _ -> library.first();
        };
    }

    /// What messages call it: its file's name, or the scenario's.
    static String name(WorkingCopy copy) {
        return switch (copy.origin()) {
            case DraftOrigin.OfFile(var file) -> file.getFileName().toString();
            case DraftOrigin.Gallery(var name) -> name;
            case DraftOrigin.Loose(var name) -> name;
        };
    }

    static Path normal(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
