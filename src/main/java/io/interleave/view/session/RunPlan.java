package io.interleave.view.session;

import io.interleave.model.Settings;
import java.nio.file.Path;

/// What one run runs, and where its trace goes.
///
/// @param cores how many it may use
public record RunPlan(Document document, Settings settings, int cores, Path directory) {}
