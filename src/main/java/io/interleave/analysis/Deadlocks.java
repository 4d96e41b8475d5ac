package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/// Circles of units of which each waits for the next.
///
/// A unit waits for whoever holds the lock that it wants, all of those that read where it wants to write, or
/// for the unit whose end it awaits: always for all of them, so that one circle is enough to hold it for ever,
/// but for a time limit. It is a deadlock and no passing moment: a lock that is being handed over has no
/// holder, so that the search ends there. One that a time limit has broken is forgotten again.
final class Deadlocks {

    /// Units of a circle; a longer one is not looked for.
    private static final int LONGEST = 1_000;

    private final Units units;
    private final Resources resources;
    private final IntUnaryOperator lineOfStep;
    private final List<Found> found = new ArrayList<>();

    private record Found(Finding.Deadlock deadlock, Set<Integer> members) {}

    /// @param unit that waits, for the holder of that number
    private record Hop(UnitTrack unit, int number) {}

    Deadlocks(Units units, Resources resources, IntUnaryOperator lineOfStep) {
        this.units = units;
        this.resources = resources;
        this.lineOfStep = lineOfStep;
    }

    List<Finding.Deadlock> all() {
        return found.stream().map(Found::deadlock).toList();
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /// Looks whether a unit that has come to wait has closed a circle. One that it only leads to was found when
    /// that closed.
    void lookFrom(UnitTrack unit) {
        boolean mayBe = false;
        int holders = holders(unit);
        for (int number = 0; number < holders && !mayBe; number++) {
            mayBe = holder(unit, number).isWaiting();
        }
        if (!mayBe) {
            return;
        }
        var path = new ArrayList<Hop>();
        if (leadsTo(unit, unit, path, new HashSet<>())) {
            var members = new HashSet<Integer>();
            path.forEach(it -> members.add(it.unit().id));
            found.add(new Found(deadlock(path), members));
        }
    }

    private boolean leadsTo(UnitTrack target, UnitTrack from, List<Hop> path, Set<Integer> tried) {
        int holders = path.size() < LONGEST ? holders(from) : 0;
        for (int number = 0; number < holders; number++) {
            var next = holder(from, number);
            path.add(new Hop(from, number));
            if (next == target || next.isWaiting() && tried.add(next.id) && leadsTo(target, next, path, tried)) {
                return true;
            }
            path.removeLast();
        }
        return false;
    }

    /// For how many units one waits.
    private int holders(UnitTrack unit) {
        if (!unit.isWaiting()) {
            return 0;
        }
        if (!unit.waitsForLock()) {
            return unit.awaitedUnit() == NONE ? 0 : 1;
        }
        return resources.lockable(unit.awaited()) instanceof LockTrack lock ? lock.holders() : 0;
    }

    private UnitTrack holder(UnitTrack unit, int number) {
        return unit.waitsForLock() && resources.lockable(unit.awaited()) instanceof LockTrack lock
                ? units.get(lock.holder(number))
                : units.get(unit.awaitedUnit());
    }

    private Finding.Deadlock deadlock(List<Hop> circle) {
        long since =
                circle.stream().mapToLong(it -> it.unit().waitsSince()).max().orElseThrow();
        return new Finding.Deadlock(since, circle.stream().map(this::link).toList());
    }

    private Finding.Deadlock.Link link(Hop hop) {
        var unit = hop.unit();
        int line = lineOfStep.applyAsInt(unit.step());
        var holder = holder(unit, hop.number());
        if (unit.waitsForLock() && resources.lockable(unit.awaited()) instanceof LockTrack lock) {
            int held = lineOfStep.applyAsInt(lock.heldSinceStep(hop.number()));
            return new Finding.Deadlock.Link(unit.name(), lock.name, line, holder.name(), held);
        }
        return new Finding.Deadlock.Link(unit.name(), "", line, holder.name(), 0);
    }

    /// A unit goes on: whatever circle it was part of is none.
    void goesOn(UnitTrack unit) {
        if (!found.isEmpty()) {
            found.removeIf(it -> it.members().contains(unit.id));
        }
    }
}
