package io.interleave.view.session;

import io.interleave.analysis.Lane;
import io.interleave.analysis.ProcessFigures;
import io.interleave.analysis.Spans;
import io.interleave.analysis.State;
import io.interleave.analysis.Timeline;
import io.interleave.analysis.UnitKind;
import io.interleave.analysis.UnitTimes;
import io.interleave.trace.CoreSource;
import io.interleave.trace.Definition;
import io.interleave.view.fx.Figures;
import io.interleave.view.fx.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What there is to know of a run beside its outcome and its findings, in sentences: what it could not do, how
/// its processes ended, what became of tasks, what starting cost.
final class Facts {

    /// Of each kind so many are told.
    private static final int MOST = 12;

    /// From such a share of the run on it is told that others had the cores.
    private static final double WORTH_TELLING = 0.1;

    private Facts() {}

    static List<String> of(Timeline timeline) {
        var facts = new ArrayList<String>();
        var values = values(timeline);
        if (!values.isEmpty()) {
            facts.add(Messages.text("fact.values", values));
        }
        workersToCome(timeline).forEach(facts::add);
        coresOfOthers(timeline).ifPresent(facts::add);
        timeline.notes().stream().limit(MOST).map(Facts::note).forEach(facts::add);
        var ended = timeline.processes().stream()
                .filter(it -> it.exit().isPresent())
                .toList();
        var remarkable = ended.stream().filter(Facts::isRemarkable).toList();
        var alike = new LinkedHashMap<End, List<ProcessFigures>>();
        remarkable.forEach(
                it -> alike.computeIfAbsent(End.of(it), _ -> new ArrayList<>()).add(it));
        alike.forEach((end, processes) -> facts.add(processes(end, processes)));
        int others = ended.size() - remarkable.size();
        if (others > 0) {
            facts.add(Messages.text(remarkable.isEmpty() ? "fact.exit.all" : "fact.exit.more", others));
        }
        startCosts(timeline).stream().limit(MOST).map(Facts::cost).forEach(facts::add);
        timeline.pools().stream()
                .filter(it -> it.submitted() > 0)
                .limit(MOST)
                .map(it -> Messages.text("fact.pool", it.name(), it.done(), it.submitted(), it.stolen()))
                .forEach(facts::add);
        return facts;
    }

    /// The last value of each variable that a unit has written: one that is not set yet has none to tell.
    private static String values(Timeline timeline) {
        return timeline.lanes().stream()
                .filter(it -> it.kind() == Lane.Kind.VARIABLE && isWritten(it.spans()))
                .limit(MOST)
                .map(it -> Messages.text("fact.value", it.name(), value(timeline, it)))
                .collect(Collectors.joining(", "));
    }

    private static boolean isWritten(Spans values) {
        return values.size() > 0 && (values.size() > 1 || values.object(0) != Spans.NONE);
    }

    private static String value(Timeline timeline, Lane variable) {
        long last = variable.spans().value(variable.spans().size() - 1);
        return Figures.value(timeline.value(variable.subject(), last));
    }

    /// Why there is nothing to see yet: no step is done before the workers of all pools are there, and those that
    /// are processes take their time.
    private static List<String> workersToCome(Timeline timeline) {
        var units = timeline.unitTimes();
        boolean begun = units.stream().anyMatch(it -> it.kind() != UnitKind.WORKER && hasStarted(it));
        if (begun || timeline.end().isPresent()) {
            return List.of();
        }
        var workers = units.stream()
                .filter(it -> it.kind() == UnitKind.WORKER)
                .collect(Collectors.groupingBy(UnitTimes::group, LinkedHashMap::new, Collectors.toList()));
        return workers.entrySet().stream()
                .filter(pool -> !pool.getValue().stream().allMatch(Facts::hasStarted))
                .map(pool -> Messages.text(
                        "fact.starting",
                        pool.getKey(),
                        pool.getValue().stream().filter(Facts::hasStarted).count(),
                        pool.getValue().size()))
                .toList();
    }

    private static boolean hasStarted(UnitTimes unit) {
        return !unit.states().isEmpty();
    }

