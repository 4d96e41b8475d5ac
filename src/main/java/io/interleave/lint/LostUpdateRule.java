package io.interleave.lint;

import io.interleave.model.Place;
import io.interleave.model.Resource;
import io.interleave.model.Step;
import io.interleave.model.UnitGroup;
import io.interleave.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Units that read a variable and write what they made of it hold a lock meanwhile that all others hold too: the
/// lockset of Eraser (Savage et al., 1997), for updates alone. Any lock or permit counts that some setting of the knobs
/// turns on. Nothing is said where something else may keep the units apart: a test of `index`, an item or permit that
/// goes from hand to hand, the order in which groups wait for each other.
final class LostUpdateRule {

    /// @param read where the value was read
    private record Update(Site site, Site read) {}

    /// What decides whether updates can meet: those of one kind are alike.
    ///
    /// @param locks that are held from the read to the write, and how
    private record Kind(String group, boolean byOneUnit, Set<Lock> locks) {}

    private record Lock(String name, boolean shared) {}

    private final Facts facts;
    private final Consumer<Hint> hints;
    private final Map<String, Meeting> meetings = new HashMap<>();
    private final Set<String> told = new HashSet<>();

    LostUpdateRule(Facts facts, Consumer<Hint> hints) {
        this.facts = facts;
        this.hints = hints;
    }

    void check() {
        var updates = new HashMap<String, List<Update>>();
        for (var group : facts.scenario.units()) {
            collect(group, updates);
        }
        facts.resources(Resource.Variable.class)
                .filter(it -> it.count().equals(Resource.ONE))
                .forEach(it -> variable(it.name(), updates.getOrDefault(it.name(), List.of())));
    }

    private void collect(UnitGroup group, Map<String, List<Update>> updates) {
        var readInto = new HashMap<String, Site>();
        for (var site : facts.of(group)) {
            switch (site.step) {
                case Step.Read it -> readInto.put(it.local(), site);
                case Step.Let it -> readInto.remove(it.local());
                case Step.Increment it -> add(updates, it.variable().name(), new Update(site, site));
                case Step.Write it ->
                    Locals.names(it.value()).stream()
                            .map(readInto::get)
                            .filter(read ->
                                    read != null && reads(read, it.variable().name()))
                            .findFirst()
                            .ifPresent(read -> add(updates, it.variable().name(), new Update(site, read)));
                default -> {}
            }
        }
    }

    private static boolean reads(Site read, String variable) {
        return read.step instanceof Step.Read it && it.variable().name().equals(variable);
    }

    private static void add(Map<String, List<Update>> updates, String variable, Update update) {
        if (update.site.isOpen()) {
            updates.computeIfAbsent(variable, _ -> new ArrayList<>()).add(update);
        }
    }

    private void variable(String name, List<Update> updates) {
        var kinds = new LinkedHashMap<Kind, List<Update>>();
        for (var it : updates) {
            kinds.computeIfAbsent(kind(it), _ -> new ArrayList<>()).add(it);
        }
        kinds.forEach((kind, alike) -> {
            var others = new ArrayList<Update>();
            kinds.forEach((other, those) -> {
                if (mayMeet(kind, other)) {
                    others.addAll(those);
                }
            });
            if (!others.isEmpty() && told.add(name)) {
                var first = alike.getFirst();
                var also = new LinkedHashSet<Place>();
                also.add(first.read.place());
                others.forEach(it -> also.add(it.site.place()));
                also.remove(first.site.place());
                hints.accept(new Hint(first.site.place(), new Rule.LostUpdates(name), List.copyOf(also)));
            }
        });
    }

    private Kind kind(Update update) {
        var locks = new HashSet<Lock>();
        for (var held : update.site.before.held()) {
            if (isProtection(held.name()) && isHeld(held, update.read) && held.mode() != Step.Mode.OPTIMISTIC) {
                locks.add(new Lock(held.name(), held.mode() == Step.Mode.READ));
            }
        }
        return new Kind(update.site.group.name(), isForOneUnit(update.site), locks);
    }

    private boolean mayMeet(Kind one, Kind other) {
        if (one.byOneUnit || other.byOneUnit || isKeptApart(one, other)) {
            return false;
        }
        return one.group.equals(other.group)
                ? meeting(one.group).among
                : meeting(one.group).others && meeting(other.group).others;
    }

    private static boolean isKeptApart(Kind one, Kind other) {
        return one.locks.stream()
                .anyMatch(mine ->
                        other.locks.stream().anyMatch(it -> it.name.equals(mine.name) && !(it.shared && mine.shared)));
    }

    /// @param among whether nothing keeps the units of a group apart
    /// @param others whether nothing keeps them apart from those of other groups of which the same is true
    private record Meeting(boolean among, boolean others) {}

    private Meeting meeting(String name) {
        return meetings.computeIfAbsent(name, _ -> {
            var group = facts.group(name).orElseThrow();
            long units = facts.units(group).most();
            return new Meeting(
                    isPlain(group) && units > 1 && !handsOver(group),
                    isPlain(group) && units > 0 && isIndependent(group));
        });
    }

    /// Of coroutines it depends on the carriers and the waits between read and write, and on who resumes a generator.
    private static boolean isPlain(UnitGroup group) {
        return group.kind() instanceof UnitGroup.Thread;
    }

    private static boolean isForOneUnit(Site site) {
        return site.around()
                .anyMatch(it -> it.step instanceof Step.If choice
                        && Locals.names(choice.condition()).contains(UnitGroup.INDEX));
    }

    /// Whether its units may pass something on, and whoever has it is alone.
    private boolean handsOver(UnitGroup group) {
        return facts.of(group).stream().anyMatch(site -> switch (site.step) {
            case Step.Take it ->
                facts.naming(it.queue().name(), Step.Put.class).stream().anyMatch(put -> put.group == group);
            case Step.Await it ->
                it.target().at().isPresent() || isPassedOn(it.target().name());
            case Step.Acquire it -> it.lock().at().isPresent();
            default -> false;
        });
    }

    private boolean isPassedOn(String name) {
        return facts.resource(name)
                .filter(it -> it instanceof Resource.Condition
                        || it instanceof Resource.Phaser
                        || it instanceof Resource.Barrier)
                .isPresent();
    }

    /// Whether nothing but locks orders what its units do among others.
    private boolean isIndependent(UnitGroup group) {
        return !group.manual()
                && !facts.isNamed(group.name(), Step.Await.class)
                && facts.of(group).stream().allMatch(site -> switch (site.step) {
                    case Step.Await _,
                            Step.Take _,
                            Step.Put _,
                            Step.Drain _,
                            Step.Gather _,
                            Step.While _,
                            Step.Next _ -> false;
                    case Step.Hold it -> isLock(it.lock().name());
                    case Step.Acquire it -> isLock(it.lock().name());
                    default -> true;
                });
    }

    private boolean isLock(String name) {
        return facts.resource(name).orElse(null) instanceof Resource.Lock;
    }

    /// Whether it was taken before the read too, and not given back since.
    private static boolean isHeld(Taken lock, Site read) {
        return read.before.held().stream()
                .anyMatch(it -> it.isSame(lock) && it.place().equals(lock.place()));
    }

    private boolean isProtection(String name) {
        var enabled = facts.resource(name).map(it -> switch (it) {
            case Resource.Lock lock -> lock.enabled();
            case Resource.Semaphore semaphore -> semaphore.enabled();
            default -> Resource.ON;
        });
        return enabled.filter(it -> Knobs.always(it).equals(Optional.of(new Value.Truth(false))))
                .isEmpty();
    }
}
