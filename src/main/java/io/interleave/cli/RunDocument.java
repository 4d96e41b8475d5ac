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
        Map<String, Object> variables,
        Optional<Long> wallNanos,
        Events events,
        CoreData coreData,
        List<Unit> units,
        List<Group> groups,
        List<Process> processes,
        List<Lock> locks,
        List<Queue> queues,
        List<Pool> pools,
        List<StartCost> startCosts,
        List<Note> notes,
        List<Finding> findings,
        Optional<String> trace,
        Optional<String> picture) {

    /// @param how `completed`, `stopped`, `limit`, `failed` or `died`
    record End(String how, String message) {}

    record Outcome(boolean held, List<Expectation> expectations) {}

    /// @param verdict `held`, `failed` or `undecided`
    /// @param relation how the two compare, such as `==` or `<`; absent where the condition is no comparison,
    ///     and `actual` whether it holds
    /// @param missing expected minus actual, of whole numbers that should be equal
    @JsonInclude(Include.NON_ABSENT)
    record Expectation(
            String text,
            String verdict,
            Optional<Object> actual,
            Optional<String> relation,
            Optional<Object> expected,
            Optional<Object> missing) {}

    record Events(long kept, long notKept, List<String> damages) {}

    /// @param source `exact`, `sampled` or `estimated`
    /// @param reason why it is no better one
    record CoreData(List<Integer> cores, String source, String reason, long switchRecordsLost) {}

    /// All units of a group together.
    ///
    /// @param alive units that had started and not ended
    /// @param states nanoseconds in each state, summed over units
    record Group(String name, String kind, int units, int alive, Map<String, Long> states) {}

    /// A child process.
    ///
    /// @param exitStatus absent where it has not ended, or a signal ended it
    /// @param signal the number of the signal that ended it
    @JsonInclude(Include.NON_ABSENT)
    record Process(
            String name,
            Optional<Integer> exitStatus,
            Optional<Integer> signal,
            long bytesIn,
            long bytesOut,
            long bytesOfErrors) {}

    /// @param held how often it was held, by one unit or by several that read
    /// @param heldNanos for how long in all
    /// @param waited nanoseconds that units waited for it, summed over units
    record Lock(String name, long held, long heldNanos, long waits, long waited, long longestWait) {}

    /// @param deepest the most items that were in it at one time
    record Queue(String name, long puts, long takes, int deepest, boolean closed) {}

    record Pool(String name, long submitted, long done, long rejected, long stolen) {}

    /// @param nanos from the first start until the last of them could run
    /// @param bytes by which the engine's resident memory grew meanwhile; absent where that cannot be known
    @JsonInclude(Include.NON_ABSENT)
    record StartCost(String group, int units, long nanos, Optional<Long> bytes) {}

    /// Something that the run could not do as it was asked, and went on without.
    @JsonInclude(Include.NON_ABSENT)
    record Note(Optional<String> unit, int line, String text) {}

    /// @param osThreadId -1 where it cannot be known
    /// @param start absent of a unit that never ran, as its end
    /// @param states nanoseconds in each state
    /// @param cores nanoseconds on each core
    @JsonInclude(Include.NON_ABSENT)
    record Unit(
            String name,
            String group,
            String kind,
            int osThreadId,
            Optional<Long> start,
            Optional<Long> end,
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

    /// Waits for room in a queue.
    record QueueFull(String kind, String queue, long waits, long waited, long longest, double share)
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
