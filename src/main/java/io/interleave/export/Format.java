package io.interleave.export;

import java.util.Locale;
import java.util.Optional;

/// What a run can be written as.
public enum Format {
    /// Perfetto's protobuf: one file.
    PERFETTO("perfetto-trace"),
    /// Chrome's trace event JSON, which speedscope and Perfetto read too: one file.
    CHROME("json"),
    /// Tables: a directory, or a zip where the name ends so.
    CSV("zip"),
    /// The run itself, as a single file.
    RUN("interleave-run");

    private final String extension;

    Format(String extension) {
        this.extension = extension;
    }

    /// How the name of such a file ends, without the dot.
    public String extension() {
        return extension;
    }

    /// As a person types it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Format> of(String word) {
        for (var format : values()) {
            if (format.word().equals(word)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
