package io.interleave.analysis;

import io.interleave.model.Value;
import io.interleave.trace.Definition;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/// What one run has to be compared with another, by name.
///
/// @param crowd the names of units of large groups that have lanes
record Side(
        Comparison.Whole whole,
        SequencedMap<String, String> settings,
        SequencedMap<String, Comparison.Work> groups,
        SequencedMap<String, Comparison.Work> units,
        Set<String> crowd,
        SequencedMap<String, Comparison.Use> locks,
        SequencedMap<String, Comparison.Use> resources,
        SequencedMap<String, Value> variables,
        SequencedMap<String, Finding> findings) {

    static Side of(
            TimelineBuilder trace,
            Outcome outcome,
            SequencedMap<String, Value> variables,
            List<Finding> findings,
            long events) {
        trace.advance();
        var groups = new LinkedHashMap<String, Comparison.Work>();
        var units = new LinkedHashMap<String, Comparison.Work>();
        var crowd = new HashSet<String>();
        int all = 0;
        for (var group : trace.units.groups()) {
            all += group.size();
            long switches = 0;
            for (var unit : group.units()) {
                switches += unit.switches();
            }
            groups.put(
                    group.name,
                    new Comparison.Work(group.size(), group.times(trace.now()).states(), switches));
            for (var unit : group.shown()) {
                units.put(unit.name(), new Comparison.Work(1, unit.times().states(), unit.switches()));
                if (group.isLarge()) {
                    crowd.add(unit.name());
                }
            }
        }
        var whole = new Comparison.Whole(
                trace.now() - trace.start(),
                trace.told.end.map(Definition.End::how),
                all,
                events,
                outcome.results().size(),
                (int) outcome.results().stream()
                        .filter(it -> it.verdict() == Outcome.Verdict.HELD)
                        .count());
        var settings = new LinkedHashMap<String, String>(
                new TreeMap<>(trace.told.run.map(Definition.Run::settings).orElse(Map.of())));
        return new Side(
                whole,
                settings,
                groups,
                units,
                crowd,
                uses(trace, true),
                uses(trace, false),
                variables,
                byName(findings));
    }

    private static SequencedMap<String, Comparison.Use> uses(TimelineBuilder trace, boolean locks) {
        var uses = new LinkedHashMap<String, Comparison.Use>();
        long life = trace.units.population.life(trace.now());
        for (var resource : trace.resources.all()) {
            boolean lock = resource instanceof LockTrack;
            if (lock == locks) {
                var times = resource.waitTimes(trace.now());
                uses.put(
                        resource.name,
                        new Comparison.Use(
                                resource.word,
                                times.waits(),
                                times.waited(),
                                times.longest(),
                                lock ? held(resource.spans) : 0,
                                life == 0 ? 0 : (double) times.waited() / life));
            }
        }
        return uses;
    }

    private static long held(Spans spans) {
        long held = 0;
        for (int i = 0; i < spans.size(); i++) {
            if (spans.state(i) == State.HELD || spans.state(i) == State.SHARED) {
                held += spans.end(i) - spans.start(i);
            }
        }
        return held;
    }

    private static SequencedMap<String, Finding> byName(List<Finding> findings) {
        var named = new LinkedHashMap<String, Finding>();
        findings.forEach(it -> named.putIfAbsent(name(it), it));
        return named;
    }

    /// What it is, and what it is about: the same in both runs where it happened in both.
    private static String name(Finding finding) {
        return switch (finding) {
            case Finding.UpdatesLost it -> "updates lost: " + it.name();
            case Finding.Deadlock _ -> "deadlock";
            case Finding.Stall _ -> "stall";
            case Finding.SignalLost it -> "signal lost: " + it.name();
            case Finding.Contention it -> "contention: " + it.name();
            case Finding.QueueFull it -> "queue full: " + it.name();
            case Finding.Starved it -> "starved: " + it.name();
            case Finding.LoopBlocked _ -> "loop blocked";
            case Finding.TasksRejected it -> "tasks rejected: " + it.name();
            case Finding.WorkerDied it -> "worker died: " + it.pool();
        };
    }
}
