package io.interleave.engine;

import io.interleave.model.Step;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.WaitEnd;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;

/// Where units wait until as many have come as there are parties. It works as Java's and Python's do: it opens
/// for all of a round and is closed again; a unit that does not wait to the end breaks it, for those who wait,
/// and for good. Those can be knobs that are turned while units wait, which is why it is not Java's own.
final class Barrier extends Shared implements Switched, Awaitable, Levelled {

    private final Code enabled;
    private final Code parties;
    private final ReentrantLock guard = new ReentrantLock();
    private Round round = new Round(guard);
    private long arrived;
    private String breaker = "";

    /// @param parties a `WHOLE` over knobs, asked whenever a unit arrives
    Barrier(int id, String name, Code enabled, Code parties) {
        super(id, name);
        this.enabled = enabled;
        this.parties = parties;
    }

    @Override
    public Code enabled() {
        return enabled;
    }

    @Override
    public long initialLevel() {
        return 0;
    }

    private long parties() {
        return parties.value(ExpressionCompiler.NO_LOCALS);
    }

    @Override
    public Waited await(Unit unit, Step.Await await, int step, long nanos) {
        if (!isEnabled()) {
            return Waited.MET;
        }
        guard.lock();
        try {
            if (!isEnabled()) {
                // Turned off on the way here, too late to be let go with those who waited.
                return Waited.MET;
            }
            return breaker.isEmpty() ? arrive(unit, step, nanos) : broken(unit);
        } finally {
            guard.unlock();
            unit.endBlocking();
        }
    }

    private Waited arrive(Unit unit, int step, long nanos) {
        long place = ++arrived;
        unit.record(EventKind.LEVEL, id, step, arrived);
        if (arrived >= parties()) {
            open(unit.id);
            unit.record(EventKind.LEVEL, id, step, arrived);
            return new Waited.Met(place);
        }
        var mine = round;
        var end = WaitEnd.ABANDONED;
        try {
            end = mine.await(unit, id, step, nanos);
        } catch (InterruptedException _) {
            throw unit.interrupted();
        } finally {
            if (end == WaitEnd.TIMED_OUT || end == WaitEnd.ABANDONED) {
                breakUp(mine, unit, step);
            }
        }
        return switch (end) {
            case MET -> new Waited.Met(place);
            case TIMED_OUT -> Waited.TIMED_OUT;
            case CLOSED, ABANDONED -> broken(unit);
        };
    }

    private void open(int cause) {
        round.end(WaitEnd.MET, cause);
        round = new Round(guard);
        arrived = 0;
    }

    /// Unless the round ended while the unit was on its way out.
    private void breakUp(Round mine, Unit unit, int step) {
        if (round == mine && breaker.isEmpty()) {
            breaker = unit.name();
            round.end(WaitEnd.CLOSED, unit.id);
            arrived = 0;
            unit.record(EventKind.LEVEL, id, step, arrived);
        }
    }

    private Waited broken(Unit unit) {
        return new Waited.Never("%s waited for '%s', which is broken: %s did not wait for the others"
                .formatted(unit.name(), name, breaker));
    }

    @Override
    void turned(LongConsumer level) {
        guard.lock();
        try {
            if (arrived > 0 && (!isEnabled() || arrived >= parties())) {
                open(Round.NOBODY);
                level.accept(arrived);
            }
        } finally {
            guard.unlock();
        }
    }
}
