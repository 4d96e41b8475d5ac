package io.interleave.run;

import io.interleave.model.Value;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// One run in its engine process, seen from the application. All methods may be called from any thread and return
/// at once.
public interface Run {

    /// Where its trace is.
    Path directory();

    /// The pid of its engine process.
    long pid();

    /// Turns a live knob.
    void turn(String knob, Value value);

    /// Ends the run and its process, by force if it does not end by itself.
    void stop();

    /// Completes when the engine process is gone and its trace complete. Never completes exceptionally.
    CompletionStage<RunEnd> end();

    /// What the engine said when the run came to its end; empty before that, and where the engine was killed.
    Optional<RunReport> report();
}
