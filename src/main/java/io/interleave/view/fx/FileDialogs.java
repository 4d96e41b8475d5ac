package io.interleave.view.fx;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Asks the user for a file or folder.
public interface FileDialogs {

    /// Those of the system.
    FileDialogs OF_SYSTEM = new FileDialogs() {
        @Override
        public Optional<Path> file(Window owner, String title, List<Kind> kinds) {
            var chooser = new FileChooser();
            chooser.setTitle(title);
            kinds.forEach(
                    it -> chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(it.name(), it.patterns())));
            return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
        }

        @Override
        public Optional<Path> save(Window owner, String title, String name, Kind kind) {
            var chooser = new FileChooser();
            chooser.setTitle(title);
            chooser.setInitialFileName(name);
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind.name(), kind.patterns()));
            return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
        }

        @Override
        public Optional<Path> folder(Window owner, String title) {
            var chooser = new DirectoryChooser();
            chooser.setTitle(title);
            return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
        }
    };

    /// @param patterns such as `*.yaml`
    record Kind(String name, List<String> patterns) {
        public Kind {
            patterns = List.copyOf(patterns);
        }
    }

    /// A file that is there, of one of the kinds; empty if the user wants none.
    Optional<Path> file(Window owner, String title, List<Kind> kinds);

    /// Where to write a file; what is there may be replaced, the user was asked. Empty if the user wants none.
    Optional<Path> save(Window owner, String title, String name, Kind kind);

    Optional<Path> folder(Window owner, String title);
}
