package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import io.interleave.trace.Event;

/// Units that run on threads of others: coroutines on carriers, generators in the place of whoever resumes
/// them.
final class Mounting {

    private final TimelineBuilder trace;

    Mounting(TimelineBuilder trace) {
        this.trace = trace;
    }

    void isResumable(Event event, long time) {
        var unit = trace.unit(event);
        if (unit.group.loop() == null) {
            unit.group.runsOn(trace.resources.loop((int) event.value()));
        }
        unit.isResumable(time, event.object());
    }

    void mounts(Event event, long time) {
        var unit = trace.unit(event);
        unit.group.hasTold();
        int tid = (int) event.value();
        if (unit.group.kind == UnitKind.GENERATOR) {
            // Where the run itself resumed it, to end it, that was in nobody's place.
            if (event.object() != NONE) {
                generator(unit, trace.units.get(event.object()), tid, time);
            }
        } else if (tid != NONE) {
            coroutine(unit, event.object(), trace.cores.thread(tid), time);
        }
    }

    private void generator(UnitTrack unit, UnitTrack caller, int tid, long time) {
        var thread = tid == NONE ? caller.thread() : trace.cores.thread(tid);
        if (thread == null || caller == unit) {
            return;
        }
        standsIn(caller, unit.id, time);
        trace.wakes.add(unit.id, unit.mounted(time, thread, caller), 0);
        trace.cores.carries(time, thread, unit);
    }

    private void coroutine(UnitTrack unit, int number, ThreadTrack carrier, long time) {
        var before = carrier.unit();
        boolean hasLeft = before.isMounted();
        if (hasLeft && before != unit) {
            before.unmounted(time);
        }
        var under = hasLeft ? UnitTrack.NOBODY : before;
        unit.mounted(time, carrier, under == unit ? UnitTrack.NOBODY : under);
        standsIn(under, unit.id, time);
        var top = top(unit);
        top.isCarriedBy(carrier, time);
        trace.cores.carries(time, carrier, top);
        if (!trace.carriers.has(carrier.tid)) {
            trace.carriers.add(carrier, number, loopOf(unit.group));
            trace.hasNewCarrier();
        }
        trace.carriers.mounted(time, carrier.tid, unit.id);
    }

    private void standsIn(UnitTrack caller, int by, long time) {
        trace.wakes.add(caller.id, caller.isStoodInFor(time, by), 0);
    }

    private String loopOf(Group group) {
        var loop = group.loop();
        return loop == null ? trace.told.plan.loopOf(group.name) : loop.name;
    }

    void unmounts(Event event, long time) {
        var unit = trace.unit(event);
        var thread = unit.thread();
        boolean mounted = unit.isMounted();
        unit.unmounted(time);
        if (thread == null || !mounted) {
            return;
        }
        trace.carriers.unmounted(time, thread.tid, unit);
        if (!unit.isMounted() && thread.unit() == top(unit)) {
            standsIn(unit.caller(), NONE, time);
            trace.cores.carries(time, thread, unit.caller());
        }
    }

    /// The unit that really runs where `unit` is mounted: a generator in its place, or one in that one's.
    private UnitTrack top(UnitTrack unit) {
        var top = unit;
        for (int depth = 0; top.callee() != NONE && depth < 100; depth++) {
            top = trace.units.get(top.callee());
        }
        return top;
    }
}
