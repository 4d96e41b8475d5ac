package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import io.interleave.trace.EventKind.WaitEnd;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Joins, for one unit, what it said of itself with what the kernel said of the thread that carries it, into
/// spans.
///
/// There may be a million of them, so that it holds nothing before it needs it.
final class UnitTrack {

    /// What the unit last said.
    private enum Said {
        NOTHING,
        ACTIVE,
        LOCK_WAIT,
        WAIT,
        SLEEPING,
        IO,
        TRANSFER,
        /// It is a program that tells nothing of itself.
        NOT_A_WORD,
        ENDED
    }

    private static final State[] STATES = State.values();
    private static final long[] NO_TIMES = {};

    /// Stands for no unit: it has ended, and whatever is told of it changes nothing.
    static final UnitTrack NOBODY =
            new UnitTrack(NONE, "", new Group(NONE, "", UnitKind.THREAD, NONE, new Population()));

    static {
        NOBODY.said = Said.ENDED;
    }

    final int id;
    final Group group;
    final Spans spans = new Spans();
    private String name;
    private long[] stateTimes = NO_TIMES;
    private Said said = Said.NOTHING;

    /// The state since `until`.
    private State shown = State.UNKNOWN;

    private @Nullable ThreadTrack thread;
    private int tid = NONE;

    /// The core that it is on, or where nothing is told of the cores, that it was on at its last event; else
    /// `NONE`.
    private int core = NONE;

    /// Whether it is known to be on a core or on none.
    private boolean seen;

    /// Whether it left its core although it could have gone on.
    private boolean preempted;

    /// Threads of its process beside its own that are on a core, that lost theirs although they could have gone
    /// on, and the core of the one that came last.
    private int othersOnCores;

    private int othersReady;

    private int coreOfOther = NONE;

    /// Carriers that it is on: two for a moment, where the second tells of its coming before the first of its
    /// leaving.
    private int mounts;

    /// Whether it runs on threads that are not its own.
    private boolean roams;

    /// Whether it waits for a carrier.
    private boolean resumable;

    /// The unit that runs in its place, on its thread, or `NONE`; and the other way round.
    private int callee = NONE;

    private UnitTrack caller = this;

    /// Of a wait the resource, and the unit waited for.
    private int object = NONE;

    private int peer = NONE;
    private boolean spins;

    /// Whether it can only be woken by another one.
    private boolean stuck;

    /// Whether it waits for a carrier and does nothing else.
    private boolean queued;

    private Transfer transfer = Transfer.SEND;
    private long amount;

    /// Of a wait for a lock, how often that had been acquired when it began.
    private long ticket;

    private int pool = NONE;
    private long task = NONE;
    private int step = NONE;

    /// The last span of the wait under way, or `NONE`.
    private int waitSpan = NONE;

    /// Whether the wait under way is as good as over: it has only to get a carrier to say so.
    private boolean woken;

    /// Whether it has given a wait up and done nothing since but give up what it has.
    private boolean leaving;

    /// Its place among those that wait for the same.
    private int waitSlot;

    /// Whether what it waits for is room.
    private boolean waitsForRoom;

    /// What came to it from other units, and went out from it; null until somebody asks.
    private @Nullable FlowList in;

    private @Nullable FlowList out;
    private long waitsSince;
    private long start;
    private long until;
    private long spokeAt;

    /// @param name empty for the group's with the unit's number
    UnitTrack(int id, String name, Group group) {
        this.id = id;
        this.name = name;
        this.group = group;
        this.roams = group.kind.roams();
    }

    String name() {
        return name.isEmpty() ? group.nameOf(this) : name;
    }

    /// Whether it has a name of its own, and not its group's with a number.
    boolean hasName() {
        return !name.isEmpty();
    }

    /// Of a program that the kernel calls something else now.
    void rename(String newName) {
        name = newName;
    }

    /// @param tid of its own thread; `NONE` where that is not known or there is none
    void started(long time, int tid) {
        if (begins(time)) {
            said = group.kind.isSilent() ? Said.NOT_A_WORD : Said.ACTIVE;
            this.tid = tid;
            settle(time);
        }
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
        if (said == Said.NOT_A_WORD) {
            return;
        }
        if (begins(time)) {
            said = Said.ACTIVE;
            this.step = step;
            core = seen ? core : eventCore;
            settle(time);
        }
    }

    void sleeps(long time, int step) {
        says(time, Said.SLEEPING, step);
    }

    void doesInputOrOutput(long time, int step) {
        says(time, Said.IO, step);
    }

    /// @param amount bytes, or the number of a task
    void moves(long time, Transfer what, long amount, int step) {
        if (begins(time)) {
            transfer = what;
            this.amount = amount;
            said = Said.TRANSFER;
            this.step = step;
            settle(time);
        }
    }

