package io.interleave.analysis;

import io.interleave.trace.Definition;
import java.util.Optional;

/// What is known of a child process beside its time.
///
/// @param exit how it ended, once it has
/// @param stopped whether it was still there when the run was ended, and was ended with it
/// @param input bytes that it was given
/// @param output bytes that it has written to its standard output
/// @param errors bytes that it has written to its standard error
public record ProcessFigures(
        int unit, String name, Optional<Definition.Exit> exit, boolean stopped, long input, long output, long errors) {}
