package io.interleave.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds what a scenario cannot do with its knobs set in a certain way: start a negative number of units,
/// repeat or compute less than nothing, have a queue without room, divide by zero. Looks only at what the knobs
/// alone decide.
public final class SettingsCheck {

    private final Bounds bounds;
    private final Problems problems;

    /// How many there are of each resource and in each group.
    private final Map<String, Expr> counts = new HashMap<>();

    private SettingsCheck(Map<String, Value> knobs, Problems problems) {
        this.bounds = new Bounds(knobs, problems);
        this.problems = problems;
    }

    /// What is wrong with running `scenario` with these settings of its knobs; empty for the settings that it
    /// was read with.
    public static List<Problem> check(Scenario scenario, Settings settings) {
        var problems = new Problems();
        new SettingsCheck(settings.asMap(), problems).check(scenario);
        return problems.inOrder();
    }

    private void check(Scenario scenario) {
        scenario.resources().forEach(it -> counts.put(it.name(), it.count()));
        scenario.units().forEach(it -> counts.put(it.name(), it.count()));
        var steps = new StepBounds(bounds, counts, problems);
        scenario.resources().forEach(this::resource);
        for (var group : scenario.units()) {
            units(group);
            steps.check(group.steps());
        }
    }

    private void resource(Resource resource) {
        String name = resource.name();
        bounds.whole(resource.count(), 0, Limits.ELEMENTS, "there cannot be %d of '" + name + "'");
        switch (resource) {
            case Resource.Variable _, Resource.Condition _, Resource.Event _ -> {}
            case Resource.Lock it -> {
                bounds.value(it.enabled());
                it.interval().ifPresent(bounds::time);
            }
            case Resource.Semaphore it -> {
                bounds.value(it.enabled());
                bounds.whole(it.permits(), 0, Limits.CAPACITY, "'" + name + "' cannot have %d permits");
            }
            case Resource.Barrier it -> {
                bounds.value(it.enabled());
                bounds.whole(it.parties(), 1, Limits.CAPACITY, "'" + name + "' cannot wait for %d parties");
            }
            case Resource.Latch it ->
                bounds.whole(it.initial(), 0, Limits.CAPACITY, "'" + name + "' cannot count down from %d");
            case Resource.Phaser it ->
                bounds.whole(it.parties(), 0, Limits.PHASER_PARTIES, "'" + name + "' cannot have %d parties");
            case Resource.Queue it ->
                bounds.whole(it.capacity(), 1, Limits.CAPACITY, "'" + name + "' cannot hold %d items");
            case Resource.EventLoop it -> {
                bounds.whole(it.carriers(), 1, Limits.CARRIERS, "'" + name + "' cannot have %d carriers");
                bounds.value(it.priorities());
            }
            case Resource.Pool it -> {
                bounds.whole(it.size(), 1, workers(it.kind()), "'" + name + "' cannot have %d workers");
                bounds.whole(it.queue(), 0, Limits.CAPACITY, "'" + name + "' cannot let %d tasks wait");
            }
        }
    }

    private static int workers(Resource.Pool.Kind kind) {
        return switch (kind) {
            case THREAD, FORK_JOIN -> Limits.POOL_THREADS;
            case PROCESS -> Limits.POOL_PROCESSES;
            case COROUTINE -> Limits.POOL_COROUTINES;
        };
    }

    private void units(UnitGroup group) {
        int most = switch (group.kind()) {
            case UnitGroup.Thread it -> {
                bounds.whole(it.priority(), 1, UnitGroup.Thread.HIGHEST_PRIORITY, "there is no priority %d");
                bounds.whole(it.core(), 0, UnitGroup.Thread.HIGHEST_CORE, "there is no core %d");
                bounds.whole(it.stack(), 0, UnitGroup.Thread.LARGEST_STACK, "a stack cannot have %d bytes");
                yield Limits.THREADS;
            }
            case UnitGroup.Coroutine it -> {
                it.priority().ifPresent(bounds::value);
                yield Limits.COROUTINES;
            }
            case UnitGroup.Generator _ -> Limits.GENERATORS;
            case UnitGroup.Process it -> {
                pipe(group, it);
                yield Limits.PROCESSES;
            }
            case UnitGroup.Task _ -> 1;
        };
        bounds.whole(group.count(), 0, most, "cannot start %d units");
    }

    /// Each process reads what the one of its own number in the other group prints.
    private void pipe(UnitGroup group, UnitGroup.Process process) {
        var here = bounds.value(group.count());
        var there = process.input().map(counts::get).flatMap(bounds::value);
        if (here.isPresent() && there.isPresent() && !here.equals(there)) {
            problems.error(
                    group.place().start(),
                    "there are %s of '%s' and %s of '%s', whose output it reads"
                            .formatted(
                                    KnobText.format(here.get()),
                                    group.name(),
                                    KnobText.format(there.get()),
                                    process.input().orElseThrow()),
                    "the same number of both");
        }
    }
}
