package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import io.interleave.model.Value;
import io.interleave.trace.Damage;
import io.interleave.trace.Definition;
import io.interleave.trace.Event;
import io.interleave.trace.TraceListener;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// Takes the events of a trace, in order of time, to the lanes that they belong to.
///
/// What was never defined, because that part of the trace is damaged, gets a name made of its number.
final class TimelineBuilder implements TraceListener {

    /// Lines of output that are kept, the last ones.
    private static final int LINES = 10_000;

    final Cores cores = new Cores();
    final IntMap<UnitTrack> units = new IntMap<>();
    final IntMap<LockTrack> locks = new IntMap<>();
    final IntMap<VariableTrack> variables = new IntMap<>();
    final IntMap<Definition.Step> steps = new IntMap<>();
    final IntMap<Long> turnedKnobs = new IntMap<>();
    final Deque<Definition.Line> lines = new ArrayDeque<>();
    final List<Damage> damages = new ArrayList<>();
    final List<Finding.Deadlock> deadlocks = new ArrayList<>();
    final Findings findings = new Findings(this);
    final LostUpdates lostUpdates = new LostUpdates();
    Optional<Definition.Run> run = Optional.empty();
    Optional<Definition.Cores> coreData = Optional.empty();
    Optional<Definition.Failure> failure = Optional.empty();
    Optional<Definition.End> end = Optional.empty();

    private static final IntFunction<UnitTrack> UNDEFINED_UNIT = id -> new UnitTrack(id, "unit " + id, "");
    private static final IntFunction<LockTrack> UNDEFINED_LOCK = id -> new LockTrack(id, "lock " + id);
    private final IntFunction<VariableTrack> undefinedVariable = id -> variable(id, "variable " + id, Value.Type.WHOLE);
    private long start = Long.MAX_VALUE;
    private long now = Long.MIN_VALUE;

    @Override
    public void defined(Definition definition) {
        switch (definition) {
            case Definition.Run it -> {
                run = Optional.of(it);
                cores.startAt(it.clockStart());
            }
            case Definition.Cores it -> {
                coreData = Optional.of(it);
                it.cores().forEach(cores::core);
            }
            case Definition.Unit it -> units.put(it.id(), new UnitTrack(it.id(), it.name(), it.group()));
            case Definition.Units it -> {
                for (int i = 0; i < it.count(); i++) {
                    var name = it.group() + " " + (it.firstIndex() + i + 1);
                    units.put(it.first() + i, new UnitTrack(it.first() + i, name, it.group()));
                }
            }
            case Definition.Resource it -> {
                if (it.kind().equals("lock")) {
                    locks.put(it.id(), new LockTrack(it.id(), it.name()));
                } else if (it.kind().equals("variable")) {
                    variables.put(it.id(), variable(it.id(), it.name(), it.type()));
                }
            }
            case Definition.Step it -> steps.put(it.id(), it);
            case Definition.Line it -> {
                if (lines.size() == LINES) {
                    lines.removeFirst();
                }
                lines.add(it);
            }
            case Definition.Failure it -> failure = Optional.of(it);
            case Definition.Program _,
                    Definition.Forked _,
                    Definition.Exit _,
                    Definition.Text _,
                    Definition.StartCost _,
                    Definition.Note _ -> {}
            case Definition.End it -> end = Optional.of(it);
        }
    }

    @Override
    public void damaged(Damage damage) {
        damages.add(damage);
    }

