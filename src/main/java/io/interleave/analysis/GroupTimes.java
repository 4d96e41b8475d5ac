package io.interleave.analysis;

import java.util.Map;

/// Where the time of all units of one group went, so far.
///
/// @param units how many there are
/// @param shown how many of them have a lane
/// @param alive how many have started and not ended
/// @param states nanoseconds in each state, summed over units
public record GroupTimes(String name, UnitKind kind, int units, int shown, int alive, Map<State, Long> states) {}
