package io.interleave.run;

import io.interleave.model.Value;
import java.util.Map;

/// What the engine itself says of a run that came to an end.
///
/// @param wallNanos from the start of the first unit to the end of the last
/// @param finals the last value of each variable
public record RunReport(long wallNanos, Map<String, Value> finals) {}
