package io.interleave.analysis;

/// Something that a search found, and what to select for it. A range of time is in nanoseconds of the run's
/// clock.
public sealed interface Hit {

    /// What was found, as it is called.
    String name();

    /// A group of units, by its place among the groups.
    record Units(int group, String name, int units) implements Hit {}

    /// A unit, and its life; a {@link Lane.Kind#CHILD} too.
    record Unit(int unit, String name, Lane.Kind lane, long from, long to) implements Hit {}

    /// @param lane its lane's kind
    /// @param word what a scenario calls its kind, such as `queue`
    record Resource(int resource, String name, Lane.Kind lane, String word) implements Hit {}

    /// A step of the scenario; {@link Timeline#spanOfStep} finds its spans one after the other.
    ///
    /// @param line in the scenario's text, from 1
    record Step(int step, String name, int line) implements Hit {}

    /// Something that the analysis points out, with the lane where it shows and the time in which it does.
    ///
    /// @param name of what it is about
    /// @param subject of the lane; `NONE` where it has none
    record Pointed(Finding finding, String name, Lane.Kind lane, int subject, long from, long to) implements Hit {}
}
