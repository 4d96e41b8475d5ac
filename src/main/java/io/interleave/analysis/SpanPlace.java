package io.interleave.analysis;

/// Where a span of a unit is.
///
/// @param span its place among those of the unit's lane
public record SpanPlace(int unit, int span) {}
