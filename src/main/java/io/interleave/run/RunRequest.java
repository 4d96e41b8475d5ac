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
/// @param directory where the trace goes, and what the run's processes leave; made if missing
/// @param commandsAllowed whether the person has agreed to the commands in the scenario
public record RunRequest(
        String scenario,
        Settings settings,
        int cores,
        Optional<Duration> limit,
        CoreSource best,
        boolean record,
        Path directory,
        boolean commandsAllowed) {

    /// For a scenario that has no commands, or whose commands nobody has agreed to.
    public RunRequest(
            String scenario,
            Settings settings,
            int cores,
            Optional<Duration> limit,
            CoreSource best,
            boolean record,
            Path directory) {
        this(scenario, settings, cores, limit, best, record, directory, false);
    }
}
