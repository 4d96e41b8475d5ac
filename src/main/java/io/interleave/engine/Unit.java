package io.interleave.engine;

import static java.util.Objects.requireNonNull;

import io.interleave.engine.pool.Happening;
import io.interleave.trace.Clock;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventWriter;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What one unit has of its own while it runs. Used by whatever carries the unit alone, except `retire` and
/// `cancel`.
final class Unit {

    private static final @Nullable Object[] NO_HANDLES = {};

    final int id;
    final long[] locals;

    /// What `compute` works on; kept, so that no compiler finds that nobody needs it.
    long scratch;

    /// Tasks and whatever else a step left for a later one, each at the place that the compiler gave it.
    final @Nullable Object[] handles;

    private final Crew crew;
    private final String group;
    private final boolean alone;

    /// Per lock by its id, how often the unit acquired it while it was switched off and has not released it;
    /// nothing before the first time.
    private int[] passedOff = {};

    private final boolean ownsEvents;
    private @Nullable EventWriter events;

    /// Who is told what happens, where it runs in another process than its engine.
    private @Nullable Consumer<Happening> witness;

    /// The coroutine that it is, or that the generator which it is was resumed by.
    private @Nullable Coroutine coroutine;

    /// Where it is a generator.
    private @Nullable Generator generator;

    /// The generator that it has resumed, and that runs on its behalf.
    private @Nullable Unit resumed;

    /// The interpreter lock that it runs under, if there is one.
    private @Nullable Interpreter interpreter;

    /// Where this is a task's part of a unit: the whole.
    private final @Nullable Unit worker;

    private volatile boolean retiring;
    private volatile boolean cancelled;
    private int tid = -1;
    private long lines;

    /// @param alone whether it is the only one of its group and bears that name
    /// @param index its number in its group, from 1
    /// @param events where it records; empty for a run without a trace
    Unit(int id, String group, boolean alone, int index, Program program, Crew crew, Optional<EventWriter> events) {
        this.id = id;
        this.group = group;
        this.alone = alone;
        this.locals = new long[program.locals()];
        this.locals[StepCompiler.INDEX_SLOT] = index;
        this.handles = program.handles() == 0 ? NO_HANDLES : new Object[program.handles()];
        this.scratch = 88172645463325252L + id;
        this.crew = crew;
        this.ownsEvents = events.isPresent();
        this.events = events.orElse(null);
        this.worker = null;
        this.interpreter = program.gil().map(it -> new Interpreter(it, this)).orElse(null);
    }

    /// @param worker on whose behalf it runs
    private Unit(Unit worker, Program program) {
        this.id = worker.id;
        this.group = worker.group;
        this.alone = worker.alone;
        this.locals = new long[program.locals()];
        this.locals[StepCompiler.INDEX_SLOT] = worker.locals[StepCompiler.INDEX_SLOT];
        this.handles = program.handles() == 0 ? NO_HANDLES : new Object[program.handles()];
        this.scratch = worker.scratch;
        this.crew = worker.crew;
        this.ownsEvents = false;
        this.interpreter = worker.interpreter;
        this.worker = worker;
    }

    /// What a task has of its own that this unit runs: all that it does, this unit does. To be used on the same
    /// thread.
    Unit frame(Program task) {
        return new Unit(worker == null ? this : worker, task);
    }

    private Unit whole() {
        return worker == null ? this : worker;
    }

    /// Made when it is asked for: of a million units hardly any ever is.
    String name() {
        return alone ? group : group + " " + locals[StepCompiler.INDEX_SLOT];
    }

    Crew crew() {
        return crew;
    }

    /// Notes that it acquired a lock that was switched off, so that it will release nothing.
    void passOff(int lock) {
        if (lock >= passedOff.length) {
            passedOff = Arrays.copyOf(passedOff, lock + 1);
        }
        passedOff[lock]++;
    }

    boolean hasPassedOff(int lock) {
        return lock < passedOff.length && passedOff[lock] > 0;
    }

    /// The release of a lock that it passed while that was off.
    void releasePassed(int lock) {
        passedOff[lock]--;
    }

    /// The OS thread that it runs on; -1 where it has none, or that is not known.
    int tid() {
        return whole().tid;
    }

    void runsOn(int tid) {
        this.tid = tid;
    }

    void record(EventKind kind, int object, int step, long value) {
        if (events != null) {
            events.record(kind, id, object, step, value);
        } else if (worker != null) {
            worker.record(kind, object, step, value);
        } else if (coroutine != null) {
            coroutine.record(kind, id, object, step, value);
        } else if (witness != null && Happening.isTold(kind) && kind != EventKind.LOG) {
            witness.accept(new Happening(Clock.now(), kind, step, value, ""));
        }
    }

