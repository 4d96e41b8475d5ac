package io.interleave.analysis;

/// How one lock was used. Times are nanoseconds.
///
/// @param held how often it was held, by one unit or by several that read
/// @param heldNanos for how long in all
/// @param waits how often a unit had to wait for it
/// @param waited for how long, summed over units
public record LockFigures(
        int lock, String name, long held, long heldNanos, long waits, long waited, long longestWait) {}
