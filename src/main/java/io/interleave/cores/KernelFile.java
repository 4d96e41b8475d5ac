package io.interleave.cores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files of one line in `/proc/sys` and `/sys`.
final class KernelFile {

    private KernelFile() {}

    /// Its line. Read in one go: a setting in `/proc/sys` gives nothing to a second read, and `Files.readString`
    /// begins with a read of one byte where a file claims to be empty, as these do.
    static String line(Path file) throws IOException {
        try (var reader = Files.newBufferedReader(file)) {
            var line = reader.readLine();
            return line == null ? "" : line.strip();
        }
    }
}