    @Override
    public void happened(Event event) {
        // A writer that lost its core before publishing can be late. What it says is then taken to happen now.
        long time = Math.max(event.time(), now);
        now = time;
        switch (event.kind()) {
            case UNIT_START -> started(event, time);
            case UNIT_END -> speaker(event, time).ended(time);
            case COMPUTE, WAKE, LOG -> works(event, time);
            case SLEEP -> speaker(event, time).sleeps(time, event.step());
            case LOCK_WAIT -> waits(event, time);
            case LOCK_ACQUIRED -> {
                waitEnds(event, time);
                lock(event.object()).acquired(time, event.unit(), event.step());
                works(event, time);
            }
            case LOCK_ABANDONED -> {
                waitEnds(event, time);
                works(event, time);
            }
            case LOCK_RELEASED -> {
                lock(event.object()).released(time, event.unit());
                works(event, time);
            }
            case LOCK_ENABLED -> lock(event.object()).enabled(time, event.value() != 0);
            case READ -> {
                long since = speaker(event, time).spokeAt();
                variable(event.object()).read(time, event.unit(), since, event.value());
                works(event, time);
            }
            case WRITE -> {
                variable(event.object()).write(time, event.unit(), event.value(), event.step());
                works(event, time);
            }
            case BLIND_WRITE, UPDATE -> {
                variable(event.object()).blindWrite(time, event.unit(), event.value(), event.step());
                works(event, time);
            }
            case FINAL -> variable(event.object()).isFinally(event.value());
            case KNOB -> turnedKnobs.put(event.object(), event.value());
            case CORE_IN, CORE_SAMPLE_ON -> cores.in(time, event.object(), (int) event.value());
            case CORE_OUT, CORE_SAMPLE_OFF -> cores.out(time, (int) event.value(), false);
            case CORE_PREEMPTED -> cores.out(time, (int) event.value(), true);
            case CORE_EXIT -> cores.exited(time, (int) event.value());
            case CORE_LOST -> cores.lost(time, event.object(), event.value());
            case CORE_COMPLETE -> {}
            default -> works(event, time);
        }
    }

    private void started(Event event, long time) {
        var unit = speaker(event, time);
        int tid = (int) event.value();
        unit.started(time, tid);
        if (tid != NONE) {
            unit.isCarriedBy(cores.thread(tid), time);
            cores.started(time, tid, unit);
        }
    }

    private void works(Event event, long time) {
        // The first values of variables are no unit's doing.
        if (event.unit() != NONE) {
            speaker(event, time).works(time, event.step(), event.core());
        }
    }

    private void waits(Event event, long time) {
        var unit = speaker(event, time);
        unit.waitsFor(time, event.object(), (int) event.value(), event.step());
        lock(event.object()).waiter();
        findings.deadlockClosedBy(unit).ifPresent(deadlocks::add);
    }

    private void waitEnds(Event event, long time) {
        var unit = speaker(event, time);
        if (unit.waitsForLock() && unit.awaitedLock() == event.object()) {
            lock(event.object()).waitEnded(time - unit.waitsSince());
        }
    }

    private UnitTrack speaker(Event event, long time) {
        start = Math.min(start, time);
        return unit(event.unit());
    }

    UnitTrack unit(int id) {
        return units.get(id, UNDEFINED_UNIT);
    }

    LockTrack lock(int id) {
        return locks.get(id, UNDEFINED_LOCK);
    }

    private VariableTrack variable(int id) {
        return variables.get(id, undefinedVariable);
    }

    private VariableTrack variable(int id, String name, Value.Type type) {
        return new VariableTrack(id, name, type, lostUpdates);
    }

    /// The time of the first event of a unit, or until there is one, {@link #now}.
    long start() {
        return Math.min(start, now());
    }

    /// The time of the last event; before the first the beginning of the run, where that is told.
    long now() {
        return now == Long.MIN_VALUE ? run.map(Definition.Run::clockStart).orElse(0L) : now;
    }

    /// Changes whenever a lane is added.
    int laneCount() {
        return cores.tracks.size() + units.size() + locks.size() + variables.size();
    }

    /// Brings every lane up to now.
    void advance() {
        cores.advance(now);
        units.forEach(it -> it.advance(now));
        locks.forEach(it -> it.advance(now));
        variables.forEach(it -> it.advance(now));
    }

    /// Nothing more will come: the stays of those on a core are counted.
    void finish() {
        cores.finish(now);
    }
}
