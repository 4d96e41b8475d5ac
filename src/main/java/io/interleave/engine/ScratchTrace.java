package io.interleave.engine;

import io.interleave.trace.TraceWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A trace that nobody reads. Its file is out of sight as soon as it is open, where the system allows that, so
/// that nothing is left behind whatever ends this process.
final class ScratchTrace implements AutoCloseable {

    /// Where its file was; may be there no more.
    final Path directory;

    /// Empty where there is no room for one: who records for nobody can do without.
    final Optional<TraceWriter> trace;

    private final Path file;

    private ScratchTrace(Path directory, Path file, Optional<TraceWriter> trace) {
        this.directory = directory;
        this.file = file;
        this.trace = trace;
    }

    /// @param limit as of any trace
    static ScratchTrace create(long limit) {
        return create(Path.of(System.getProperty("java.io.tmpdir")), limit);
    }

    /// @param parent in which there is a directory of its own for a moment
    static ScratchTrace create(Path parent, long limit) {
        Path directory;
        try {
            directory = Files.createTempDirectory(parent, "interleave-warm-up");
        } catch (IOException _) {
            return new ScratchTrace(parent, parent.resolve("nothing"), Optional.empty());
        }
        var file = directory.resolve("scratch.trace");
        Optional<TraceWriter> trace;
        try {
            trace = Optional.of(TraceWriter.create(file, limit));
        } catch (IOException _) {
            trace = Optional.empty();
        }
        var scratch = new ScratchTrace(directory, file, trace);
        scratch.remove();
        return scratch;
    }

    private void remove() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(directory);
        } catch (IOException _) {
            // A system that keeps what is open gets another request at the end.
        }
    }

    @Override
    public void close() throws IOException {
        if (trace.isPresent()) {
            trace.get().close();
            remove();
        }
    }
}
