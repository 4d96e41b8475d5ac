package io.interleave.analysis;

/// One row of the timeline.
///
/// @param subject the core's number, or the id of the unit or resource
/// @param group the name of the unit's group; empty for the others
public record Lane(Kind kind, int subject, String name, String group, Spans spans) {

    public enum Kind {
        CORE,
        UNIT,
        LOCK,
        VARIABLE
    }
}
