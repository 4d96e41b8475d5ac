package io.interleave.engine;

import java.util.List;

/// Brings the units of one group to life: on threads, on an event loop, as processes.
interface Starter {

    /// Starts them all. Of each, `Life.run` is to be called once on whatever carries it; that records its
    /// beginning and its end.
    ///
    /// @param lives in the order in which they are to be started
    /// @return one for each, or for the first of them where the run is to end
    List<? extends Running> start(List<Life> lives);
}
