package io.interleave.analysis;

import java.util.Map;

/// Where the time of one unit went, so far. All times are in nanoseconds.
///
/// @param tid the OS thread id, -1 where unknown
/// @param start of the unit, on the run's clock; before the timeline's own where it never ran
/// @param end of the unit, or up to when it is known
/// @param states the time in each state that it was in; their sum is `end - start`
/// @param cores the time on each core, from the thread's first switch to its last: it contains the thread's own
///     start and end, which lie outside the unit's
/// @param switches how often it left a core
/// @param preemptions how many of these times it could have gone on
/// @param migrations how often it came back on another core
public record UnitTimes(
        int unit,
        String name,
        String group,
        UnitKind kind,
        int tid,
        long start,
        long end,
        Map<State, Long> states,
        Map<Integer, Long> cores,
        long switches,
        long preemptions,
        long migrations) {}
