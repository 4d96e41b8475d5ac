package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import io.interleave.trace.Damage;
import io.interleave.trace.Definition;
import io.interleave.trace.Event;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.UnitEnd;
import io.interleave.trace.EventKind.WaitEnd;
import io.interleave.trace.TraceListener;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Takes the events of a trace, in order of time, to the lanes that they belong to.
final class TimelineBuilder implements TraceListener {

    /// Nanoseconds, some fifty days: not even in picoseconds do sums of such times overflow.
    private static final long LONGEST_RUN = 1L << 52;

    private static final int MOST_CORES = 1 << 13;

    final Told told = new Told();
    final Cores cores = new Cores();
    final Units units = new Units(cores);
    final Resources resources = new Resources();
    /// Units that the run's end has ended.
    private final BitSet stopped = new BitSet();

    final Carriers carriers = new Carriers(units.population);
    final Links links = new Links();
    final Wakes wakes = new Wakes();
    final Flows flows = new Flows(this);
    final IntMap<Streams> streams = new IntMap<>();
    final List<Damage> damages = new ArrayList<>();
    final Deadlocks deadlocks = new Deadlocks(units, resources, told::line);
    final Starvation starvation = new Starvation();
    final List<Finding.WorkerDied> deaths = new ArrayList<>();
    final Stalls stalls = new Stalls(this);
    final Findings findings = new Findings(this);
    private final Mounting mounting = new Mounting(this);
    private final Waiting waiting = new Waiting(this);
    /// About when all events are, once that is known.
    private long origin = Long.MIN_VALUE;

    private long start = Long.MAX_VALUE;
    private long now = Long.MIN_VALUE;
    private int carrierCount;

    @Override
    public void defined(Definition definition) {
        switch (definition) {
            case Definition.Run it -> {
                told.define(it);
                cores.startAt(it.clockStart());
                origin = it.clockStart();
            }
            case Definition.Cores it -> {
                told.cores = Optional.of(it);
                it.cores().forEach(cores::core);
            }
            case Definition.Lag _ -> {}
            case Definition.Unit it -> units.define(it);
            case Definition.Units it -> units.define(it);
            case Definition.Program it -> units.define(it);
            case Definition.Forked it -> units.define(it);
            case Definition.Resource it -> resources.define(it, told.plan);
            case Definition.Step it -> told.steps.put(it.id(), it);
            case Definition.Line it -> told.define(it);
            case Definition.Text it -> told.define(it);
            case Definition.StartCost it -> told.define(it);
            case Definition.Note it -> told.define(it);
            case Definition.Exit it -> told.exits.put(it.unit(), it);
            case Definition.Final it -> told.finals.put(it.variable(), it.value());
            case Definition.Failure it -> told.failure = Optional.of(it);
            case Definition.End it -> told.end = Optional.of(it);
        }
    }

    @Override
    public void damaged(Damage damage) {
        damages.add(damage);
    }

