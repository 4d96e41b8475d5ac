package io.interleave.analysis;

import io.interleave.model.Value;
import io.interleave.trace.Definition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Two runs side by side, such as of one scenario with the lock on and off. What is called the same in both is
/// the same; what only one of them has stands alone in its row. Rows are in the order of the first run, then
/// what only the second has. All times are in nanoseconds.
///
/// @param knobs that were set otherwise; as text, empty where a run does not have it
/// @param groups the units of each group together
/// @param units of the groups that have a lane for each of their units in both runs
/// @param locks locks, with what waiting for them cost
/// @param resources all else that is waited for
/// @param variables with their last values
/// @param findings by what they are and what they are about: the names of these rows tell them apart, and are
///     not for a person, for whom there are the findings themselves
public record Comparison(
        Pair<Whole> runs,
        List<Row<String>> knobs,
        List<Row<Work>> groups,
        List<Row<Work>> units,
        List<Row<Use>> locks,
        List<Row<Use>> resources,
        List<Row<Value>> variables,
        List<Row<Finding>> findings) {

    public Comparison {
        knobs = List.copyOf(knobs);
        groups = List.copyOf(groups);
        units = List.copyOf(units);
        locks = List.copyOf(locks);
        resources = List.copyOf(resources);
        variables = List.copyOf(variables);
        findings = List.copyOf(findings);
    }

    /// Compares two runs as they are now. Each is looked at by itself, one after the other.
    public static Comparison of(Timeline first, Timeline second) {
        return new Comparer(first.side(), second.side()).comparison();
    }

    /// Of both runs the same.
    public record Pair<T>(T first, T second) {}

    /// What is called `name`, in the runs that have it.
    public record Row<T>(String name, Optional<T> first, Optional<T> second) {

        /// Whether both have it, and just the same.
        public boolean isSame() {
            return first.equals(second);
        }
    }

    /// A run as a whole.
    ///
    /// @param nanos from its first event to its last
    /// @param how it ended; empty if it has not, or was killed
    /// @param expectations how many of the scenario's held
    public record Whole(long nanos, Optional<Definition.How> how, int units, long events, int expectations, int held) {}

    /// What one unit, or all of a group, did.
    ///
    /// @param units how many
    /// @param states the time in each state
    /// @param switches how often they left a core
    public record Work(int units, Map<State, Long> states, long switches) {

        public long nanos(State state) {
            return states.getOrDefault(state, 0L);
        }
    }

    /// What the waits for one resource came to.
    ///
    /// @param held how long a lock was held by anybody; 0 of what is none
    /// @param share of the units' whole time that was spent waiting for it, 0 to 1
    public record Use(String word, long waits, long waited, long longest, long held, double share) {}
}
