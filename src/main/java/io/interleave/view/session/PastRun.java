package io.interleave.view.session;

import io.interleave.run.RunEnd;
import java.time.Duration;
import java.time.LocalTime;

/// A run of this session that has ended, with what it came to.
public record PastRun(LocalTime at, RunPlan plan, RunEnd end, Duration wall, RunSummary report) {}
