package io.interleave.analysis;

import java.util.Optional;

/// One row of the timeline.
///
/// @param subject the core's number, or the id of the unit or resource; of a carrier its OS thread id, of a
///     group its place among the groups
/// @param group the name of the unit's group; empty for the others
/// @param spans of a group none
/// @param census of a group how many of its units are in which state; else empty
/// @param units of a group how many it has; else 1
public record Lane(Kind kind, int subject, String name, String group, Spans spans, Optional<Census> census, int units) {

    public enum Kind {
        CORE,
        /// All units of a large group together, of which only the first have lanes.
        GROUP,
        UNIT,
        /// A thread or process of the child process whose lane is above.
        CHILD,
        /// A thread that coroutines run on.
        CARRIER,
        LOCK,
        /// A resource of which there is more or less.
        LEVEL,
        VARIABLE
    }

    public Lane(Kind kind, int subject, String name, String group, Spans spans) {
        this(kind, subject, name, group, spans, Optional.empty(), 1);
    }
}
