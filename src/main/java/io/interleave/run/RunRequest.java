package io.interleave.run;

import io.interleave.model.Settings;
import io.interleave.trace.CoreSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What an engine process is asked to run.
///
/// @param scenario its text; the engine reads and checks it again
/// @param cores how many cores it may use, from 1; more than there are means all
/// @param limit after which it is ended
/// @param best the best source of core data to try
/// @param record whether to keep a trace; a run without one shows nothing and serves to measure the cost of
///     recording
/// @param directory where the trace goes; made if missing
public record RunRequest(
        String scenario,
        Settings settings,
        int cores,
        Optional<Duration> limit,
        CoreSource best,
        boolean record,
        Path directory) {}
