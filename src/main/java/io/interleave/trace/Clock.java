package io.interleave.trace;

/// The one clock of a run, in nanoseconds from an arbitrary origin: on Linux `CLOCK_MONOTONIC`, the same that the
/// kernel's switch records and every process of this machine can read.
public final class Clock {

    private Clock() {}

    public static long now() {
        return System.nanoTime();
    }
}
