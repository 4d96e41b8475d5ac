package io.interleave.analysis;

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
        for (var variable : trace.variables.values()) {
            if (variable.lost() > 0) {
                findings.add(new Finding.UpdatesLost(
                        variable.id, variable.name, variable.lost(), variable.writes(), variable.conflicts()));
            }
        }
        findings.addAll(contentions());
        return List.copyOf(findings);
    }

    private List<Finding> contentions() {
        long life = trace.units.values().stream()
                .map(UnitTrack::times)
                .mapToLong(it -> it.end() - it.start())
                .sum();
        var found = new ArrayList<Finding>();
        for (var lock : trace.locks.values()) {
            double share = life == 0 ? 0 : (double) lock.waited() / life;
            if (share >= WORTH_TELLING) {
                found.add(new Finding.Contention(
                        lock.id, lock.name, lock.waits(), lock.waited(), lock.longest(), share));
            }
        }
        return found;
    }

    /// Follows, from a unit that has come to wait, who holds what is waited for. A walk that comes back is a circle, and this unit closed
    /// it: a circle that it only leads to was found when that closed.
    ///
    /// It is a deadlock and no passing moment: a lock that is being handed over has no holder, so that the walk ends there.
    Optional<Finding.Deadlock> deadlockClosedBy(UnitTrack unit) {
        var path = new ArrayList<UnitTrack>();
        var at = unit;
        while (at != null && at.waitsForLock() && !path.contains(at)) {
            path.add(at);
            at = holderOf(at.awaitedLock());
        }
        return at == unit && !path.isEmpty() ? Optional.of(deadlock(path)) : Optional.empty();
    }

    private UnitTrack holderOf(int lock) {
        var track = trace.locks.get(lock);
        return track == null ? null : trace.units.get(track.holder());
    }

    private Finding.Deadlock deadlock(List<UnitTrack> circle) {
        long since = circle.stream().mapToLong(UnitTrack::waitsSince).max().orElseThrow();
        var links = new ArrayList<Finding.Deadlock.Link>();
        for (var unit : circle) {
            var lock = trace.locks.get(unit.awaitedLock());
            var holder = trace.units.get(lock.holder());
            links.add(new Finding.Deadlock.Link(
                    unit.name, lock.name, line(unit.step()), holder.name, line(lock.heldSinceStep())));
        }
        return new Finding.Deadlock(since, links);
    }

    private int line(int step) {
        var definition = trace.steps.get(step);
        return definition == null ? 0 : definition.line();
    }
}
