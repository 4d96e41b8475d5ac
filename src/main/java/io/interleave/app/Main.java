package io.interleave.app;

import io.interleave.cli.CommandLineMain;
import io.interleave.run.LocalEngines;
import io.interleave.view.timeline.TimelinePicture;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;

/// The program's beginning: opens the window, or does what the command line says.
public final class Main {

    private static final int NOT_HELD = 1;
    private static final int BAD_INPUT = 2;

    /// A system property: where the picture goes that stands in for the window where there is no display.
    private static final String PICTURE = "interleave.picture";

    private Main() {}

    public static void main(String[] args) {
        switch (Launch.of(List.of(args))) {
            case Launch.CommandLine _ -> System.exit(commandLine(args));
            case Launch.Window _ when WindowSupport.hasDisplay() && hasOpened(args) -> {}
            case Launch.Window _ -> System.exit(runWithoutWindow());
            case Launch.Refused(var message) -> {
                System.err.println(message);
                System.exit(BAD_INPUT);
            }
        }
    }

    /// Opens the window and returns when it was closed; or says no, where a display is named but does not answer.
    private static boolean hasOpened(String... args) {
        InterleaveApp.prepare();
        try {
            Application.launch(InterleaveApp.class, args);
            return true;
        } catch (UnsupportedOperationException noDisplay) {
            return false;
        }
    }

    /// Shows the default scenario in words and as a picture. That its expectation does not hold is the point of it,
    /// not a failure.
    private static int runWithoutWindow() {
        System.err.println("There is no display, so no window can be opened: running lost-update without one.");
        var picture = Path.of(System.getProperty(PICTURE, "lost-update.png")).toAbsolutePath();
        int status = commandLine("run", "lost-update", "--picture", picture.toString());
        if (status > NOT_HELD) {
            return status;
        }
        System.out.println("The timeline is drawn in " + picture);
        return 0;
    }

    private static int commandLine(String... args) {
        try (var engines = new LocalEngines()) {
            return CommandLineMain.run(engines, TimelinePicture::write, args);
        }
    }
}
