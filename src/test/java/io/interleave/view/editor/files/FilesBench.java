package io.interleave.view.editor.files;

import io.interleave.edit.Change;
import io.interleave.edit.Selection;
import io.interleave.testkit.Bench;
import io.interleave.view.editor.Draft;
import io.interleave.view.store.DraftStore;
import io.interleave.view.store.UserSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// The program's start, as far as files are concerned, with the window's thread and the disk's being the test's.
final class FilesBench implements AutoCloseable {

    static final String TEXT = """
            interleave: 1
            title: Bank
            units:
              clerk: { thread: 1, steps: [ compute: 1ms ] }
            """;

    final Bench bench;
    final Draft draft = new Draft(Runnable::run, Runnable::run);
    final DraftStore store;
    final WorkingCopies copies;
    final Saver saver;
    final OutsideChanges outside;
    final UserSettings settings;
    private Instant now = Instant.parse("2026-11-28T12:00:00Z");

    FilesBench(Path folder) {
        this(folder, folder.resolve("drafts"));
    }

    FilesBench(Path folder, Path drafts) {
        bench = new Bench(folder.resolve("runs"));
        store = new DraftStore(drafts);
        settings = new UserSettings(folder.resolve("settings.json"));
        var home = new FilesHome(store, settings, Runnable::run, this::tick);
        copies = new WorkingCopies(draft, bench.workbench, home, Runnable::run);
        saver = new Saver(copies, home, Runnable::run);
        outside = new OutsideChanges(copies, home, Runnable::run);
        new Desk(draft, bench.workbench, copies).keep();
        bench.open("lost-update");
    }

    private Instant tick() {
        now = now.plus(Duration.ofSeconds(1));
        return now;
    }

    static Path file(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    FilesBench open(Path file) {
        bench.workbench.open(file);
        return this;
    }

    /// Types at the end of the text.
    FilesBench type(String typed) {
        return type(draft.script().text().length(), typed);
    }

    FilesBench type(int at, String typed) {
        draft.type("typing", Change.of(text(), at, at, typed), Selection.caret(at + typed.length()));
        return this;
    }

    FilesBench undoAll() {
        while (draft.undoableProperty().get().isPresent()) {
            draft.undo();
        }
        return this;
    }

    String text() {
        return draft.script().text();
    }

    String name() {
        return copies.nameProperty().get();
    }

    /// Another program writes the file, and not within the same tick of the file system's clock.
    void byAnother(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.from(tick()));
        outside.look();
    }

    FileNotice.Conflict conflict() {
        return (FileNotice.Conflict) copies.noticeProperty().get().orElseThrow();
    }

    /// As if the process were killed: what is on disk is there for the next one.
    @Override
    public void close() {
        try {
            store.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