    @Override
    public void happened(Event event) {
        if (!isPossible(event)) {
            event.leaveOut(this);
            return;
        }
        // A writer that lost its core before publishing can be late. What it says is then taken to happen now.
        long time = Math.max(event.time(), now);
        now = time;
        switch (event.kind()) {
            case UNIT_START -> started(event, time);
            case UNIT_END -> ended(event, time);
            case COMPUTE, WAKE, LOG, IO_OVER, STEP -> works(event, time);
            case SLEEP -> {
                var unit = speaker(event, time);
                unit.sleeps(time, event.step());
                goesOn(unit);
            }
            case IO -> {
                var unit = speaker(event, time);
                unit.doesInputOrOutput(time, event.step());
                goesOn(unit);
            }
            case OUTPUT, INPUT -> {
                streams.get(event.unit(), Streams::new).moved(event, time);
                resources.stream(unit(event), stream(event)).level(time, event.unit(), event.value(), event.step());
            }
            case LOCK_WAIT -> waiting.forLock(event, time);
            case LOCK_ACQUIRED -> {
                waiting.lockCame(event, time);
                if (resources.lockable(event.object()) instanceof LockTrack lock) {
                    lock.acquired(time, event.unit(), event.step());
                }
                works(event, time);
            }
            case LOCK_SHARED -> {
                waiting.lockCame(event, time);
                if (resources.lockable(event.object()) instanceof LockTrack lock) {
                    lock.shared(time, event.unit(), event.step());
                }
                works(event, time);
            }
            case LOCK_ABANDONED -> waitEnds(event, time, WaitEnd.ABANDONED, NONE);
            case LOCK_RELEASED -> {
                if (resources.lockable(event.object()) instanceof LockTrack lock) {
                    lock.released(time, event.unit());
                }
                works(event, time);
            }
            case LOCK_UNSHARED -> {
                if (resources.lockable(event.object()) instanceof LockTrack lock) {
                    lock.unshared(time, event.unit());
                }
                works(event, time);
            }
            case LOCK_ENABLED -> {
                if (resources.lockable(event.object()) instanceof LockTrack lock) {
                    lock.enabled(time, event.value() != 0);
                }
            }
            case LOCK_OPTIMISTIC, LOCK_VALIDATED -> works(event, time);
            case LOCK_REQUESTED -> {}
            case WAIT -> waiting.forSomething(event, time);
            case WAIT_OVER ->
                waitEnds(event, time, EventKind.waitEnd(event.value()), EventKind.waitCause(event.value()));
            case LEVEL -> level(event, time);
            case SIGNAL -> {
                if (resources.get(event.object()) instanceof ConditionTrack condition) {
                    condition.signalled(time, event.unit(), event.step());
                }
                works(event, time);
            }
            case PUT, TAKE, PUT_ABANDONED, CLOSED -> {
                if (resources.get(event.object()) instanceof QueueTrack queue) {
                    queue.acted(time, event.unit());
                    queued(event, queue, time);
                }
                works(event, time);
            }
            case MOUNT -> mounting.mounts(event, time);
            case UNMOUNT -> mounting.unmounts(event, time);
            case RESUMABLE -> mounting.isResumable(event, time);
            case SUBMIT, TASK_START, TASK_END, STEAL, REJECTED -> {
                if (resources.get(event.object()) instanceof PoolTrack pool) {
                    pool.acted(time, event.unit());
                    pooled(event, pool, time);
                }
                works(event, time);
            }
            case SERIALIZE -> speaker(event, time).moves(time, Transfer.SERIALIZE, event.value(), event.step());
            case SEND -> speaker(event, time).moves(time, Transfer.SEND, event.value(), event.step());
            case DESERIALIZE -> speaker(event, time).moves(time, Transfer.DESERIALIZE, event.value(), event.step());
            case READ -> {
                long since = unit(event).spokeAt();
                resources.variable(event.object()).read(time, event.unit(), since, event.value());
                works(event, time);
            }
            case WRITE -> {
                resources.variable(event.object()).write(time, event.unit(), event.value(), event.step());
                works(event, time);
            }
            case BLIND_WRITE, UPDATE -> {
                resources.variable(event.object()).blindWrite(time, event.unit(), event.value(), event.step());
                works(event, time);
            }
            case FINAL -> resources.variable(event.object()).isFinally(event.value());
            case KNOB -> told.turnedKnobs.put(event.object(), event.value());
            case CORE_IN, CORE_SAMPLE_ON -> {
                units.seen(time, cores.thread((int) event.value()));
                cores.in(time, event.object(), (int) event.value());
            }
            case CORE_OUT, CORE_SAMPLE_OFF -> cores.out(time, (int) event.value(), false);
            case CORE_PREEMPTED -> cores.out(time, (int) event.value(), true);
            case CORE_EXIT -> {
                var gone = cores.exited(time, (int) event.value()).unit();
                if (gone.group.kind.isSilent() && units.livingChildrenOf(gone) == 0) {
                    gone.ended(time);
                }
            }
            case CORE_LOST -> cores.lost(time, event.object(), event.value());
            case CORE_COMPLETE -> {}
        }
    }

    /// Whether it can be what was recorded: a trace that was not closed has no signature, and may hold anything.
    private boolean isPossible(Event event) {
        if (origin == Long.MIN_VALUE) {
            origin = event.time();
        }
        boolean core = switch (event.kind()) {
            case CORE_IN, CORE_SAMPLE_ON, CORE_LOST -> event.object() >= 0 && event.object() < MOST_CORES;
            default -> true;
        };
        return core
                && event.unit() >= NONE
                && event.time() > origin - LONGEST_RUN
                && event.time() < origin + LONGEST_RUN;
    }

    private static Resources.Stream stream(Event event) {
        if (event.kind() == EventKind.INPUT) {
            return Resources.Stream.INPUT;
        }
        return event.object() == 2 ? Resources.Stream.ERRORS : Resources.Stream.OUTPUT;
    }

    private void started(Event event, long time) {
        var unit = speaker(event, time);
        int tid = (int) event.value();
        unit.started(time, tid);
        if (tid != NONE) {
            unit.isCarriedBy(cores.thread(tid), time);
            cores.started(time, tid, unit);
            if (unit.group.kind == UnitKind.PROCESS || unit.group.kind == UnitKind.WORKER) {
                units.startedProcess(time, unit, tid);
            }
        }
        if (event.object() != NONE && event.unit() != NONE) {
            links.add(Links.Kind.START, NONE, event.object(), time, event.unit(), time);
        }
        goesOn(unit);
    }

    private void ended(Event event, long time) {
        var unit = speaker(event, time);
        if (event.value() == UnitEnd.STOPPED.ordinal() && event.unit() != NONE) {
            stopped.set(unit.id);
        } else {
            goesOn(unit);
        }
        if (unit.task() != NONE && resources.get(unit.pool()) instanceof PoolTrack pool) {
            pool.dies(time, unit);
            if (event.value() == UnitEnd.FAILED.ordinal()) {
                deaths.add(new Finding.WorkerDied(unit.name(), pool.name, unit.task(), time));
            }
        }
        unit.ended(time);
        for (var child : units.childrenOf(unit)) {
            child.ended(time);
        }
    }