    /// For how long at least a unit was ready although not every core had something of this run: the others all had
    /// it at once for no longer than the core that they had least. A coroutine may be ready for want of a carrier.
    private static Optional<String> coresOfOthers(Timeline timeline) {
        boolean exact =
                timeline.cores().filter(it -> it.source() == CoreSource.EXACT).isPresent();
        var taken = timeline.lanes().stream()
                .filter(it -> it.kind() == Lane.Kind.CORE)
                .collect(Collectors.toMap(Lane::subject, it -> taken(it.spans())));
        long run = timeline.now() - timeline.start();
        long others = timeline.unitTimes().stream()
                .filter(it -> it.kind() != UnitKind.COROUTINE)
                .mapToLong(it -> it.states().getOrDefault(State.READY, 0L) - byOthers(it, taken))
                .max()
                .orElse(0);
        return exact && others > run * WORTH_TELLING
                ? Optional.of(
                        Messages.text("fact.others", Figures.duration(others), Figures.percent((double) others / run)))
                : Optional.empty();
    }

    /// For how long at most all cores that this unit has run on, and so may run on, had something else of this run.
    private static long byOthers(UnitTimes unit, Map<Integer, Long> taken) {
        return unit.cores().entrySet().stream()
                .mapToLong(it -> Math.max(0, taken.getOrDefault(it.getKey(), 0L) - it.getValue()))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static long taken(Spans core) {
        long taken = 0;
        for (int span = 0; span < core.size(); span++) {
            taken += core.end(span) - core.start(span);
        }
        return taken;
    }

    private static String note(Definition.Note note) {
        return note.line() > 0
                ? Messages.text("fact.note.line", note.text(), note.line())
                : Messages.text("fact.note", note.text());
    }

    /// Most processes end well and in silence, and are only counted.
    private static boolean isRemarkable(ProcessFigures process) {
        var exit = process.exit().orElseThrow();
        return exit.signal() > 0 || exit.status() != 0 || !isSilent(process);
    }

    private static boolean isSilent(ProcessFigures process) {
        return process.input() + process.output() + process.errors() == 0;
    }

    /// How a process ended; those that ended alike are told together.
    private record End(int status, String signal, boolean stopped) {

        static End of(ProcessFigures process) {
            var exit = process.exit().orElseThrow();
            boolean signalled = exit.signal() > 0;
            return new End(exit.status(), signalled ? exit.signalName() : "", signalled && process.stopped());
        }

        String words(String names, int count) {
            return signal.isEmpty()
                    ? Messages.text("fact.exit.status", names, status)
                    : Messages.text(stopped ? "fact.exit.stopped" : "fact.exit.signal", names, signal, count);
        }
    }

    private static String processes(End end, List<ProcessFigures> processes) {
        var words = end.words(names(processes), processes.size());
        var moved = Stream.of(
                        bytes("fact.bytes.input", processes, ProcessFigures::input),
                        bytes("fact.bytes.output", processes, ProcessFigures::output),
                        bytes("fact.bytes.errors", processes, ProcessFigures::errors))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return moved.isEmpty() ? words : words + " " + Messages.text("fact.bytes", moved, processes.size());
    }

    private static String names(List<ProcessFigures> processes) {
        int more = Math.max(0, processes.size() - MOST);
        var names = processes.stream().limit(MOST).map(ProcessFigures::name).collect(Collectors.joining(", "));
        return Messages.text("fact.exit.names", names, more);
    }

    private static Optional<String> bytes(
            String key, List<ProcessFigures> processes, ToLongFunction<ProcessFigures> amount) {
        long bytes = processes.stream().mapToLong(amount).sum();
        return bytes == 0 ? Optional.empty() : Optional.of(Messages.text(key, Figures.bytes(bytes)));
    }

    /// Of a group that is started again and again it is told once, of all that were started together.
    private static Collection<Definition.StartCost> startCosts(Timeline timeline) {
        var costs = new LinkedHashMap<String, Definition.StartCost>();
        timeline.startCosts().stream()
                .filter(it -> it.count() > 1)
                .forEach(it -> costs.merge(it.group(), it, Facts::sum));
        return costs.values();
    }

    private static Definition.StartCost sum(Definition.StartCost one, Definition.StartCost other) {
        boolean isMemoryKnown = one.bytes() >= 0 && other.bytes() >= 0;
        return new Definition.StartCost(
                one.group(),
                one.count() + other.count(),
                one.nanos() + other.nanos(),
                isMemoryKnown ? one.bytes() + other.bytes() : -1);
    }

    private static String cost(Definition.StartCost cost) {
        var time = Figures.duration(cost.nanos());
        return cost.bytes() < 0
                ? Messages.text("fact.cost", cost.group(), cost.count(), time)
                : Messages.text(
                        "fact.cost.memory",
                        cost.group(),
                        cost.count(),
                        time,
                        Figures.bytes(cost.bytes() / cost.count()));
    }
}