    /// @param holder of the lock, or `NONE`
    /// @param spins whether it stays on its core meanwhile
    /// @param ticket how often the lock had been acquired before
    void waitsForLock(long time, int lock, int holder, boolean spins, long ticket, int step) {
        if (begins(time)) {
            this.spins = spins;
            this.ticket = ticket;
            waits(time, Said.LOCK_WAIT, lock, holder, step);
        }
    }

    /// @param resource or `NONE`
    /// @param unit that is waited for, or `NONE`
    void waitsFor(long time, int resource, int unit, int step) {
        if (begins(time)) {
            waits(time, Said.WAIT, resource, unit, step);
        }
    }

    private void waits(long time, Said what, int resource, int unit, int atStep) {
        said = what;
        object = resource;
        peer = unit;
        step = atStep;
        waitsSince = time;
        waitSpan = NONE;
        woken = false;
        settle(time);
    }

    /// What it waited for has come, or not; it goes on to say what it does now.
    ///
    /// @param cause the unit that ended the wait; `NONE` where that is not known, which then is the one that
    ///     made a coroutine resumable
    /// @return the last span of the wait, if another unit ended that; else `NONE`
    int waitIsOver(long time, WaitEnd how, int cause) {
        if (!isWaiting()) {
            return NONE;
        }
        advance(time);
        int span = waitSpan;
        if (span == NONE) {
            return NONE;
        }
        waitSpan = NONE;
        long value = spans.value(span);
        int by = cause == NONE ? Waits.cause(value) : cause;
        spans.valueOf(span, Waits.ended(value, how, by));
        return by == NONE || by == id ? NONE : span;
    }

    private void says(long time, Said what, int atStep) {
        if (begins(time)) {
            said = what;
            step = atStep;
            settle(time);
        }
    }

    /// From now on it has a task of a pool; of the pool `NONE` it has none.
    void hasTask(long time, int pool, long number) {
        if (begins(time)) {
            this.pool = pool;
            task = number;
            settle(time);
        }
    }

    /// Whoever is to say something new comes through here first.
    ///
    /// @return false if it has ended, so that nothing changes
    private boolean begins(long time) {
        if (said == Said.ENDED) {
            return false;
        }
        if (said == Said.NOTHING) {
            start = time;
            until = time;
        }
        advance(time);
        spokeAt = time;
        if (roams && mounts == 0 && said != Said.NOTHING && !group.tellsOfMounts()) {
            roams = false;
        }
        return true;
    }

    // What is told of it by others

    /// @param by whose place it takes on that thread: the unit that resumed it; `NOBODY` of a coroutine
    /// @return the span that it was suspended in until `by` resumed it, or `NONE`
    int mounted(long time, ThreadTrack carrier, UnitTrack by) {
        changes(time);
        int span = group.kind == UnitKind.GENERATOR ? endedBy(time, State.SUSPENDED, NONE, by.id) : NONE;
        roams = true;
        mounts++;
        resumable = false;
        caller = by;
        isCarriedBy(carrier, time);
        settle(time);
        return span;
    }

    void unmounted(long time) {
        changes(time);
        woken = false;
        mounts = Math.max(0, mounts - 1);
        settle(time);
    }

    /// It could run, and waits for a carrier.
    ///
    /// @param by the unit that caused it, or `NONE`
    void isResumable(long time, int by) {
        changes(time);
        if (isWaiting() && !woken && waitSpan != NONE) {
            woken = true;
            spans.valueOf(waitSpan, Waits.woken(spans.value(waitSpan), by));
        }
        resumable = true;
        settle(time);
    }

    /// Another unit runs in its place; `NONE` for no longer.
    ///
    /// @return the span in which that was so until now, or `NONE`
    int isStoodInFor(long time, int by) {
        changes(time);
        int span = callee == NONE || callee == by ? NONE : endedBy(time, State.WAIT, callee, callee);
        callee = by;
        settle(time);
        return span;
    }

    /// Writes down who ended the last span, if that just ended, is in this state, and waited for that unit.
    private int endedBy(long time, State state, int awaited, int by) {
        int last = spans.size() - 1;
        if (last < 0 || by == NONE || spans.end(last) != time || spans.state(last) != state) {
            return NONE;
        }
        long value = spans.value(last);
        if (Waits.unit(value) != awaited || Waits.cause(value) != NONE) {
            return NONE;
        }
        spans.valueOf(last, Waits.woken(value, by));
        return last;
    }

    void isCarriedBy(ThreadTrack carrier, long time) {
        var before = thread;
        if (before != null && before != carrier && before.unit() == this) {
            before.carries(NOBODY, time);
        }
        thread = carrier;
    }

