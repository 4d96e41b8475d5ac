package io.interleave.app;

import java.util.List;
import java.util.Set;

/// Whether the program was called for its window or for its command line.
sealed interface Launch {

    record Window(AppOptions options) implements Launch {}

    record CommandLine() implements Launch {}

    /// @param message what is wrong with the options for the window
    record Refused(String message) implements Launch {}

    Set<String> WINDOW_OPTIONS = Set.of("--run", "--screenshot", "--exit", "--theme", "--size");

    /// The window is meant by no arguments, by `open`, by its own options, and by a file or directory.
    static Launch of(List<String> arguments) {
        boolean window = arguments.isEmpty()
                || arguments.getFirst().equals("open")
                || WINDOW_OPTIONS.contains(arguments.getFirst())
                || isPath(arguments.getFirst());
        if (!window) {
            return new CommandLine();
        }
        return switch (AppOptions.parse(arguments)) {
            case AppOptions.Accepted(var options) -> new Window(options);
            case AppOptions.Refused(var message) -> new Refused(message);
        };
    }

    /// No command of the command line has a dot or a separator in its name.
    private static boolean isPath(String word) {
        return !word.startsWith("-") && (word.contains(".") || word.contains("/") || word.contains("\\"));
    }
}
