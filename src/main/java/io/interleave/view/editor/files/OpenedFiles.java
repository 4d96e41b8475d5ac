package io.interleave.view.editor.files;

import io.interleave.view.store.UserSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The files that were opened since the program was started, and those that were used last, also before.
public final class OpenedFiles {

    private static final System.Logger LOG = System.getLogger(OpenedFiles.class.getName());

    private final UserSettings settings;
    private final Executor disk;
    private final ObservableList<ListedFile> files = FXCollections.observableArrayList();

    // Kept, since a view that nobody else holds would be collected together with those who listen to it.
    private final ObservableList<ListedFile> view = FXCollections.unmodifiableObservableList(files);

    OpenedFiles(FilesHome home) {
        settings = home.settings();
        disk = home.disk();
    }

    /// Those of now, the one opened last first.
    public ObservableList<ListedFile> list() {
        return view;
    }

    /// Those used last, also those that are gone.
    List<Path> recent() {
        return settings.recentFiles();
    }

    /// It is open, or was dropped.
    void add(ListedFile file) {
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i).file().equals(file.file())) {
                files.set(i, file);
                return;
            }
        }
        files.addFirst(file);
    }

    /// It is open, and among the recent ones from now on.
    void use(ListedFile file) {
        add(file);
        disk.execute(() -> keep(file.file()));
    }

    private void keep(Path file) {
        try {
            settings.used(file);
        } catch (IOException failed) {
            LOG.log(System.Logger.Level.WARNING, "that " + file + " was used cannot be kept", failed);
        }
    }
}
