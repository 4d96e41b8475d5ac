package io.interleave.view.session;

import io.interleave.analysis.Finding;
import io.interleave.analysis.Outcome;
import io.interleave.analysis.State;
import io.interleave.trace.CoreSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a run amounts to at one moment: all that the window says of it beside the picture. Immutable.
///
/// @param elapsed nanoseconds of the run that are known
/// @param facts what else there is to know, in sentences: how processes ended, what starting cost, what the run
///     could not do
/// @param cores of each core the share of the run in which a unit of the run was on it, from 0 to 1
/// @param source where the knowledge of cores comes from, once that is known
/// @param damage what of the trace could not be read, in words
public record RunSummary(
        long elapsed,
        Outcome outcome,
        List<Finding> findings,
        List<String> facts,
        List<UnitTime> units,
        List<Double> cores,
        Optional<Source> source,
        List<Line> lines,
        long eventsKept,
        long eventsNotKept,
        long switchesLost,
        Optional<String> damage) {

    public static final RunSummary EMPTY = new RunSummary(
            0,
            new Outcome(List.of()),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            0,
            0,
            0,
            Optional.empty());

    public RunSummary {
        findings = List.copyOf(findings);
        facts = List.copyOf(facts);
        units = List.copyOf(units);
        cores = List.copyOf(cores);
        lines = List.copyOf(lines);
    }

    /// How long a unit, or all units of a large group, were in which state, in nanoseconds.
    public record UnitTime(String name, Map<State, Long> times) {
        public UnitTime {
            var copy = new EnumMap<State, Long>(State.class);
            copy.putAll(times);
            times = java.util.Collections.unmodifiableMap(copy);
        }

        public long total() {
            return times.values().stream().mapToLong(Long::longValue).sum();
        }

        /// From 0 to 1.
        public double share(State state) {
            long total = total();
            return total == 0 ? 0 : (double) times.getOrDefault(state, 0L) / total;
        }
    }

    /// This summary of a trace that could not be read on.
    public RunSummary with(String newDamage) {
        return new RunSummary(
                elapsed,
                outcome,
                findings,
                facts,
                units,
                cores,
                source,
                lines,
                eventsKept,
                eventsNotKept,
                switchesLost,
                Optional.of(newDamage));
    }

    /// @param reason why not from a better source
    public record Source(CoreSource kind, String reason) {}

    /// @param time nanoseconds since the run's beginning
    public record Line(long time, String unit, String text) {}
}
