package io.interleave.engine.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the programs that commands name, as the system would: by `PATH`, unless a name has a separator in it.
public final class Programs {

    /// What is meant for our Java runtime or loader is not meant for those of our children.
    private static final List<String> NOT_INHERITED = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "LD_PRELOAD");

    private final Map<String, String> environment;

    private Programs(Map<String, String> environment) {
        this.environment = environment;
    }

    /// As this process was told where they are.
    public static Programs ofThisProcess() {
        var environment = new HashMap<>(System.getenv());
        environment.keySet().removeAll(NOT_INHERITED);
        return new Programs(environment);
    }

    /// The environment of this process, less what is meant for our own Java runtime and loader, and with more.
    public Map<String, String> environment(Map<String, String> more) {
        var all = new HashMap<>(environment);
        all.putAll(more);
        return all;
    }

    /// The file of a program, absolute.
    ///
    /// @param directory from which a relative name with a separator goes
    public Optional<Path> find(String name, Path directory) {
        try {
            if (name.isEmpty()) {
                return Optional.empty();
            }
            if (name.contains("/") || name.contains(File.separator)) {
                return Optional.of(directory.resolve(name).toAbsolutePath()).filter(Programs::isProgram);
            }
            for (var place : environment.getOrDefault("PATH", "/usr/bin:/bin").split(File.pathSeparator)) {
                for (var ending : endings()) {
                    // An empty entry would mean the working directory, from which nobody expects programs.
                    var file = Path.of(place).resolve(name + ending);
                    if (!place.isEmpty() && isProgram(file)) {
                        return Optional.of(file.toAbsolutePath());
                    }
                }
            }
            return Optional.empty();
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static List<String> endings() {
        return File.separatorChar == '\\' ? List.of("", ".exe", ".com") : List.of("");
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
