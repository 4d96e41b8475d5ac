package io.interleave.cli;

import io.interleave.analysis.Finding;
import io.interleave.analysis.GroupTimes;
import io.interleave.analysis.Outcome;
import io.interleave.analysis.ProcessFigures;
import io.interleave.analysis.State;
import io.interleave.analysis.UnitTimes;
import io.interleave.model.Expr;
import io.interleave.run.RunEnd;
import io.interleave.run.RunReport;
import io.interleave.trace.CoreSource;
import io.interleave.trace.Definition;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Makes the JSON document of a result.
record RunDocuments(RunResult result) {

    /// Where there are more, only those are listed that have lanes of their own.
    private static final int MOST_UNITS = 10_000;

    RunDocument document(Optional<Path> trace, Optional<Path> picture) {
        var timeline = result.timeline();
        var knobs = new LinkedHashMap<String, Object>();
        result.request().settings().asMap().forEach((name, value) -> knobs.put(name, RunResult.plain(value)));
        var variables = new LinkedHashMap<String, Object>();
        timeline.variables().forEach((name, value) -> variables.put(name, RunResult.plain(value)));
        return new RunDocument(
                Version.text(),
                result.name(),
                result.scenario().title(),
                knobs,
                new RunDocument.End(how(), result.endInWords()),
                new RunDocument.Outcome(
                        result.held(),
                        result.outcome().results().stream()
                                .map(RunDocuments::expectation)
                                .toList()),
                variables,
                result.report().map(RunReport::wallNanos),
                new RunDocument.Events(
                        timeline.eventsKept(),
                        timeline.eventsNotKept(),
                        timeline.damages().stream()
                                .map(it -> "at byte %d: %s".formatted(it.offset(), it.what()))
                                .toList()),
                coreData(timeline.cores(), timeline.switchesLost()),
                timeline.unitTimes(MOST_UNITS).stream().map(this::unit).toList(),
                timeline.groupTimes().stream().map(RunDocuments::group).toList(),
                timeline.processes().stream().map(RunDocuments::process).toList(),
                timeline.locks().stream()
                        .map(it -> new RunDocument.Lock(
                                it.name(), it.held(), it.heldNanos(), it.waits(), it.waited(), it.longestWait()))
                        .toList(),
                timeline.queues().stream()
                        .map(it -> new RunDocument.Queue(it.name(), it.puts(), it.takes(), it.deepest(), it.closed()))
                        .toList(),
                timeline.pools().stream()
                        .map(it ->
                                new RunDocument.Pool(it.name(), it.submitted(), it.done(), it.rejected(), it.stolen()))
                        .toList(),
                timeline.startCosts().stream()
                        .map(it -> new RunDocument.StartCost(
                                it.group(),
                                it.count(),
                                it.nanos(),
                                Optional.of(it.bytes()).filter(bytes -> bytes >= 0)))
                        .toList(),
                timeline.notes().stream().map(this::note).toList(),
                result.findings().stream().map(this::finding).toList(),
                trace.map(it -> it.toAbsolutePath().toString()),
                picture.map(Path::toString));
    }

    private static RunDocument.Group group(GroupTimes it) {
        return new RunDocument.Group(it.name(), it.kind().word(), it.units(), it.alive(), states(it.states()));
    }

    private static RunDocument.Process process(ProcessFigures it) {
        return new RunDocument.Process(
                it.name(),
                it.exit().filter(exit -> exit.signal() == 0).map(Definition.Exit::status),
                it.exit().filter(exit -> exit.signal() > 0).map(Definition.Exit::signal),
                it.input(),
                it.output(),
                it.errors());
    }

    private RunDocument.Note note(Definition.Note it) {
        var unit = it.unit() < 0
                ? Optional.<String>empty()
                : Optional.of(result.timeline().unitName(it.unit()));
        return new RunDocument.Note(unit, it.line(), it.text());
    }

    private static Map<String, Long> states(Map<State, Long> times) {
        var states = new LinkedHashMap<String, Long>();
        times.forEach((state, nanos) -> states.put(word(state), nanos));
        return states;
    }

