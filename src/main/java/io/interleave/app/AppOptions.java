package io.interleave.app;

import io.interleave.view.fx.Themes;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the window is asked to do when it opens.
///
/// @param open a scenario file, or the directory of a run
/// @param run the name of a gallery scenario to start at once; with `open`, that file is started
/// @param screenshot where to write a picture of the window once the run has ended
/// @param views whether to show then, one after the other, what a person may come to see: for training
/// @param exit whether to close after that
record AppOptions(
        Optional<Path> open,
        Optional<String> run,
        Optional<Path> screenshot,
        boolean views,
        boolean exit,
        Themes.Choice theme,
        int width,
        int height) {

    static final AppOptions NONE = new AppOptions(
            Optional.empty(), Optional.empty(), Optional.empty(), false, false, Themes.Choice.SYSTEM, 1280, 800);

    /// Whether the window is for a person, and not to do something by itself.
    boolean isForPerson() {
        return run.isEmpty() && screenshot.isEmpty() && !exit;
    }

    /// What came of reading the arguments.
    sealed interface Result {}

    record Accepted(AppOptions options) implements Result {}

    /// @param message a sentence without a full stop
    record Refused(String message) implements Result {}

    static Result parse(List<String> arguments) {
        var rest = new ArrayDeque<>(arguments);
        var options = NONE;
        while (!rest.isEmpty()) {
            var word = rest.removeFirst();
            if (List.of("--run", "--screenshot", "--theme", "--size").contains(word) && rest.isEmpty()) {
                return new Refused(word + " needs a value");
            }
            switch (word) {
                case "open" -> {}
                case "--exit" -> options = options.withExit();
                case "--views" -> options = options.withViews();
                case "--run" -> options = options.withRun(rest.removeFirst());
                case "--screenshot" -> options = options.withScreenshot(Path.of(rest.removeFirst()));
                case "--theme" -> {
                    var name = rest.removeFirst();
                    var theme = theme(name);
                    if (theme.isEmpty()) {
                        return new Refused("--theme is light, dark or system, not " + name);
                    }
                    options = options.withTheme(theme.get());
                }
                case "--size" -> {
                    var size = rest.removeFirst();
                    if (!size.matches("\\d{3,5}x\\d{3,5}")) {
                        return new Refused("--size is like 1000x700, not " + size);
                    }
                    var sides = size.split("x");
                    options = options.withSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
                }
                default -> {
                    if (word.startsWith("--")) {
                        return new Refused("the window knows no option " + word);
                    }
                    options = options.withOpen(Path.of(word));
                }
            }
        }
        return new Accepted(options);
    }

    private static Optional<Themes.Choice> theme(String name) {
        return List.of(Themes.Choice.values()).stream()
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    private AppOptions withExit() {
        return new AppOptions(open, run, screenshot, views, true, theme, width, height);
    }

    private AppOptions withViews() {
        return new AppOptions(open, run, screenshot, true, exit, theme, width, height);
    }

    private AppOptions withRun(String name) {
        return new AppOptions(open, Optional.of(name), screenshot, views, exit, theme, width, height);
    }

    private AppOptions withScreenshot(Path file) {
        return new AppOptions(open, run, Optional.of(file), views, exit, theme, width, height);
    }

    private AppOptions withTheme(Themes.Choice choice) {
        return new AppOptions(open, run, screenshot, views, exit, choice, width, height);
    }

    private AppOptions withSize(int newWidth, int newHeight) {
        return new AppOptions(open, run, screenshot, views, exit, theme, newWidth, newHeight);
    }

    private AppOptions withOpen(Path file) {
        return new AppOptions(Optional.of(file), run, screenshot, views, exit, theme, width, height);
    }
}
