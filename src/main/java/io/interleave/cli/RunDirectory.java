package io.interleave.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// Where a run leaves its trace, and its processes what they make.
final class RunDirectory {

    private RunDirectory() {}

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
