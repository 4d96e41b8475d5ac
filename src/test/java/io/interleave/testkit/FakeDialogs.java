package io.interleave.testkit;

import io.interleave.view.fx.FileDialogs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;

/// A user who chooses what the test says, or nothing.
public final class FakeDialogs implements FileDialogs {

    private Optional<Path> choice = Optional.empty();

    public void choose(Path path) {
        choice = Optional.of(path);
    }

    @Override
    public Optional<Path> file(Window owner, String title, List<Kind> kinds) {
        return choice;
    }

    @Override
    public Optional<Path> save(Window owner, String title, String name, Kind kind) {
        return choice;
    }

    @Override
    public Optional<Path> folder(Window owner, String title) {
        return choice;
    }
}
