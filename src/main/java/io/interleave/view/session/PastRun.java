package io.interleave.view.session;

import io.interleave.run.RunEnd;
import java.time.Duration;
import java.time.Instant;

/// A run that has ended, with what it came to.
///
/// @param at when it began
/// @param wall from when it was asked for
public record PastRun(Instant at, RunPlan plan, RunEnd end, Duration wall, RunSummary report) {}
