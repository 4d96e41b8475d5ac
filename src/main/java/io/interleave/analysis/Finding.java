package io.interleave.analysis;

import java.util.List;

/// Something that the analysis points out, with what proves it. Times are in nanoseconds; a line is one of the
/// scenario's text, 0 where it is not known.
public sealed interface Finding {

    /// Updates of a variable that were overwritten unseen.
    ///
    /// @param lost how many of the `writes` are not contained in the variable's last value
    /// @param conflicts how many entries of the timeline's {@link LostUpdates} belong to this variable
    record UpdatesLost(int variable, String name, long lost, long writes, int conflicts) implements Finding {}

    /// A circle of units, each waiting for a lock that the next one holds, or for the next one itself. With one
    /// link, a unit that waits for itself.
    record Deadlock(long since, List<Link> circle) implements Finding {
        public Deadlock {
            circle = List.copyOf(circle);
        }

        /// `unit` waits at `line` of the scenario for `lock`, which `holder` has held since its line
        /// `heldSinceLine`; where `lock` is empty, it waits for `holder` to end.
        public record Link(String unit, String lock, int line, String holder, int heldSinceLine) {}
    }

    /// All units wait, and none is left that could wake one of them.
    ///
    /// @param units how many wait
    /// @param waits of the first of them
    record Stall(long since, int units, List<Wait> waits) implements Finding {
        public Stall {
            waits = List.copyOf(waits);
        }
    }

    /// One unit that waits in vain.
    ///
    /// @param what the name of the resource or unit waited for; empty where that is not known
    /// @param kind the word of the resource in a scenario; `unit` for a unit, empty where it is not known
    /// @param amount what there is of the resource, such as items of a queue or those that came to a barrier
    record Wait(String unit, int line, String what, String kind, long amount) {}

    /// A signal that nobody was there to hear, and a unit that has waited for one ever since.
    ///
    /// @param at when it was given
    /// @param line of the signal
    /// @param waiterLine of the wait
    record SignalLost(int condition, String name, String signaller, int line, long at, String waiter, int waiterLine)
            implements Finding {}

    /// A lock that units spent much of their time waiting for.
    ///
    /// @param waited nanoseconds, summed over units
    /// @param share of the units' whole time, 0 to 1
    record Contention(int lock, String name, long waits, long waited, long longest, double share) implements Finding {}

    /// A queue that was full, which held up the units that put into it.
    ///
    /// @param waits for room, and not for items
    /// @param waited nanoseconds, summed over units
    /// @param share of the units' whole time, 0 to 1
    record QueueFull(int queue, String name, long waits, long waited, long longest, double share) implements Finding {}

    /// A unit that waited long for a lock which others got again and again meanwhile.
    ///
    /// @param overtaken how often others got it while this one waited
    record Starved(int lock, String name, String unit, int line, long overtaken, long waited) implements Finding {}

    /// A coroutine that kept its loop to itself while others could have run.
    ///
    /// @param line of the step that took most of the longest time
    /// @param nanos the longest time
    /// @param waiting how many waited for the loop at the end of it
    /// @param times how often any coroutine did so
    record LoopBlocked(String unit, int line, long nanos, int waiting, long times) implements Finding {}

    /// Tasks that a pool did not take.
    record TasksRejected(int pool, String name, long rejected, long submitted) implements Finding {}

    /// A worker of a pool ended with a task in hand.
    ///
    /// @param task its number, from 0
    record WorkerDied(String worker, String pool, long task, long at) implements Finding {}
}
