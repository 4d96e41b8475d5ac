package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import io.interleave.trace.Event;
import io.interleave.trace.EventKind.WaitEnd;

/// Units that come to wait, and stop doing so.
final class Waiting {

    private final TimelineBuilder trace;

    Waiting(TimelineBuilder trace) {
        this.trace = trace;
    }

    void forLock(Event event, long time) {
        var unit = trace.speaker(event, time);
        var resource = trace.resources.lockable(event.object());
        boolean spins = false;
        long ticket = 0;
        if (resource instanceof LockTrack lock) {
            spins = lock.spins;
            ticket = lock.acquisitions();
        }
        unit.waitsForLock(time, event.object(), (int) event.value(), spins, ticket, event.step());
        begins(unit, resource, time);
    }

    void forSomething(Event event, long time) {
        var unit = trace.speaker(event, time);
        unit.waitsFor(time, event.object(), (int) event.value(), event.step());
        if (event.object() != NONE && unit.isWaiting()) {
            trace.resources.get(event.object()).comes(time, unit);
        }
        trace.mayGoOn(unit);
        trace.deadlocks.lookFrom(unit);
    }

    private void begins(UnitTrack unit, ResourceTrack resource, long time) {
        if (unit.isWaiting()) {
            resource.comes(time, unit);
        }
        trace.mayGoOn(unit);
        trace.deadlocks.lookFrom(unit);
    }

    /// A unit has got a lock that it perhaps waited for.
    void lockCame(Event event, long time) {
        var unit = trace.unit(event);
        if (unit.isWaiting()
                && unit.awaited() == event.object()
                && trace.resources.lockable(event.object()) instanceof LockTrack lock) {
            long overtaken = lock.acquisitions() - unit.ticket();
            trace.starvation.waitEnded(lock, unit, overtaken, time - unit.waitsSince());
            ends(unit, time, WaitEnd.MET, lock.lastReleaser());
        }
    }

    /// @param cause the unit that ended it, or `NONE`
    void ends(UnitTrack unit, long time, WaitEnd how, int cause) {
        if (!unit.isWaiting()) {
            return;
        }
        if (unit.awaited() != NONE) {
            trace.resources.get(unit.awaited()).goes(time, unit);
        }
        int span = unit.waitIsOver(time, how, cause);
        if (span != NONE) {
            // A coroutine was awake from when it was made resumable, which is the end of the span.
            long end = unit.spans.end(span);
            int by = Waits.cause(unit.spans.value(span));
            trace.wakes.add(unit.id, span, end - actedAt(unit, by, end));
        }
        if (how == WaitEnd.TIMED_OUT) {
            trace.goesOn(unit);
        }
    }

    /// When a unit did what ended a wait: the last time before the end that it did something to what was waited
    /// for; where that was the unit itself, its end, or the last time that it printed. `end` where it is not
    /// known.
    private long actedAt(UnitTrack waiter, int cause, long end) {
        if (waiter.awaited() != NONE) {
            return trace.resources.get(waiter.awaited()).actedAt(cause, end);
        }
        if (!trace.units.has(cause)) {
            return end;
        }
        var unit = trace.units.get(cause);
        long printed = trace.streams.find(cause).map(Streams::lastOutput).orElse(Long.MAX_VALUE);
        boolean ended = unit.hasEnded() && !(trace.told.readsLine(waiter.step()) && printed <= end);
        return Math.min(ended ? unit.until() : printed, end);
    }
}
