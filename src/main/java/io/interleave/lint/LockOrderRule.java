package io.interleave.lint;

import io.interleave.model.Place;
import io.interleave.model.Resource;
import io.interleave.model.Step;
import io.interleave.model.StepParts;
import io.interleave.model.Target;
import io.interleave.model.UnitGroup;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Locks are taken in one order by all units. For each lock the shortest circle through it is looked at, among edges
/// from a lock that is held to one that is waited for. A circle is harmless where a lock further out keeps the units
/// apart, or where there is only one unit to go round it.
final class LockOrderRule {

    /// Steps that are gone through unit by unit, where it depends on `index` which locks a unit takes: twice as many as
    /// a scenario may have. Of small groups that is each unit, of large ones the first few.
    private static final long STEPS = 20_000;

    /// Stands for any unit of a group.
    private static final long ANY = 0;

    /// A unit of `group` waits for `to` while it holds `from`.
    ///
    /// @param unit its number, or `ANY`
    /// @param guards what else it holds then
    private record Edge(String from, String to, UnitGroup group, long unit, Set<String> guards, Place place) {

        boolean isOfSameUnit(Edge other) {
            return group == other.group && unit == other.unit;
        }
    }

    private final Facts facts;
    private final Consumer<Hint> hints;
    private final Map<String, List<Edge>> edges = new LinkedHashMap<>();
    private final Set<List<Object>> known = new HashSet<>();
    private long stepsLeft = STEPS;

    LockOrderRule(Facts facts, Consumer<Hint> hints) {
        this.facts = facts;
        this.hints = hints;
    }

    void check() {
        for (var group : facts.scenario.units()) {
            group(group, facts.of(group));
        }
        var told = new HashSet<Set<String>>();
        for (var lock : edges.keySet()) {
            var circle = shortestCircle(lock);
            var locks = circle.stream().map(Edge::from).toList();
            if (!circle.isEmpty() && isPossible(circle) && told.add(Set.copyOf(locks))) {
                hints.accept(new Hint(
                        circle.getFirst().place,
                        new Rule.LockOrder(locks),
                        circle.stream().skip(1).map(Edge::place).toList()));
            }
        }
    }

    private void group(UnitGroup group, List<Site> sites) {
        boolean alike = sites.stream().allMatch(it -> isKnown(it.before.held()));
        if (alike) {
            sites.forEach(it -> site(it, ANY));
            return;
        }
        var followed = Locals.thatChooseLocks(sites);
        long units = Math.min(stepsLeft / sites.size(), facts.units(group).most());
        stepsLeft -= units * sites.size();
        for (long unit = 1; unit <= units; unit++) {
            for (var site : facts.sitesOf(group, unit, followed)) {
                site(site, unit);
            }
        }
    }

    private static boolean isKnown(List<Taken> held) {
        return held.stream().allMatch(Taken::known);
    }

    private void site(Site site, long unit) {
        if (site.isOpen()
                && StepParts.isForEver(site.step)
                && !site.before.held().isEmpty()) {
            switch (site.step) {
                case Step.Hold it -> waiting(site, taken(site, it.lock(), it.mode()), unit);
                case Step.Acquire it -> waiting(site, taken(site, it.lock(), it.mode()), unit);
                default -> {}
            }
        }
    }

    private Taken taken(Site site, Target lock, Step.Mode mode) {
        return Taken.of(lock, mode, true, true, it -> Knobs.whole(facts.knobs.throughout(it, site.before.locals())));
    }

    private void waiting(Site site, Taken wanted, long unit) {
        var held = site.before.held();
        boolean again = held.stream().anyMatch(wanted::isSame);
        if (again || !isLock(wanted) || !wanted.isExclusive() || !isOn(wanted)) {
            return;
        }
        for (var from : held) {
            if (isLock(from) && from.isExclusive()) {
                var guards = new HashSet<String>();
                held.stream().filter(it -> it != from && it.isExclusive()).forEach(it -> guards.add(it.shown()));
                var edge = new Edge(from.shown(), wanted.shown(), site.group, unit, Set.copyOf(guards), site.place());
                if (known.add(List.of(edge.from, edge.to, site.group.name(), unit, edge.guards))) {
                    edges.computeIfAbsent(edge.from, _ -> new ArrayList<>()).add(edge);
                }
            }
        }
    }

    private boolean isLock(Taken taken) {
        return facts.resource(taken.name()).orElse(null) instanceof Resource.Lock;
    }

    private boolean isOn(Taken wanted) {
        return facts.resource(wanted.name()).orElse(null) instanceof Resource.Lock lock
                && Knobs.truth(facts.knobs.now(lock.enabled())).orElse(false);
    }

    /// The edges of the shortest way from a lock back to it; empty where there is none.
    private List<Edge> shortestCircle(String lock) {
        var by = new LinkedHashMap<String, Edge>();
        var next = new ArrayDeque<String>();
        next.add(lock);
        for (String at = next.poll(); at != null; at = next.poll()) {
            for (var edge : edges.getOrDefault(at, List.of())) {
                if (edge.to.equals(lock)) {
                    return way(by, edge, lock);
                }
                if (by.putIfAbsent(edge.to, edge) == null) {
                    next.add(edge.to);
                }
            }
        }
        return List.of();
    }

    private static List<Edge> way(Map<String, Edge> by, Edge last, String lock) {
        var way = new ArrayList<Edge>();
        for (@Nullable Edge edge = last; edge != null; edge = edge.from.equals(lock) ? null : by.get(edge.from)) {
            way.addFirst(edge);
        }
        return way;
    }

    private boolean isPossible(List<Edge> circle) {
        var guards = new HashSet<>(circle.getFirst().guards);
        circle.forEach(it -> guards.retainAll(it.guards));
        var first = circle.getFirst();
        boolean several = circle.stream().anyMatch(it -> !it.isOfSameUnit(first))
                || first.unit == ANY && facts.units(first.group).most() > 1;
        boolean all = circle.stream().allMatch(it -> facts.units(it.group).most() > 0);
        return guards.isEmpty() && several && all;
    }
}
