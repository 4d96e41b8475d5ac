package io.interleave.view.session;

import io.interleave.model.Settings;
import java.nio.file.Path;

/// What one run runs, and where its trace goes.
///
/// @param cores how many it may use
/// @param commandsAllowed whether the person has agreed to the commands in it
public record RunPlan(Document document, Settings settings, int cores, Path directory, boolean commandsAllowed) {

    /// Of what has no commands, or has been run.
    public RunPlan(Document document, Settings settings, int cores, Path directory) {
        this(document, settings, cores, directory, false);
    }
}
