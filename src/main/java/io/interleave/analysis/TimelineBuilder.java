package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import io.interleave.trace.CoreSource;
import io.interleave.trace.Damage;
import io.interleave.trace.Definition;
import io.interleave.trace.Event;
import io.interleave.trace.TraceListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Takes the events of a trace, in order of time, to the lanes that they belong to.
final class TimelineBuilder implements TraceListener {

    /// Lines of output that are kept, the last ones.
    private static final int LINES = 10_000;

    final Map<Integer, CoreTrack> cores = new TreeMap<>();
    final Map<Integer, UnitTrack> units = new TreeMap<>();
    final Map<Integer, LockTrack> locks = new TreeMap<>();
    final Map<Integer, VariableTrack> variables = new TreeMap<>();
    final Map<Integer, Definition.Unit> unitDefinitions = new HashMap<>();
    final Map<Integer, Definition.Step> steps = new HashMap<>();
    final List<Definition.Line> lines = new ArrayList<>();
    final List<Damage> damages = new ArrayList<>();
    final Map<Integer, Long> turnedKnobs = new HashMap<>();
    final List<Finding.Deadlock> deadlocks = new ArrayList<>();
    final Findings findings = new Findings(this);
    final LostUpdates lostUpdates = new LostUpdates();
    Optional<Definition.Run> run = Optional.empty();
    Optional<Definition.Cores> coreData = Optional.empty();
    Optional<Definition.Failure> failure = Optional.empty();
    Optional<Definition.End> end = Optional.empty();
    long start = Long.MAX_VALUE;
    long now;

    /// Changes whenever a lane is added.
    int laneCount;

    private final Map<Integer, UnitTrack> unitsByTid = new HashMap<>();

