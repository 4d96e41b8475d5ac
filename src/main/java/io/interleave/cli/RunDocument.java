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

    /// All `units` that were left waited, and none was left to wake one of them; `waits` has the first of them.
    record Stall(String kind, long since, int units, List<Wait> waits) implements Finding {}

    /// `unit` waits at `line`; `kind` is the word of what it waits for, of which there is `amount`.
    record Wait(String unit, int line, String kind, String waitsFor, long amount) {}

    record SignalLost(String kind, String condition, String signaller, int line, long at, String waiter, int waiterLine)
            implements Finding {}

    record Starved(String kind, String lock, String unit, int line, long overtaken, long waited) implements Finding {}

    record LoopBlocked(String kind, String unit, int line, long nanos, int waiting, long times) implements Finding {}

    record TasksRejected(String kind, String pool, long rejected, long submitted) implements Finding {}

    record WorkerDied(String kind, String worker, String pool, long task, long at) implements Finding {}
}
