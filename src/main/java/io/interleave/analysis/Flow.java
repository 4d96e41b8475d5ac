package io.interleave.analysis;

/// One unit's doing that reached another one: an arrow from `from` at `fromTime` to `to` at `toTime`, which is
/// not earlier. Times are nanoseconds of the run's clock.
///
/// @param resource that it went through, or {@link Spans#NONE}
public record Flow(Kind kind, int resource, int from, long fromTime, int to, long toTime) {

    /// What the one did to the other.
    public enum Kind {
        /// Ended its wait: gave the lock up, signalled, set, came last, put, took, ended. From the last time
        /// that it did something to what was waited for; where that is not known, from the end of the wait.
        WAKE,
        /// Put an item into a queue that the other took out.
        ITEM,
        /// Started it.
        START,
        /// Submitted a task to a pool, which the other began.
        TASK,
        /// Came to the end of a task that the other waited for.
        RESULT,
        /// Resumed a generator, or as a generator, gave back to who had resumed it.
        RESUME,
        /// As a process, printed what the other waited for.
        PIPE
    }
}
