package io.interleave.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `run --json` prints, in words of its own that do not change with the program's insides. Times are
/// nanoseconds; those that say when something was count from the run's beginning.
@JsonInclude(Include.NON_ABSENT)
record RunDocument(
        String interleave,
        String scenario,
        String title,
        Map<String, Object> knobs,
        End end,
        Outcome outcome,
        Optional<Long> wallNanos,
        Events events,
        CoreData coreData,
        List<Unit> units,
        List<Finding> findings,
        Optional<String> trace,
        Optional<String> picture) {

    /// @param how `completed`, `stopped`, `limit`, `failed` or `died`
    record End(String how, String message) {}

    record Outcome(boolean held, List<Expectation> expectations) {}

    /// @param verdict `held`, `failed` or `undecided`
    /// @param missing expected minus actual, of numbers
    @JsonInclude(Include.NON_ABSENT)
    record Expectation(
            String text,
            String verdict,
            Optional<Object> actual,
            Optional<Object> expected,
            Optional<Object> missing) {}

    record Events(long kept, long notKept, List<String> damages) {}

    /// @param source `exact`, `sampled` or `estimated`
    /// @param reason why it is no better one
    record CoreData(List<Integer> cores, String source, String reason, long switchRecordsLost) {}

    /// @param osThreadId -1 where it cannot be known
    /// @param states nanoseconds in each state
    /// @param cores nanoseconds on each core
    record Unit(
            String name,
            int osThreadId,
            long start,
            long end,
            Map<String, Long> states,
            Map<String, Long> cores,
            long switches,
            long preemptions,
            long migrations) {}

    sealed interface Finding {}

    record UpdatesLost(String kind, String variable, long lost, long writes, long conflicts) implements Finding {}

    record Deadlock(String kind, long since, List<Link> circle) implements Finding {}

    /// `unit` waits at `line` for `lock`, which `heldBy` holds since its line `heldSinceLine`.
    record Link(String unit, String waitsFor, int line, String heldBy, int heldSinceLine) {}

    record Contention(String kind, String lock, long waits, long waited, long longest, double share)
            implements Finding {}
}