    /// Records an event of another unit that this one caused, on the thread of this one.
    ///
    /// @return whether this unit had a writer
    boolean recordOf(int unit, EventKind kind, int object, long value) {
        if (worker != null) {
            return worker.recordOf(unit, kind, object, value);
        }
        if (events == null) {
            return false;
        }
        events.record(kind, unit, object, -1, value);
        return true;
    }

    void isSeenBy(Consumer<Happening> witness) {
        this.witness = witness;
    }

    void isOn(Coroutine coroutine) {
        this.coroutine = coroutine;
    }

    void isGenerator(Generator generator) {
        this.generator = generator;
    }

    /// Of a unit whose steps yield.
    Generator generator() {
        return requireNonNull(generator);
    }

    /// From now on it runs on this thread and records there, with all that runs on its behalf. Called by the
    /// carrier of its coroutine.
    void mounted(Optional<EventWriter> events, int tid) {
        for (var unit = this; unit != null; unit = unit.resumed) {
            unit.events = events.orElse(null);
            unit.tid = tid;
        }
    }

    /// A generator runs on behalf of this unit, records where that does, and is under the same interpreter
    /// lock.
    void resumes(Unit generator) {
        var whole = whole();
        generator.events = whole.events;
        generator.tid = whole.tid;
        generator.coroutine = whole.coroutine;
        generator.interpreter = interpreter;
        whole.resumed = generator;
    }

    /// The generator does not run any more.
    void resumed(Unit generator) {
        whole().resumed = null;
        generator.events = null;
        generator.coroutine = null;
        generator.interpreter = null;
    }

    /// Lets the calling thread sleep, or where it is a coroutine the others of its loop run.
    void sleep(long nanos) throws InterruptedException {
        var carried = whole().coroutine;
        if (carried != null) {
            carried.sleep(nanos);
        } else {
            Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
        }
    }

    /// As `record`, of something that happened at `time`, not before what was recorded last.
    void recordAt(long time, EventKind kind, int object, int step, long value) {
        if (events != null) {
            events.recordAt(time, kind, id, object, step, value);
        } else if (worker != null) {
            worker.recordAt(time, kind, object, step, value);
        }
    }

    /// From now on it has nothing to do with an interpreter lock, whoever holds that.
    void leavesInterpreter() {
        interpreter = null;
    }

    /// Waits for the interpreter lock, where the unit runs under one: before its first step, and again when
    /// what blocked is over. Never throws: a unit that is to end meanwhile comes back without the lock, and
    /// ends at its next checkpoint.
    void endBlocking() {
        if (interpreter != null) {
            interpreter.take();
        }
    }

    /// Gives up the interpreter lock, where the unit runs under one. To be called before the events and the
    /// calls of anything that blocks, with `endBlocking` in a `finally` after both.
    void beginBlocking() {
        if (interpreter != null) {
            interpreter.drop();
        }
    }

    /// Where another unit may get the interpreter lock; without one nothing happens.
    ///
    /// @return whether this unit had to wait
    boolean switchPoint() {
        return interpreter != null && interpreter.boundary();
    }

    /// The end of a step: of whatever is in the middle of one, `checkpoint` is the word.
    ///
    /// @throws Unwind if the run is being ended, or this unit
    void boundary() {
        switchPoint();
        checkpoint();
    }

    /// Whether the run is being ended, or this unit.
    boolean isToEnd() {
        return crew.isStopping() || isCancelled();
    }

    /// A moment within a long step. Another unit under the same interpreter lock does not get it here.
    ///
    /// @throws Unwind if the run is being ended, or this unit
    void checkpoint() {
        if (crew.isStopping()) {
            throw Unwind.STOPPED;
        }
        if (isCancelled()) {
            throw Unwind.CANCELLED;
        }
    }

    boolean isCancelled() {
        return cancelled || worker != null && worker.cancelled;
    }

    /// What to throw where a wait was interrupted.
    Unwind interrupted() {
        return isCancelled() && !crew.isStopping() ? Unwind.CANCELLED : Unwind.STOPPED;
    }

    /// @throws Unwind if this unit is to end although the run goes on
    void endOfPass() {
        if (retiring) {
            throw Unwind.RETIRED;
        }
    }

    void retire() {
        retiring = true;
    }

    void cancel() {
        cancelled = true;
    }

    void compute(long nanos) {
        crew.work().run(this, nanos);
    }

    void log(String text, int step) {
        long line = whole().lines++;
        var elsewhere = whole().witness;
        if (elsewhere != null) {
            elsewhere.accept(new Happening(Clock.now(), EventKind.LOG, step, line, text));
        } else {
            record(EventKind.LOG, -1, step, line);
            crew.chronicle().line(this, text);
        }
    }

    void close() {
        if (events != null && ownsEvents) {
            events.close();
        }
        events = null;
    }
}
