package io.interleave.app;

import io.interleave.run.Trust;
import io.interleave.run.UserFiles;
import io.interleave.view.MainWindow;
import io.interleave.view.editor.files.FilesHome;
import io.interleave.view.fx.Themes;
import io.interleave.view.fx.Ui;
import io.interleave.view.runs.RunShelf;
import io.interleave.view.session.Workbench;
import io.interleave.view.store.DiskThread;
import io.interleave.view.store.DraftStore;
import io.interleave.view.store.RunDirectories;
import io.interleave.view.store.RunStore;
import io.interleave.view.store.UserSettings;
import io.interleave.view.tour.FirstStart;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.stage.Stage;

/// The window as an application: puts the parts together and does what its options ask for.
public final class InterleaveApp extends Application {

    /// Begun when this class is first touched, well before the screen is ready.
    private static final CompletableFuture<Preparation> PREPARATION = Preparation.begin();

    private final DiskThread disk = new DiskThread("disk");

    /// What is edited does not wait for the runs to be tidied up.
    private final DiskThread draftsDisk = new DiskThread("drafts");
    private final UserSettings settings = new UserSettings(UserFiles.ofThisUser("settings.json"));
    private final DraftStore drafts = DraftStore.ofThisUser();
    private Optional<Services> services = Optional.empty();
    private Optional<RunShelf> shelf = Optional.empty();

    /// Begins what can be done before the screen is ready.
    static void prepare() {
        PREPARATION.isDone();
    }

    @Override
    public void start(Stage stage) {
        var options = options();
        var ui = new Ui();
        var themes = new Themes(options.theme());
        var prepared = PREPARATION.join();
        services = Optional.of(prepared.services());
        var workbench = new Workbench(
                prepared.library(),
                prepared.services().engines(),
                prepared.services().feeds(),
                shelf(ui),
                Trust.ofThisUser(),
                ui);
        var window = new MainWindow(
                workbench,
                themes,
                new FilesHome(drafts, settings, draftsDisk, Instant::now),
                options.width(),
                options.height());
        var pilot = new Pilot(options, workbench, window, ui);
        boolean resumed =
                window.recover(options.open().isEmpty() && options.run().isEmpty());
        if (!resumed) {
            pilot.open();
        }
        window.show(stage);
        ui.later(() -> {
            prepared.services().engines().warmUp();
            pilot.fly();
            workbench.archive().shelf().load();
            if (options.isForPerson()) {
                FirstStart.welcome(settings, disk, ui, window::offerTour);
            }
        });
    }

    @Override
    public void stop() {
        services.ifPresent(it -> it.engines().close());
        shelf.ifPresent(RunShelf::close);
        disk.close();
        draftsDisk.close();
    }

    private RunShelf shelf(Ui ui) {
        var directories = new RunDirectories(
                RunDirectories.defaultRoot(
                        System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home"))),
                LocalDateTime::now);
        var made = new RunShelf(new RunStore(directories), settings, disk, ui);
        shelf = Optional.of(made);
        return made;
    }

    private AppOptions options() {
        return switch (AppOptions.parse(getParameters().getRaw())) {
            case AppOptions.Accepted(AppOptions options) -> options;
            case AppOptions.Refused(String message) -> throw new IllegalArgumentException(message);
        };
    }
}
