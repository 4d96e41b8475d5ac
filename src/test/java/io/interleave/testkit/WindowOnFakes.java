package io.interleave.testkit;

import io.interleave.run.Trust;
import io.interleave.view.MainWindow;
import io.interleave.view.editor.files.FilesHome;
import io.interleave.view.fx.Themes;
import io.interleave.view.fx.Ui;
import io.interleave.view.runs.RunShelf;
import io.interleave.view.session.Library;
import io.interleave.view.session.Workbench;
import io.interleave.view.store.DraftStore;
import io.interleave.view.store.RunDirectories;
import io.interleave.view.store.RunStore;
import io.interleave.view.store.UserSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import javafx.stage.Stage;

/// The main window on engines that start nothing.
public final class WindowOnFakes {

    public final FakeEngines engines = new FakeEngines(2);
    public final FakeFeeds feeds = new FakeFeeds();
    public final FakeDialogs dialogs = new FakeDialogs();
    public final Themes themes = new Themes(Themes.Choice.LIGHT);
    public final Workbench workbench;
    public final MainWindow window;
    public final FilesHome home;

    /// Opens the window on `stage`, with the gallery's first scenario. Called on the window's thread.
    public WindowOnFakes(Stage stage, Path runs, double width, double height) {
        workbench = new Workbench(
                new Library(),
                engines,
                feeds,
                new RunShelf(
                        new RunStore(new RunDirectories(runs, LocalDateTime::now)),
                        new UserSettings(runs.resolve("settings.json")),
                        Runnable::run,
                        new Ui()),
                new Trust(runs.resolve("trusted")),
                new Ui());
        home = new FilesHome(
                new DraftStore(runs.resolve("drafts")),
                new UserSettings(runs.resolve("settings.json")),
                Runnable::run,
                Instant::now);
        window = new MainWindow(workbench, themes, dialogs, home, width, height);
        workbench.open(workbench.library().first());
        window.show(stage);
        // The stage is that of the test before, and as large as that left it.
        stage.sizeToScene();
    }
}