    void gotCore(long time, int core) {
        isSeen(time, core, true);
    }

    void lostCore(long time, boolean preempted) {
        changes(time);
        this.preempted = preempted;
        isSeen(time, NONE, true);
    }

    /// Whether it is on a core is known no more.
    void isLostSightOf(long time) {
        isSeen(time, NONE, false);
    }

    private void isSeen(long time, int where, boolean known) {
        changes(time);
        if (said != Said.ENDED) {
            core = where;
            seen = known;
            settle(time);
        }
    }

    /// Another thread of its process has got a core.
    ///
    /// @param ready whether that was known to be ready for it
    void otherGotCore(long time, int core, boolean ready) {
        changes(time);
        othersOnCores++;
        othersReady -= ready ? 1 : 0;
        coreOfOther = core;
        settle(time);
    }

    void otherLostCore(long time, boolean ready) {
        changes(time);
        othersOnCores--;
        othersReady += ready ? 1 : 0;
        settle(time);
    }

    void otherIsReadyNoMore(long time) {
        changes(time);
        othersReady--;
        settle(time);
    }

    private void changes(long time) {
        if (said != Said.NOTHING && said != Said.ENDED) {
            advance(time);
        }
    }

    // The spans

    private void settle(long time) {
        var now = state();
        boolean queues = roams && mounts == 0 && resumable && isAlive();
        boolean waits = isWaiting()
                && callee == NONE
                && (now == State.LOCK_WAIT || now == State.WAIT || now == State.SUSPENDED);
        if (now != shown) {
            var before = shown;
            shown = now;
            group.changed(time, this, before, now);
        }
        if (waits != stuck) {
            stuck = waits;
            group.population.stuck(time, this, waits);
        }
        if (queues != queued) {
            queued = queues;
            group.population.queued(queues);
            var loop = group.loop();
            if (loop != null) {
                loop.ready(time, this, queues ? 1 : -1);
            }
        }
    }

    /// Brings the spans up to `time`: the last one grows, or a new one begins where something has changed
    /// since.
    void advance(long time) {
        if (said == Said.NOTHING || said == Said.ENDED || time <= until) {
            return;
        }
        var state = shown;
        count(state, time - until);
        boolean waits = isWaiting() && (state == State.LOCK_WAIT || state == State.WAIT || state == State.SUSPENDED);
        int spanCore = coreOf(state);
        int spanObject = objectOf(state, waits);
        long spanValue = valueOf(state, waits);
        int last = spans.size() - 1;
        if (last >= 0
                && spans.state(last) == state
                && spans.step(last) == step
                && spans.core(last) == spanCore
                && spans.object(last) == spanObject
                && (waits ? spans.start(last) >= waitsSince : spans.value(last) == spanValue)) {
            spans.endLast(time);
        } else {
            spans.add(until, time, state, spanCore, spanObject, spanValue, step);
            waitSpan = waits && !woken ? last + 1 : waitSpan;
        }
        until = time;
    }

    private void count(State state, long nanos) {
        if (stateTimes.length == 0) {
            if (group.isLarge()) {
                return;
            }
            stateTimes = new long[STATES.length];
            addSpansTo(stateTimes);
        }
        stateTimes[state.ordinal()] += nanos;
    }

    private void addSpansTo(long[] times) {
        for (int span = 0; span < spans.size(); span++) {
            times[spans.state(span).ordinal()] += spans.end(span) - spans.start(span);
        }
    }

    private State state() {
        if (said == Said.NOTHING || said == Said.ENDED) {
            return State.UNKNOWN;
        }
        if (callee != NONE) {
            return State.WAIT;
        }
        if (roams && mounts == 0) {
            return resumable ? State.READY : State.SUSPENDED;
        }
        boolean onCore = seen && core != NONE || othersOnCores > 0;
        if (woken && roams && !onCore && isWaiting()) {
            return seen ? State.READY : State.ACTIVE;
        }
        if (roams && onCore && said != Said.TRANSFER && !(said == Said.LOCK_WAIT && spins)) {
            return State.RUNNING;
        }
        return switch (said) {
            case ACTIVE -> onCore ? State.RUNNING : seen ? State.READY : State.ACTIVE;
            case NOT_A_WORD ->
                onCore ? State.RUNNING : !seen ? State.ACTIVE : preempted || othersReady > 0 ? State.READY : State.WAIT;
            case LOCK_WAIT -> State.LOCK_WAIT;
            case WAIT -> State.WAIT;
            case SLEEPING -> State.SLEEPING;
            case IO -> State.IO;
            case TRANSFER -> State.SERIALIZING;
            case NOTHING, ENDED -> State.UNKNOWN;
        };
    }