    private void works(Event event, long time) {
        // The first values of variables are no unit's doing.
        if (event.unit() != NONE) {
            var unit = speaker(event, time);
            unit.works(time, event.step(), event.core());
            switch (event.kind()) {
                case COMPUTE, LOG, READ, WRITE, BLIND_WRITE, UPDATE, PUT, TAKE, SUBMIT, TASK_START -> goesOn(unit);
                case LOCK_ACQUIRED, LOCK_SHARED -> mayGoOn(unit);
                default -> {}
            }
        }
    }

    /// A unit is about its steps, and not just giving up what it has, as all do when a run is ended.
    void goesOn(UnitTrack unit) {
        unit.leaves(false);
        deadlocks.goesOn(unit);
        stalls.goesOn();
    }

    /// As {@link #goesOn}, unless it has given a wait up: then it may take a lock back only to let go of it.
    void mayGoOn(UnitTrack unit) {
        if (!unit.isLeaving()) {
            goesOn(unit);
        }
    }

    private void waitEnds(Event event, long time, WaitEnd how, int cause) {
        var unit = unit(event);
        if (how == WaitEnd.ABANDONED) {
            stalls.leaves(time);
            unit.leaves(true);
        }
        waiting.ends(unit, time, how, cause);
        works(event, time);
    }

    private void level(Event event, long time) {
        if (resources.get(event.object()) instanceof LevelTrack level) {
            level.level(time, event.unit(), event.value(), event.step());
            if (level instanceof QueueTrack queue) {
                queue.seen(event.value());
            }
        }
    }

    private void queued(Event event, QueueTrack queue, long time) {
        switch (event.kind()) {
            case PUT -> queue.put(time, event.unit(), event.value());
            case TAKE -> queue.taken(time, event.unit(), event.value(), links);
            case PUT_ABANDONED -> queue.abandoned();
            default -> queue.closed();
        }
    }

    private void pooled(Event event, PoolTrack pool, long time) {
        switch (event.kind()) {
            case SUBMIT -> pool.submitted(time, event.unit(), event.value());
            case TASK_START -> {
                var worker = unit(event);
                pool.begins(time, worker, event.value(), links);
                worker.hasTask(time, pool.id, event.value());
            }
            case TASK_END -> {
                var worker = unit(event);
                long before = pool.ends(time, worker);
                worker.hasTask(time, before == NONE ? NONE : pool.id, before);
            }
            case STEAL -> pool.stolen();
            default -> pool.rejected();
        }
    }

    /// The unit that says something new: whatever it waited for, it does so no longer.
    UnitTrack speaker(Event event, long time) {
        start = Math.min(start, time);
        var unit = unit(event);
        if (unit.isWaiting()) {
            waiting.ends(unit, time, WaitEnd.MET, NONE);
        }
        return unit;
    }

    UnitTrack unit(Event event) {
        return units.get(event.unit());
    }

    List<ProcessFigures> processes() {
        var figures = new ArrayList<ProcessFigures>();
        for (var group : units.groups()) {
            if (group.kind == UnitKind.PROCESS) {
                for (var unit : group.units()) {
                    var moved = streams.get(unit.id, Streams::new);
                    figures.add(new ProcessFigures(
                            unit.id,
                            unit.name(),
                            told.exits.find(unit.id),
                            stopped.get(unit.id),
                            moved.input(),
                            moved.output(),
                            moved.errors()));
                }
            }
        }
        return List.copyOf(figures);
    }

    /// There is one more carrier.
    void hasNewCarrier() {
        carrierCount++;
    }

    /// The time of the first event of a unit, or until there is one, {@link #now}.
    long start() {
        return Math.min(start, now());
    }

    /// The time of the last event; before the first the beginning of the run, where that is told.
    long now() {
        return now == Long.MIN_VALUE ? told.run.map(Definition.Run::clockStart).orElse(0L) : now;
    }

    /// Changes whenever a lane is added.
    int version() {
        return cores.tracks.size() + units.version() + resources.size() + carrierCount;
    }

    /// Brings the lanes that are shown up to now.
    void advance() {
        cores.advance(now);
        for (var group : units.groups()) {
            group.shown().forEach(it -> it.advance(now));
        }
        units.programs().forEach(it -> it.advance(now));
        carriers.advance(now);
        resources.advance(now);
    }

    /// A unit by its number, brought up to now; empty where there is none.
    Optional<UnitTrack> shownUnit(int id) {
        if (id == NONE || !units.has(id)) {
            return Optional.empty();
        }
        var unit = units.get(id);
        unit.advance(now);
        return Optional.of(unit);
    }

    /// Nothing more will come: the stays of those on a core are counted, and every unit brought up to now.
    void finish() {
        cores.finish(now);
        units.all().forEach(it -> it.advance(now));
    }
}
