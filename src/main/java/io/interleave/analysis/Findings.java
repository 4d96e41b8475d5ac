package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import io.interleave.trace.Definition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What there is to point out, from the lanes as they are now.
final class Findings {

    /// The share of the units' time spent waiting for a lock from which that is worth a word.
    private static final double WORTH_TELLING = 0.05;

    private final TimelineBuilder trace;

    Findings(TimelineBuilder trace) {
        this.trace = trace;
    }

    List<Finding> all() {
        var findings = new ArrayList<Finding>(trace.deadlocks);
        for (var variable : trace.variables) {
            if (variable.lost() > 0) {
                findings.add(new Finding.UpdatesLost(
                        variable.id, variable.name, variable.lost(), variable.writes(), variable.conflicts()));
            }
        }
        findings.addAll(contentions());
        return List.copyOf(findings);
    }

    private List<Finding> contentions() {
        long life = 0;
        for (var unit : trace.units) {
            life += unit.life();
        }
        var found = new ArrayList<Finding>();
        for (var lock : trace.locks) {
            var contention = contention(lock, life);
            if (contention.share() >= WORTH_TELLING) {
                found.add(contention);
            }
        }
        return found;
    }

    /// Counts the waits that are over and those that are not.
    private Finding.Contention contention(LockTrack lock, long life) {
        long waits = lock.waits();
        long waited = lock.waited();
        long longest = lock.longest();
        for (var unit : trace.units) {
            if (unit.waitsForLock() && unit.awaitedLock() == lock.id) {
                long soFar = trace.now() - unit.waitsSince();
                waits++;
                waited += soFar;
                longest = Math.max(longest, soFar);
            }
        }
        return new Finding.Contention(
                lock.id, lock.name, waits, waited, longest, life == 0 ? 0 : (double) waited / life);
    }

    /// Follows, from a unit that has come to wait, who holds what is waited for. A walk that comes back is a
    /// circle, and this unit closed it: a circle that it only leads to was found when that closed.
    ///
    /// It is a deadlock and no passing moment: a lock that is being handed over has no holder, so that the walk
    /// ends there.
    Optional<Finding.Deadlock> deadlockClosedBy(UnitTrack unit) {
        var path = new ArrayList<UnitTrack>();
        var at = unit;
        while (at.waitsForLock() && !path.contains(at)) {
            path.add(at);
            at = holderOf(at.awaitedLock());
        }
        return at == unit && !path.isEmpty() ? Optional.of(deadlock(path)) : Optional.empty();
    }

    private UnitTrack holderOf(int lock) {
        int holder = trace.lock(lock).holder();
        return holder == NONE ? UnitTrack.NOBODY : trace.unit(holder);
    }

    private Finding.Deadlock deadlock(List<UnitTrack> circle) {
        long since = circle.stream().mapToLong(UnitTrack::waitsSince).max().orElseThrow();
        return new Finding.Deadlock(since, circle.stream().map(this::link).toList());
    }

    private Finding.Deadlock.Link link(UnitTrack unit) {
        var lock = trace.lock(unit.awaitedLock());
        var holder = trace.unit(lock.holder());
        return new Finding.Deadlock.Link(
                unit.name, lock.name, line(unit.step()), holder.name, line(lock.heldSinceStep()));
    }

    private int line(int step) {
        return trace.steps.find(step).map(Definition.Step::line).orElse(0);
    }
}
