package io.interleave.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// Where a run leaves its trace, and its processes what they make.
final class RunDirectory {

    private static final String PREFIX = "interleave-run-";

    private RunDirectory() {}

    /// A new one where the system keeps what is temporary, to be deleted. Those of commands that were killed
    /// before they could do so go now.
    static Path temporary() throws IOException {
        var parent = Path.of(System.getProperty("java.io.tmpdir"));
        sweep(parent);
        return Files.createTempDirectory(
                parent, PREFIX + ProcessHandle.current().pid() + "-");
    }

    static void sweep(Path parent) throws IOException {
        try (var left = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (var directory : left) {
                if (!isInUse(directory) && Files.isWritable(directory)) {
                    delete(directory);
                }
            }
        }
    }

    private static boolean isInUse(Path directory) {
        var name = directory.getFileName().toString().substring(PREFIX.length());
        try {
            return ProcessHandle.of(Long.parseLong(name.substring(0, Math.max(0, name.indexOf('-')))))
                    .isPresent();
        } catch (NumberFormatException _) {
            // It is called as ours are, and is not ours.
            return true;
        }
    }

    /// Deletes it with everything in it. A link in it goes, and what it points to stays.
    static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(RunDirectory::deleteOne);
        } catch (UncheckedIOException e) {
            throw new IOException("deleting what the run left in " + directory, e);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
