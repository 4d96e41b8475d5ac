package io.interleave.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// The directory of a run, within which its processes work.
///
/// @param root made when it is needed
record RunDirectory(Path root) {

    /// Why no process may work there, in words; empty if it may.
    ///
    /// @param name as the scenario says it
    Optional<String> refusal(String name) {
        try {
            var path = Path.of(name);
            if (path.isAbsolute() || name.startsWith("/") || name.startsWith("\\")) {
                return Optional.of("'%s' is not within the run's own directory: it must be relative".formatted(name));
            }
            for (var part : path) {
                if (part.toString().equals("..")) {
                    return Optional.of("'%s' leads out of the run's own directory".formatted(name));
                }
            }
            return name.isEmpty() ? Optional.of("a directory has a name") : Optional.empty();
        } catch (InvalidPathException _) {
            return Optional.of("'%s' is no name of a directory".formatted(name));
        }
    }

    /// Makes one that was not refused, and gives its real path.
    ///
    /// @throws IOException in words, also where a link within leads out
    Path make(Optional<String> name) throws IOException {
        var path = name.map(root::resolve).orElse(root);
        Files.createDirectories(path);
        var real = path.toRealPath();
        if (!real.startsWith(root.toRealPath())) {
            throw new IOException("'%s' leads out of the run's own directory".formatted(name.orElse("")));
        }
        return real;
    }
}