    private String how() {
        return switch (result.end()) {
            case RunEnd.Completed _ -> "completed";
            case RunEnd.Stopped _ -> "stopped";
            case RunEnd.LimitReached _ -> "limit";
            case RunEnd.UnitFailed _, RunEnd.Refused _ -> "failed";
            case RunEnd.EngineDied _ -> "died";
        };
    }

    private static RunDocument.Expectation expectation(Outcome.Result it) {
        return new RunDocument.Expectation(
                it.text(),
                word(it.verdict()),
                it.actual().map(RunResult::plain),
                it.relation().map(Expr.BinaryOperator::symbol),
                it.expected().map(RunResult::plain),
                RunResult.missing(it).map(Object.class::cast));
    }

    private static RunDocument.CoreData coreData(Optional<Definition.Cores> cores, long lost) {
        return new RunDocument.CoreData(
                cores.map(Definition.Cores::cores).orElse(List.of()),
                word(cores.map(Definition.Cores::source).orElse(CoreSource.ESTIMATED)),
                cores.map(Definition.Cores::reason).orElse("nothing was recorded"),
                lost);
    }

    private RunDocument.Unit unit(UnitTimes it) {
        long start = result.timeline().start();
        boolean ran = it.start() >= start;
        Map<String, Long> cores = new LinkedHashMap<>();
        it.cores().forEach((core, nanos) -> cores.put(Integer.toString(core), nanos));
        return new RunDocument.Unit(
                it.name(),
                it.group(),
                it.kind().word(),
                it.tid(),
                ran ? Optional.of(it.start() - start) : Optional.empty(),
                ran ? Optional.of(it.end() - start) : Optional.empty(),
                states(it.states()),
                cores,
                it.switches(),
                it.preemptions(),
                it.migrations());
    }

    private RunDocument.Finding finding(Finding finding) {
        return switch (finding) {
            case Finding.UpdatesLost(var _, var variable, long lost, long writes, int conflicts) ->
                new RunDocument.UpdatesLost("updates-lost", variable, lost, writes, conflicts);
            case Finding.Deadlock(long since, var circle) ->
                new RunDocument.Deadlock(
                        "deadlock",
                        since - result.timeline().start(),
                        circle.stream().map(RunDocuments::link).toList());
            case Finding.Stall(long since, int units, var waits) ->
                new RunDocument.Stall(
                        "stall",
                        since - result.timeline().start(),
                        units,
                        waits.stream()
                                .map(it ->
                                        new RunDocument.Wait(it.unit(), it.line(), it.kind(), it.what(), it.amount()))
                                .toList());
            case Finding.SignalLost(var _, var condition, var by, int line, long at, var waiter, int waiterLine) ->
                new RunDocument.SignalLost(
                        "signal-lost",
                        condition,
                        by,
                        line,
                        at - result.timeline().start(),
                        waiter,
                        waiterLine);
            case Finding.Starved(var _, var lock, var unit, int line, long overtaken, long waited) ->
                new RunDocument.Starved("starved", lock, unit, line, overtaken, waited);
            case Finding.LoopBlocked(var unit, int line, long nanos, int waiting, long times) ->
                new RunDocument.LoopBlocked("loop-blocked", unit, line, nanos, waiting, times);
            case Finding.TasksRejected(var _, var pool, long rejected, long submitted) ->
                new RunDocument.TasksRejected("tasks-rejected", pool, rejected, submitted);
            case Finding.WorkerDied(var worker, var pool, long task, long at) ->
                new RunDocument.WorkerDied(
                        "worker-died",
                        worker,
                        pool,
                        task,
                        at - result.timeline().start());
            case Finding.Contention(var _, var lock, long waits, long waited, long longest, double share) ->
                new RunDocument.Contention("contention", lock, waits, waited, longest, share);
            case Finding.QueueFull(var _, var queue, long waits, long waited, long longest, double share) ->
                new RunDocument.QueueFull("queue-full", queue, waits, waited, longest, share);
        };
    }

    private static RunDocument.Link link(Finding.Deadlock.Link it) {
        return new RunDocument.Link(it.unit(), it.lock(), it.line(), it.holder(), it.heldSinceLine());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
