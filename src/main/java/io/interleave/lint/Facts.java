package io.interleave.lint;

import io.interleave.model.Resource;
import io.interleave.model.Scenario;
import io.interleave.model.Settings;
import io.interleave.model.Step;
import io.interleave.model.StepParts;
import io.interleave.model.UnitGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What the rules look at: all steps, by what they act on, and how many units do them.
final class Facts {

    final Scenario scenario;
    final Knobs knobs;
    final List<Site> sites;

    private final Map<String, Resource> resources = new HashMap<>();
    private final Map<String, UnitGroup> groups = new HashMap<>();
    private final Map<String, List<Site>> sitesOfName = new HashMap<>();
    private final Map<String, List<Site>> sitesOfGroup = new HashMap<>();
    private final Set<String> neverThrough = new HashSet<>();
    private final Map<String, Times> units = new HashMap<>();

    /// @param hints takes those that are found on the way
    Facts(Scenario scenario, Settings settings, Consumer<Hint> hints) {
        this.scenario = scenario;
        this.knobs = new Knobs(scenario.knobs(), settings);
        scenario.resources().forEach(it -> resources.put(it.name(), it));
        scenario.units().forEach(it -> groups.put(it.name(), it));
        var walk = new Walk(resources, knobs, hints);
        for (var group : scenario.units()) {
            if (walk.group(group).reach() == Reach.DEAD) {
                neverThrough.add(group.name());
            }
        }
        this.sites = walk.sites();
        for (var site : sites) {
            sitesOfGroup
                    .computeIfAbsent(site.group.name(), _ -> new ArrayList<>())
                    .add(site);
            for (var name : StepParts.names(site.step)) {
                sitesOfName.computeIfAbsent(name, _ -> new ArrayList<>()).add(site);
            }
        }
    }

    <R extends Resource> Stream<R> resources(Class<R> kind) {
        return scenario.resources().stream().filter(kind::isInstance).map(kind::cast);
    }

    Optional<Resource> resource(String name) {
        return Optional.ofNullable(resources.get(name));
    }

    Optional<UnitGroup> group(String name) {
        return Optional.ofNullable(groups.get(name));
    }

    /// The steps of a group, in the order of the file.
    List<Site> of(UnitGroup group) {
        return sitesOfGroup.getOrDefault(group.name(), List.of());
    }

    /// The steps of a group as one of its units comes to them.
    ///
    /// @param followed locals whose values count
    List<Site> sitesOf(UnitGroup group, long index, Set<String> followed) {
        var walk = new Walk(resources, knobs, _ -> {});
        walk.unit(group, index, followed);
        return walk.sites();
    }

    /// The steps that name it, in the order of the file.
    List<Site> naming(String name) {
        return sitesOfName.getOrDefault(name, List.of());
    }

    /// The steps of one kind that name it.
    List<Site> naming(String name, Class<? extends Step> kind) {
        return naming(name).stream().filter(it -> kind.isInstance(it.step)).toList();
    }

    boolean isNamed(String name, Class<? extends Step> kind) {
        return naming(name).stream().anyMatch(it -> kind.isInstance(it.step));
    }

    /// Whether its units go on for ever, unless they are cancelled, fail in vain waits, or are retired.
    boolean isEndless(UnitGroup group) {
        return neverThrough.contains(group.name())
                && isSteady(group)
                && of(group).stream().noneMatch(it -> it.step instanceof Step.Fail || it.step instanceof Step.Return);
    }

    /// How many units of the group there are in the whole run. Of tasks and generators that is not counted.
    Times units(UnitGroup group) {
        var known = units.get(group.name());
        if (known != null) {
            return known;
        }
        // What is asked for while it is being worked out starts itself, who knows how often.
        units.put(group.name(), Times.ANY);
        var counted = counted(group);
        units.put(group.name(), counted);
        return counted;
    }

    private Times counted(UnitGroup group) {
        return switch (group.kind()) {
            case UnitGroup.Task _, UnitGroup.Generator _ -> Times.ANY;
            case UnitGroup.Thread _, UnitGroup.Coroutine _, UnitGroup.Process _ -> {
                var most = knobs.most(group.count());
                var count = most.isPresent()
                        ? new Times(isSteady(group) ? most.getAsLong() : 0, most.getAsLong())
                        : Times.ANY;
                yield group.manual() ? starts(group).times(count) : count;
            }
        };
    }

    /// Whether the number of its units is the same from beginning to end.
    private boolean isSteady(UnitGroup group) {
        return knobs.throughout(group.count()).isPresent();
    }

    private Times starts(UnitGroup group) {
        var starts = Times.NEVER;
        for (var site : naming(group.name())) {
            if (site.isOpen() && (site.step instanceof Step.Start || site.step instanceof Step.Gather)) {
                starts = starts.plus(site.times.times(units(site.group)));
            }
        }
        return starts;
    }

    /// How often a step is done in the whole run.
    Times done(Site site) {
        return site.isOpen() ? site.times.times(units(site.group)) : Times.NEVER;
    }

    /// How often steps are done in the whole run, all of them together.
    Times done(List<Site> sites) {
        return sites.stream().map(this::done).reduce(Times.NEVER, Times::plus);
    }
}
