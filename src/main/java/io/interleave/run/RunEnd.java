package io.interleave.run;

/// How a run ended, as the application sees it.
public sealed interface RunEnd {

    /// Every unit came to its end.
    record Completed() implements RunEnd {}

    record Stopped() implements RunEnd {}

    record LimitReached() implements RunEnd {}

    /// A unit could not go on.
    ///
    /// @param line in the scenario, from 1
    record UnitFailed(String unit, int line, String message) implements RunEnd {}

    /// The engine refused the run before anything was started.
    record Refused(String message) implements RunEnd {}

    /// The engine process ended without saying why.
    ///
    /// @param cause in words: the signal, the exit status, or the last that it wrote to its standard error
    record EngineDied(String cause) implements RunEnd {}
}
