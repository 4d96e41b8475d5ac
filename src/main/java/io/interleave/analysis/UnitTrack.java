package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import io.interleave.trace.CoreSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/// Joins, for one unit, what it said of itself with what the kernel said of its thread, into spans.
final class UnitTrack {

    /// What the unit last said.
    private enum Said {
        NOTHING,
        ACTIVE,
        LOCK_WAIT,
        SLEEPING,
        ENDED
    }

    final int id;
    final String name;
    final Spans spans = new Spans();
    private final long[] stateTimes = new long[State.values().length];
    private final Map<Integer, Long> coreTimes = new TreeMap<>();
    private CoreSource source;
    private Said said = Said.NOTHING;
    private int core = NONE;
    private int lastCore = NONE;
    private int waitsFor = NONE;
    private int holder = NONE;
    private int step = NONE;
    private long since;
    private long start;
    private long until;
    private int tid = NONE;
    private long switches;
    private long preemptions;
    private long migrations;

    UnitTrack(int id, String name, CoreSource source) {
        this.id = id;
        this.name = name;
        this.source = source;
    }

    void sourceIs(CoreSource known) {
        source = known;
    }

    void started(long time, int tid) {
        this.tid = tid;
        start = time;
        until = time;
        since = time;
        said = Said.ACTIVE;
    }

    void ended(long time) {
        advance(time);
        said = Said.ENDED;
    }

    /// Works at `step`, until it says something else.
    void works(long time, int step, int eventCore) {
        if (said == Said.ACTIVE && this.step == step && eventCore == core) {
            return;
        }
        advance(time);
        said = Said.ACTIVE;
        this.step = step;
        if (source == CoreSource.ESTIMATED) {
            core = eventCore;
        }
    }

    void sleeps(long time, int step) {
        advance(time);
        said = Said.SLEEPING;
        this.step = step;
    }

    void waitsFor(long time, int lock, int holder, int step) {
        advance(time);
        said = Said.LOCK_WAIT;
        waitsFor = lock;
        this.holder = holder;
        this.step = step;
        since = time;
    }

    void gotCore(long time, int core) {
        if (this.core == core) {
            return;
        }
        advance(time);
        this.core = core;
        if (lastCore != NONE && lastCore != core) {
            migrations++;
        }
        lastCore = core;
    }

    void lostCore(long time, boolean preempted) {
        advance(time);
        core = NONE;
        switches++;
        if (preempted) {
            preemptions++;
        }
    }

    void wasOnCore(int core, long nanos) {
        coreTimes.merge(core, nanos, Long::sum);
    }

    /// Brings the spans up to `time`: the last one grows, or a new one begins where something has changed since.
    void advance(long time) {
        if (said == Said.NOTHING || said == Said.ENDED || time <= until) {
            return;
        }
        var state = state();
        stateTimes[state.ordinal()] += time - until;
        int last = spans.size() - 1;
        int object = said == Said.LOCK_WAIT ? waitsFor : NONE;
        int shownCore = state == State.RUNNING || state == State.ACTIVE ? core : NONE;
        if (last >= 0
                && spans.end(last) == until
                && spans.state(last) == state
                && spans.step(last) == step
                && spans.core(last) == shownCore
                && spans.object(last) == object
                && (said != Said.LOCK_WAIT || spans.start(last) >= since)) {
            spans.endLast(time);
        } else {
            spans.add(until, time, state, shownCore, object, said == Said.LOCK_WAIT ? holder : NONE, step);
        }
        until = time;
    }

    private State state() {
        return switch (said) {
            case NOTHING, ENDED -> State.UNKNOWN;
            case LOCK_WAIT -> State.LOCK_WAIT;
            case SLEEPING -> State.SLEEPING;
            case ACTIVE ->
                switch (source) {
                    case EXACT, SAMPLED -> core == NONE ? State.READY : State.RUNNING;
                    case ESTIMATED -> State.ACTIVE;
                };
        };
    }

    boolean waitsForLock() {
        return said == Said.LOCK_WAIT;
    }

    /// The lock that it waits for, while it does.
    int awaitedLock() {
        return waitsFor;
    }

    /// Since when it waits for a lock, while it does.
    long waitsSince() {
        return since;
    }

    int step() {
        return step;
    }

    int tid() {
        return tid;
    }

    /// Whether it has begun and not ended.
    boolean isAlive() {
        return said != Said.NOTHING && said != Said.ENDED;
    }

    UnitTimes times() {
        var states = new EnumMap<State, Long>(State.class);
        for (var state : State.values()) {
            if (stateTimes[state.ordinal()] > 0) {
                states.put(state, stateTimes[state.ordinal()]);
            }
        }
        return new UnitTimes(
                id, name, tid, start, until, states, new TreeMap<>(coreTimes), switches, preemptions, migrations);
    }
}
