package io.interleave.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The text of a scenario's file and what it says.
public record ScenarioText(String text, Reading reading) {

    /// Of one look at the file, so that what is checked is what is run. Beyond 256 KiB and one byte nothing
    /// is read: with that one the text, too, is too large for whoever reads it again. Bytes that are not
    /// UTF-8 are a problem and stand in the text as replacement characters.
    ///
    /// @throws IOException if the file cannot be read
    public static ScenarioText of(Path file) throws IOException {
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(Limits.FILE_BYTES + 1);
        }
        return new ScenarioText(new String(bytes, StandardCharsets.UTF_8), ScenarioReader.read(bytes));
    }
}
