package io.interleave.view.session;

import io.interleave.trace.TraceOwner;
import io.interleave.trace.TraceWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// What a file or folder is that the user wants to see.
enum OpenedFile {
    SCENARIO,
    /// The directory of a run.
    RUN,
    TRACE,
    /// A run as a single file.
    PACKED,
    /// A folder without a run in it.
    FOLDER;

    private static final String TRACE_ENDING = ".trace";
    private static final String PACKED_ENDING = ".interleave-run";

    /// By its name; a file whose name says nothing, by how it begins.
    static OpenedFile of(Path path) {
        if (Files.isDirectory(path)) {
            return Files.exists(path.resolve(TraceWriter.ENGINE_TRACE)) ? RUN : FOLDER;
        }
        var name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(PACKED_ENDING)) {
            return PACKED;
        }
        return name.endsWith(TRACE_ENDING) || TraceOwner.isTrace(path) ? TRACE : SCENARIO;
    }
}
