package io.interleave.engine;

import java.time.Duration;

/// A unit that was started, as far as others can act on it. Called from any thread.
interface Running {

    /// Makes it leave whatever it waits in, to find that it is cancelled or that the run is being ended.
    void interrupt();

    /// Makes it end although the run goes on, where it has no steps in which it would find out by itself.
    default void retire() {}

    /// Waits until nothing of it is left that could use a core.
    ///
    /// @return whether that came in time
    boolean join(Duration patience) throws InterruptedException;
}
