package io.interleave.analysis;

import java.util.List;

/// Something that the analysis points out, with what proves it.
public sealed interface Finding {

    /// Updates of a variable that were overwritten unseen.
    ///
    /// @param lost how many of the `writes` are not contained in the variable's last value
    /// @param conflicts how many entries of the timeline's {@link LostUpdates} belong to this variable
    record UpdatesLost(int variable, String name, long lost, long writes, int conflicts) implements Finding {}

    /// A circle of units, each waiting for a lock that the next one holds. With one link, a unit that waits for
    /// itself.
    record Deadlock(long since, List<Link> circle) implements Finding {
        public Deadlock {
            circle = List.copyOf(circle);
        }

        /// `unit` waits at `line` of the scenario for `lock`, which `holder` has held since its line
        /// `heldSinceLine`.
        public record Link(String unit, String lock, int line, String holder, int heldSinceLine) {}
    }

    /// A lock that units spent much of their time waiting for.
    ///
    /// @param waited nanoseconds, summed over units
    /// @param share of the units' whole time, 0 to 1
    record Contention(int lock, String name, long waits, long waited, long longest, double share) implements Finding {}
}
