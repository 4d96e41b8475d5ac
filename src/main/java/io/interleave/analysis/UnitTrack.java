package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

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

    /// Stands for no unit: it has ended, and whatever is told of it changes nothing.
    static final UnitTrack NOBODY = new UnitTrack(NONE, "", "");

    static {
        NOBODY.said = Said.ENDED;
    }

    final int id;
    final String name;
    final String group;
    final Spans spans = new Spans();
    private final long[] stateTimes = new long[State.values().length];
    private Optional<ThreadTrack> thread = Optional.empty();
    private int tid = NONE;
    private Said said = Said.NOTHING;

    /// The core that it is on, or where nothing is told of the cores, that it was on at its last event; else
    /// `NONE`.
    private int core = NONE;

    /// Whether it is known to be on a core or on none.
    private boolean seen;

    private int waitsFor = NONE;
    private int holder = NONE;
    private int step = NONE;
    private long waitsSince;
    private long start;
    private long until;
    private long spokeAt;

    UnitTrack(int id, String name, String group) {
        this.id = id;
        this.name = name;
        this.group = group;
    }

    /// @param tid of the thread that carries it; `NONE` where that is not known
    void started(long time, int tid) {
        says(time, Said.ACTIVE, NONE);
        this.tid = tid;
    }

    void isCarriedBy(ThreadTrack carrier, long time) {
        thread.filter(it -> it != carrier && it.unit() == this).ifPresent(it -> it.carries(NOBODY, time));
        thread = Optional.of(carrier);
    }

    void ended(long time) {
        says(time, Said.ENDED, step);
    }

    /// Works at `step`, until it says something else.
    ///
    /// @param eventCore the core that it was on when it said so; `NONE` where that was not asked
    void works(long time, int step, int eventCore) {
        if (said == Said.ACTIVE && this.step == step && (seen || eventCore == core)) {
            spokeAt = time;
            return;
        }
        says(time, Said.ACTIVE, step);
        if (!seen) {
            core = eventCore;
        }
    }

    void sleeps(long time, int step) {
        says(time, Said.SLEEPING, step);
    }

    void waitsFor(long time, int lock, int holder, int step) {
        says(time, Said.LOCK_WAIT, step);
        waitsFor = lock;
        this.holder = holder;
        waitsSince = time;
    }

    private void says(long time, Said what, int atStep) {
        if (said == Said.ENDED) {
            return;
        }
        if (said == Said.NOTHING) {
            start = time;
            until = time;
        }
        advance(time);
        said = what;
        step = atStep;
        spokeAt = time;
    }

    void gotCore(long time, int core) {
        isSeen(time, core, true);
    }

    void lostCore(long time) {
        isSeen(time, NONE, true);
    }

    /// Whether it is on a core is known no more.
    void isLostSightOf(long time) {
        isSeen(time, NONE, false);
    }

    private void isSeen(long time, int where, boolean known) {
        if (said != Said.ENDED) {
            advance(time);
            core = where;
            seen = known;
        }
    }

    /// Brings the spans up to `time`: the last one grows, or a new one begins where something has changed since.
    void advance(long time) {
        if (said == Said.NOTHING || said == Said.ENDED || time <= until) {
            return;
        }
        var state = state();
        stateTimes[state.ordinal()] += time - until;
        boolean waits = said == Said.LOCK_WAIT;
        int object = waits ? waitsFor : NONE;
        int shownCore = state == State.RUNNING || state == State.ACTIVE ? core : NONE;
        int last = spans.size() - 1;
        if (last >= 0
                && spans.state(last) == state
                && spans.step(last) == step
                && spans.core(last) == shownCore
                && spans.object(last) == object
                && (!waits || spans.start(last) >= waitsSince)) {
            spans.endLast(time);
        } else {
            spans.add(until, time, state, shownCore, object, waits ? holder : NONE, step);
        }
        until = time;
    }

    private State state() {
        return switch (said) {
            case NOTHING, ENDED -> State.UNKNOWN;
            case LOCK_WAIT -> State.LOCK_WAIT;
            case SLEEPING -> State.SLEEPING;
            case ACTIVE -> seen ? core == NONE ? State.READY : State.RUNNING : State.ACTIVE;
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
        return waitsSince;
    }

    /// The time of the last event of its own.
    long spokeAt() {
        return spokeAt;
    }

    int step() {
        return step;
    }

    /// How long it has lived, in nanoseconds.
    long life() {
        return until - start;
    }

    UnitTimes times() {
        var states = new EnumMap<State, Long>(State.class);
        for (var state : State.values()) {
            if (stateTimes[state.ordinal()] > 0) {
                states.put(state, stateTimes[state.ordinal()]);
            }
        }
        return new UnitTimes(
                id,
                name,
                tid,
                start,
                until,
                states,
                thread.map(ThreadTrack::coreTimes).orElse(Map.of()),
                thread.map(ThreadTrack::switches).orElse(0L),
                thread.map(ThreadTrack::preemptions).orElse(0L),
                thread.map(ThreadTrack::migrations).orElse(0L));
    }
}
