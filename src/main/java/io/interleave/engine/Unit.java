package io.interleave.engine;

import io.interleave.trace.EventKind;
import io.interleave.trace.EventWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one unit has of its own while it runs. Used by the unit's thread alone, except `retiring`.
final class Unit {

    final int id;
    final String name;
    final long[] locals;

    /// What `compute` works on; kept, so that no compiler finds that nobody needs it.
    long scratch;

    /// Per lock, how often the unit acquired it while it was switched off and has not released it.
    final int[] passedOff;

    private final Crew crew;
    private final @Nullable EventWriter events;
    private volatile boolean retiring;
    private long lines;

    /// @param events where it records; empty for a run without a trace
    Unit(int id, String name, Program program, Crew crew, Optional<EventWriter> events) {
        this.id = id;
        this.name = name;
        this.locals = new long[program.locals()];
        this.passedOff = new int[program.locks()];
        this.scratch = 88172645463325252L + id;
        this.crew = crew;
        this.events = events.orElse(null);
    }

    void record(EventKind kind, int object, int step, long value) {
        if (events != null) {
            events.record(kind, id, object, step, value);
        }
    }

    /// @throws Unwind if the run is being ended
    void checkpoint() {
        if (crew.isStopping()) {
            throw Unwind.STOPPED;
        }
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

    void compute(long nanos) {
        crew.work().run(this, nanos);
    }

    void log(String text, int step) {
        record(EventKind.LOG, -1, step, lines++);
        crew.log(this, text);
    }

    void close() {
        if (events != null) {
            events.close();
        }
    }
}