    private int coreOf(State state) {
        return switch (state) {
            case RUNNING -> core == NONE ? coreOfOther : core;
            case ACTIVE -> core;
            case LOCK_WAIT -> spins ? core : NONE;
            default -> NONE;
        };
    }

    private int objectOf(State state, boolean waits) {
        if (waits) {
            return callee == NONE ? object : NONE;
        }
        if (state == State.SUSPENDED || state == State.WAIT) {
            return NONE;
        }
        return state == State.SERIALIZING ? transfer.ordinal() : pool;
    }

    private long valueOf(State state, boolean waits) {
        return switch (state) {
            case LOCK_WAIT, WAIT -> Waits.begun(callee != NONE ? callee : waits ? peer : NONE);
            case SUSPENDED -> waits ? Waits.begun(peer) : suspended();
            case SERIALIZING -> amount;
            default -> task;
        };
    }

    /// What a coroutine is suspended for that waits for nothing.
    private long suspended() {
        return switch (said) {
            case SLEEPING -> Waits.asleep();
            case IO -> Waits.inputOrOutput();
            case NOTHING, ACTIVE, LOCK_WAIT, WAIT, TRANSFER, NOT_A_WORD, ENDED -> Waits.begun(NONE);
        };
    }

    // What is asked of it

    /// Whether it said that it waits, for a lock or for something else.
    boolean isWaiting() {
        return said == Said.LOCK_WAIT || said == Said.WAIT;
    }

    boolean waitsForLock() {
        return said == Said.LOCK_WAIT;
    }

    /// The resource that it waits for, while it does, or `NONE`.
    int awaited() {
        return object;
    }

    /// The unit that it waits for, while it does, or `NONE`; of a lock the one that held it when the wait
    /// began.
    int awaitedUnit() {
        return peer;
    }

    /// Since when it waits, while it does.
    long waitsSince() {
        return waitsSince;
    }

    boolean isLeaving() {
        return leaving;
    }

    void leaves(boolean now) {
        leaving = now;
    }

    long ticket() {
        return ticket;
    }

    int waitSlot() {
        return waitSlot;
    }

    void waitSlot(int slot) {
        waitSlot = slot;
    }

    boolean waitsForRoom() {
        return waitsForRoom;
    }

    void waitsForRoom(boolean room) {
        waitsForRoom = room;
    }

    boolean isAlive() {
        return said != Said.NOTHING && said != Said.ENDED;
    }

    boolean hasEnded() {
        return said == Said.ENDED;
    }

    boolean isMounted() {
        return mounts > 0;
    }

    /// The unit in whose place it runs; `NOBODY` of one that runs by itself.
    UnitTrack caller() {
        return caller;
    }

    /// The unit that runs in its place, or `NONE`.
    int callee() {
        return callee;
    }

    @Nullable
    ThreadTrack thread() {
        return thread;
    }

    int pool() {
        return pool;
    }

    /// The number of the task that it has, or `NONE`.
    long task() {
        return task;
    }

    State shownState() {
        return shown;
    }

    /// The time of its first event.
    long start() {
        return start;
    }

    long until() {
        return until;
    }

    /// The time of the last event of its own.
    long spokeAt() {
        return spokeAt;
    }

    int step() {
        return step;
    }

    int tid() {
        return tid;
    }

    /// What came to it, in order of arrival; null for nothing.
    @Nullable
    FlowList in() {
        return in;
    }

    /// What went out from it, in the order in which it did; null for nothing.
    @Nullable
    FlowList out() {
        return out;
    }

    void comesIn(int flow) {
        in = in == null ? new FlowList() : in;
        in.add(flow);
    }

    void goesOut(int flow) {
        out = out == null ? new FlowList() : out;
        out.add(flow);
    }

    void addTimesTo(long[] sums) {
        if (stateTimes.length == 0) {
            addSpansTo(sums);
        } else {
            for (int state = 0; state < sums.length; state++) {
                sums[state] += stateTimes[state];
            }
        }
    }

    /// How often its own thread left a core.
    long switches() {
        var own = tid == NONE ? null : thread;
        return own == null ? 0 : own.switches();
    }

    UnitTimes times() {
        var sums = new long[STATES.length];
        addTimesTo(sums);
        var states = new EnumMap<State, Long>(State.class);
        for (var state : STATES) {
            if (sums[state.ordinal()] > 0) {
                states.put(state, sums[state.ordinal()]);
            }
        }
        var own = tid == NONE ? null : thread;
        return new UnitTimes(
                id,
                name(),
                group.name,
                group.kind,
                tid,
                start,
                until,
                states,
                own == null ? Map.of() : own.coreTimes(),
                switches(),
                own == null ? 0 : own.preemptions(),
                own == null ? 0 : own.migrations());
    }
}
