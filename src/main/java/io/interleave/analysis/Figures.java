package io.interleave.analysis;

import java.util.List;
import java.util.Map;

/// What some lanes did from one moment until before another, spans at its edges cut off there. All times are in
/// nanoseconds.
///
/// @param units how many units the lanes are, those of groups with them
/// @param spans how many spans of the lanes lie at least in part within it, of every unit of a group too
/// @param states the time in each state, summed over lanes
/// @param waits of all units among the lanes together; and of all units there are, those for the resources
///     among the lanes
/// @param waitsFor the same by resource, the longest first in sum; `NONE` for another unit, or what is not told
/// @param cores the time of the units on each core, as far as that is known
/// @param shares of cores, carriers and locks, which unit had them for how long, the longest first, at most
///     100;
///     `NONE` for no unit of the run, or several that read
/// @param switches how often the units left a core, as the lanes of the cores have it
/// @param preemptions how many of these times a unit could have gone on: it was ready at once
/// @param migrations how often a unit ran on another core than the last time
/// @param exact whether the kernel told every switch; else the last three and `cores` are estimates
/// @param items that the units took, or that came through the queues among the lanes
/// @param tasks that the units began, or that came through the pools among the lanes
/// @param depths of the resources among the lanes that are counted, in the order of these
public record Figures(
        long from,
        long to,
        int units,
        long spans,
        Map<State, Long> states,
        Distribution waits,
        List<ResourceWaits> waitsFor,
        Map<Integer, Long> cores,
        List<Share> shares,
        long switches,
        long preemptions,
        long migrations,
        boolean exact,
        long items,
        long tasks,
        List<Depth> depths) {

    /// How much there was of something that is counted.
    ///
    /// @param changes how often that changed within it
    /// @param mean over the time in which it is known
    public record Depth(int resource, long changes, int least, double mean, int most) {}

    /// The waits for one resource.
    public record ResourceWaits(int resource, Distribution waits) {}

    /// A unit had something for so long.
    public record Share(int unit, long nanos) {}

    /// How long something took that happened `count` times; all 0 where it never did. A percentile is the least
    /// of them that so many percent do not exceed.
    public record Distribution(long count, long sum, long min, long p50, long p90, long p99, long max) {}
}
