package io.interleave.lint;

/// Whether a run comes to a step.
enum Reach {
    /// No run does, however the knobs are set.
    DEAD,
    /// Not with the knobs as they are.
    SWITCHED_OFF,
    /// It may.
    OPEN;

    Reach and(Reach other) {
        return compareTo(other) < 0 ? this : other;
    }
}