    @Override
    public void defined(Definition definition) {
        switch (definition) {
            case Definition.Run it -> run = Optional.of(it);
            case Definition.Cores it -> {
                coreData = Optional.of(it);
                it.cores().forEach(this::core);
            }
            case Definition.Unit it -> {
                unitDefinitions.put(it.id(), it);
                var source = coreData.map(Definition.Cores::source).orElse(CoreSource.ESTIMATED);
                units.put(it.id(), new UnitTrack(it.id(), it.name(), source));
                laneCount++;
            }
            case Definition.Resource it -> {
                if (it.kind().equals("lock")) {
                    locks.put(it.id(), new LockTrack(it.id(), it.name()));
                } else {
                    variables.put(it.id(), new VariableTrack(it.id(), it.name(), it.type(), lostUpdates));
                }
                laneCount++;
            }
            case Definition.Step it -> steps.put(it.id(), it);
            case Definition.Line it -> {
                if (lines.size() == LINES) {
                    lines.removeFirst();
                }
                lines.add(it);
            }
            case Definition.Failure it -> failure = Optional.of(it);
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
        if (event.kind().isOfCores()) {
            ofCore(event, time);
        } else if (event.unit() == NONE) {
            ofEngine(event, time);
        } else {
            var unit = units.get(event.unit());
            if (unit != null) {
                start = Math.min(start, time);
                ofUnit(event, time, unit);
            }
        }
    }

    private void ofUnit(Event event, long time, UnitTrack unit) {
        int object = event.object();
        int step = event.step();
        switch (event.kind()) {
            case UNIT_START -> started(time, unit, (int) event.value());
            case UNIT_END -> unit.ended(time);
            case COMPUTE, WAKE, LOG -> unit.works(time, step, event.core());
            case SLEEP -> unit.sleeps(time, step);
            case LOCK_WAIT -> {
                unit.waitsFor(time, object, (int) event.value(), step);
                lock(object).ifPresent(LockTrack::waiter);
                findings.deadlockClosedBy(unit).ifPresent(deadlocks::add);
            }
            case LOCK_ACQUIRED -> {
                lock(object).ifPresent(lock -> {
                    endWait(time, unit, lock);
                    lock.acquired(time, unit.id, step);
                });
                unit.works(time, step, event.core());
            }
            case LOCK_ABANDONED -> lock(object).ifPresent(lock -> endWait(time, unit, lock));
            case LOCK_RELEASED -> {
                lock(object).ifPresent(lock -> lock.released(time));
                unit.works(time, step, event.core());
            }
            case READ -> {
                variable(object).ifPresent(it -> it.read(time, unit.id, event.value()));
                unit.works(time, step, event.core());
            }
            case WRITE -> {
                variable(object).ifPresent(it -> it.write(time, unit.id, event.value(), step));
                unit.works(time, step, event.core());
            }
            case BLIND_WRITE, UPDATE -> {
                variable(object).ifPresent(it -> it.blindWrite(time, unit.id, event.value(), step));
                unit.works(time, step, event.core());
            }
            case LOCK_ENABLED, FINAL, KNOB -> {}
            case CORE_IN, CORE_OUT, CORE_PREEMPTED, CORE_EXIT -> {}
            case CORE_LOST, CORE_SAMPLE_ON, CORE_SAMPLE_OFF, CORE_COMPLETE -> {}
        }
    }

    private void started(long time, UnitTrack unit, int tid) {
        coreData.ifPresent(it -> unit.sourceIs(it.source()));
        unit.started(time, tid);
        if (tid == NONE) {
            return;
        }
        unitsByTid.put(tid, unit);
        for (var core : cores.values()) {
            if (core.tid() == tid) {
                core.belongsTo(unit.id);
                unit.gotCore(time, core.core);
            }
        }
    }

    private static void endWait(long time, UnitTrack unit, LockTrack lock) {
        if (unit.waitsForLock()) {
            lock.waitEnded(time - unit.waitsSince());
        }
    }

    private void ofEngine(Event event, long time) {
        int object = event.object();
        switch (event.kind()) {
            case LOCK_ENABLED -> lock(object).ifPresent(it -> it.enabled(time, event.value() != 0));
            case BLIND_WRITE -> variable(object).ifPresent(it -> it.blindWrite(time, NONE, event.value(), NONE));
            case FINAL -> variable(object).ifPresent(it -> it.isFinally(event.value()));
            case KNOB -> turnedKnobs.put(object, event.value());
            case UNIT_START, UNIT_END, COMPUTE, SLEEP, WAKE, LOG, READ, WRITE, UPDATE -> {}
            case LOCK_WAIT, LOCK_ACQUIRED, LOCK_RELEASED, LOCK_ABANDONED -> {}
            case CORE_IN, CORE_OUT, CORE_PREEMPTED, CORE_EXIT -> {}
            case CORE_LOST, CORE_SAMPLE_ON, CORE_SAMPLE_OFF, CORE_COMPLETE -> {}
        }
    }

    private void ofCore(Event event, long time) {
        int tid = (int) event.value();
        switch (event.kind()) {
            case CORE_IN, CORE_SAMPLE_ON -> enter(time, core(event.object()), tid);
            case CORE_OUT, CORE_EXIT, CORE_SAMPLE_OFF -> leave(time, tid, false);
            case CORE_PREEMPTED -> leave(time, tid, true);
            case CORE_LOST -> core(event.object()).lose(time, event.value());
            case CORE_COMPLETE -> {}
            case UNIT_START, UNIT_END, COMPUTE, SLEEP, WAKE, LOG -> {}
            case LOCK_WAIT, LOCK_ACQUIRED, LOCK_RELEASED, LOCK_ABANDONED, LOCK_ENABLED -> {}
            case READ, WRITE, BLIND_WRITE, UPDATE, FINAL, KNOB -> {}
        }
    }

    private void enter(long time, CoreTrack core, int tid) {
        if (core.tid() == tid) {
            return;
        }
        stayEnds(time, core);
        var unit = unitsByTid.get(tid);
        core.enter(time, tid, unit == null ? NONE : unit.id);
        if (unit != null) {
            unit.gotCore(time, core.core);
        }
    }

    private void leave(long time, int tid, boolean preempted) {
        for (var core : cores.values()) {
            if (core.tid() == tid) {
                stayEnds(time, core);
            }
        }
        var unit = unitsByTid.get(tid);
        if (unit != null) {
            unit.lostCore(time, preempted);
        }
    }

    private void stayEnds(long time, CoreTrack core) {
        int tid = core.tid();
        if (tid == NONE) {
            return;
        }
        var unit = unitsByTid.get(tid);
        if (unit != null) {
            unit.wasOnCore(core.core, time - core.since());
        }
        core.leave(time);
    }

    /// Brings every lane up to now.
    void advance() {
        cores.values().forEach(it -> it.advance(now));
        units.values().forEach(it -> it.advance(now));
        locks.values().forEach(it -> it.advance(now));
        variables.values().forEach(it -> it.advance(now));
    }

    /// Nothing more will come: those on a core leave it.
    void finish() {
        cores.values().forEach(core -> stayEnds(now, core));
    }

    private CoreTrack core(int core) {
        return cores.computeIfAbsent(core, number -> {
            laneCount++;
            return new CoreTrack(number);
        });
    }

    private Optional<LockTrack> lock(int id) {
        return Optional.ofNullable(locks.get(id));
    }

    private Optional<VariableTrack> variable(int id) {
        return Optional.ofNullable(variables.get(id));
    }
}
