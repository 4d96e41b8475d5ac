package io.interleave.trace;

/// Where a trace's knowledge of who ran on which core comes from, the best first.
public enum CoreSource {
    /// The kernel's own record of every switch.
    EXACT,
    /// The state and core of each thread, looked at about once a millisecond.
    SAMPLED,
    /// The core that a unit was on at each of its own events; what lies between is a guess and not drawn as known.
    ESTIMATED
}
