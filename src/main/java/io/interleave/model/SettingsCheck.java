package io.interleave.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        scenario.resources().forEach(this::resource);
        for (var group : scenario.units()) {
            units(group);
            group.steps().forEach(this::step);
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
                bounds.whole(it.priority(), 1, 10, "there is no priority %d");
                bounds.whole(it.core(), 0, Limits.CORES, "there is no core %d");
                bounds.whole(it.stack(), 0, Limits.STACK_BYTES, "a stack cannot have %d bytes");
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

    private void step(Step step) {
        switch (step) {
            case Step.Repeat it -> bounds.notNegative(it.times(), "cannot repeat %s times");
            case Step.ForEach it -> values(it.from(), it.to());
            case Step.Drain it -> at(it.queue());
            case Step.While it -> values(it.condition());
            case Step.If it -> values(it.condition());
            case Step.Compute it -> bounds.time(it.work());
            case Step.Kernelled it -> bounds.notNegative(it.size(), "this cannot be of size %s");
            case Step.Sleep it -> bounds.time(it.time());
            case Step.Io it -> {
                switch (it.medium()) {
                    case SOCKET -> bounds.time(it.amount());
                    case FILE -> bounds.whole(it.amount(), 0, Limits.IO_BYTES, "this cannot be %d bytes");
                }
            }
            case Step.Check it -> values(it.condition());
            case Step.Let it -> values(it.value());
            case Step.Read it -> at(it.variable());
            case Step.Write it -> {
                at(it.variable());
                values(it.value());
            }
            case Step.Increment it -> {
                at(it.variable());
                values(it.by());
            }
            case Step.Update it -> {
                at(it.variable());
                values(it.value());
            }
            case Step.CompareAndSet it -> {
                at(it.variable());
                values(it.expected(), it.value());
            }
            case Step.Hold it -> waiting(it.lock(), it.waiting());
            case Step.Acquire it -> waiting(it.lock(), it.waiting());
            case Step.Release it -> at(it.lock());
            case Step.Await it -> waiting(it.target(), it.waiting());
            case Step.Signal it -> at(it.target());
            case Step.Clear it -> at(it.event());
            case Step.Put it -> {
                waiting(it.queue(), it.waiting());
                values(it.value());
                it.priority().ifPresent(bounds::value);
            }
            case Step.Take it -> waiting(it.queue(), it.waiting());
            case Step.TaskDone it -> at(it.queue());
            case Step.Close it -> at(it.target());
            case Step.Communicate it -> waiting(it.process(), it.waiting());
            case Step.WriteLine it -> at(it.process());
            case Step.ReadLine it -> waiting(it.process(), it.waiting());
            case Step.Gather it -> it.waiting().timeout().ifPresent(bounds::time);
            case Step.Yield it -> values(it.value());
            case Step.Next it -> {
                at(it.generator());
                it.sent().ifPresent(bounds::value);
            }
            case Step.Submit it -> {
                it.with().ifPresent(bounds::value);
                payload(it.payload());
            }
            case Step.MapTasks it -> {
                values(it.from(), it.to());
                bounds.whole(it.chunk(), 1, Limits.CAPACITY, "%d tasks cannot travel together");
                payload(it.payload());
                it.waiting().timeout().ifPresent(bounds::time);
            }
            case Step.Return it -> values(it.value());
            case Step.Forever _, Step.Log _, Step.Fail _, Step.ReadClock _, Step.Pause _, Step.Shutdown _ -> {}
            case Step.CountDown _, Step.Arrive _, Step.Register _, Step.Deregister _ -> {}
            case Step.Start _, Step.Poll _, Step.Cancel _, Step.Kill _ -> {}
        }
        step.bodies().forEach(body -> body.forEach(this::step));
    }

    private void values(Expr... exprs) {
        for (var expr : exprs) {
            bounds.value(expr);
        }
    }

    private void payload(Optional<Expr> payload) {
        bounds.whole(payload, 0, Limits.PAYLOAD_BYTES, "%d bytes cannot travel with it");
    }

    private void waiting(Target target, Waiting waiting) {
        at(target);
        waiting.timeout().ifPresent(bounds::time);
    }

    /// Elements count from 1.
    private void at(Target target) {
        if (target.at().isEmpty()) {
            return;
        }
        var number = bounds.value(target.at().get());
        var count = Optional.ofNullable(counts.get(target.name())).flatMap(bounds::value);
        if (number.orElse(null) instanceof Value.Whole(long at)
                && count.orElse(null) instanceof Value.Whole(long most)
                && (at < 1 || at > most)) {
            problems.error(
                    target.at().get().place(),
                    "there is no '%s' %d".formatted(target.name(), at),
                    most == 0 ? "none of them, as there are 0" : "1 to %d".formatted(most));
        }
    }
}
