package io.interleave.engine;

import io.interleave.model.Step;
import io.interleave.model.Value;
import io.interleave.trace.Clock;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.WaitEnd;
import java.util.List;
import java.util.Optional;

/// Compiles what units do to other units.
final class UnitSteps {

    private static final int NOBODY = -1;

    /// Instead of a number where a whole group is meant.
    private static final Code ALL = Code.constant(0);

    private final StepCompiler compiler;

    UnitSteps(StepCompiler compiler) {
        this.compiler = compiler;
    }

    Op start(Step.Start it, int step) {
        var group = compiler.groups.get(it.group());
        return unit -> {
            unit.record(EventKind.STEP, -1, step, 0);
            unit.crew().start(group, unit);
        };
    }

    Op await(Step.Await it, int step) {
        var group = compiler.groups.get(it.target().name());
        var at = it.target()
                .at()
                .map(number -> compiler.expressions.compile(number).code())
                .orElse(ALL);
        int slot = it.into()
                .map(local -> compiler.local(local, Value.Type.WHOLE).slot())
                .orElseGet(compiler::hiddenSlot);
        var patience = Patience.of(it.waiting(), it.place(), compiler);
        return unit -> {
            awaitStarted(unit);
            long number = at.value(unit.locals);
            Optional<Life> one = at == ALL ? Optional.empty() : group.life(number);
            if (at != ALL && one.isEmpty()) {
                throw new UnitFailed(
                        it.place(),
                        "there is no %s %d: %d were started, which count from 1"
                                .formatted(group.model.name(), number, group.started()));
            }
            if (await(List.of(group), one, unit, step, patience.nanos(unit))) {
                unit.locals[slot] = at == ALL ? group.status() : group.status((int) number);
            } else {
                patience.timeUp(unit, one.map(life -> life.unit.name()).orElse(group.model.name()));
            }
        };
    }

    Op poll(Step.Poll it, int step) {
        var group = compiler.groups.get(it.group());
        int slot = compiler.local(it.into(), Value.Type.TRUTH).slot();
        return unit -> {
            awaitStarted(unit);
            unit.record(EventKind.STEP, -1, step, 0);
            unit.locals[slot] = group.isAlive() ? 1 : 0;
        };
    }

    Op cancel(Step.Cancel it, int step) {
        var group = compiler.groups.get(it.group());
        return unit -> {
            awaitStarted(unit);
            unit.record(EventKind.STEP, -1, step, 0);
            group.cancel();
        };
    }

    Op gather(Step.Gather it, int step) {
        var groups = it.groups().stream().map(compiler.groups::get).toList();
        var patience = Patience.of(it.waiting(), it.place(), compiler);
        return unit -> {
            awaitStarted(unit);
            unit.record(EventKind.STEP, -1, step, 0);
            groups.stream()
                    .filter(group -> group.model.manual())
                    .forEach(group -> unit.crew().start(group, unit));
            if (!await(groups, Optional.empty(), unit, step, patience.nanos(unit))) {
                patience.timeUp(unit, String.join("', '", it.groups()));
            }
        };
    }

    /// A thread gives up its turn, as far as the system has another one to run, and an interpreter lock that it
    /// runs under; of a coroutine, the others of its loop run that could.
    Op pause(Step.Pause it, int step) {
        return unit -> {
            unit.beginBlocking();
            unit.record(EventKind.STEP, -1, step, 0);
            Thread.yield();
            unit.endBlocking();
        };
    }

    /// A unit may come to a step about another one before the run has started that.
    private static void awaitStarted(Unit unit) {
        try {
            unit.crew().awaitStarted();
        } catch (InterruptedException _) {
            throw unit.interrupted();
        }
    }

    /// Waits until all units of these groups have ended, or just one of them, and records that where it must.
    ///
    /// @param one where not all of the only group are meant
    /// @param nanos at most how long; [Patience#FOR_EVER] for as long as it takes
    /// @return whether that came in time
    private static boolean await(List<Group> groups, Optional<Life> one, Unit unit, int step, long nanos) {
        if (groups.stream().noneMatch(it -> it.isAlive(one)) || nanos == 0) {
            return nanos > 0 || groups.stream().noneMatch(it -> it.isAlive(one));
        }
        unit.beginBlocking();
        unit.record(EventKind.WAIT, -1, step, one.map(it -> it.unit.id).orElseGet(() -> only(groups)));
        long end = EventKind.waitOver(WaitEnd.ABANDONED, NOBODY);
        try {
            end = await(groups, one, nanos);
            return EventKind.waitEnd(end) == WaitEnd.MET;
        } catch (InterruptedException _) {
            throw unit.interrupted();
        } finally {
            unit.record(EventKind.WAIT_OVER, -1, step, end);
            unit.endBlocking();
        }
    }

    /// @return what a `WAIT_OVER` says
    private static long await(List<Group> groups, Optional<Life> one, long nanos) throws InterruptedException {
        long deadline = Clock.now() + Math.min(nanos, Long.MAX_VALUE / 2);
        int cause = NOBODY;
        for (var group : groups) {
            if (group.isAlive(one)) {
                if (!group.await(one, deadline)) {
                    return EventKind.waitOver(WaitEnd.TIMED_OUT, NOBODY);
                }
                cause = one.map(it -> it.unit.id).orElseGet(group::lastEnded);
            }
        }
        return EventKind.waitOver(WaitEnd.MET, cause);
    }

    /// The id of the unit that is all of these groups, if there is such a one.
    private static int only(List<Group> groups) {
        var lives = groups.stream().flatMap(it -> it.lives().stream()).limit(2).toList();
        return lives.size() == 1 ? lives.getFirst().unit.id : NOBODY;
    }
}
