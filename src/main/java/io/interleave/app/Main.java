package io.interleave.app;

import io.interleave.cli.CommandLineMain;
import io.interleave.view.timeline.TimelinePicture;
import java.util.List;
import javafx.application.Application;

/// The program's beginning: opens the window, or does what the command line says.
public final class Main {

    private static final int BAD_INPUT = 2;

    private Main() {}

    public static void main(String[] args) {
        switch (Launch.of(List.of(args))) {
            case Launch.CommandLine _ -> System.exit(commandLine(args));
            case Launch.Window _ when WindowSupport.hasDisplay() -> {
                InterleaveApp.prepare();
                Application.launch(InterleaveApp.class, args);
            }
            case Launch.Window _ -> {
                System.err.println("There is no display, so no window can be opened; see 'interleave --help'.");
                System.exit(commandLine("run", "lost-update"));
            }
            case Launch.Refused(var message) -> {
                System.err.println(message);
                System.exit(BAD_INPUT);
            }
        }
    }

    private static int commandLine(String... args) {
        return CommandLineMain.run(
                (timeline, file) -> TimelinePicture.writePng(timeline, 1600, 1000, false, file), args);
    }
}
