package io.interleave.lint;

import io.interleave.model.Resource;
import io.interleave.model.Resource.Lock;
import io.interleave.model.Step;
import io.interleave.model.StepParts;
import io.interleave.model.UnitGroup;
import io.interleave.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Coroutines give up their event loop now and then, and wait for what is outside of it only for so long.
///
/// What gives a loop up is a step that waits, but for three: computing, a file, and a lock that spins.
final class LoopRules {

    /// As long as `asyncio` lets a callback take before it warns (`loop.slow_callback_duration`).
    private static final long SLOW_NANOS = 100_000_000;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Facts facts;
    private final Consumer<Hint> hints;
    private final Carrying carrying = new Carrying();

    LoopRules(Facts facts, Consumer<Hint> hints) {
        this.facts = facts;
        this.hints = hints;
    }

    void check() {
        var groups = new HashMap<String, List<UnitGroup>>();
        for (var group : facts.scenario.units()) {
            if (group.kind() instanceof UnitGroup.Coroutine coroutine) {
                groups.computeIfAbsent(loop(coroutine).map(Resource::name).orElse(""), _ -> new ArrayList<>())
                        .add(group);
            }
        }
        groups.forEach((_, all) -> all.forEach(group -> group(group, all)));
    }

    private Optional<Resource.EventLoop> loop(UnitGroup.Coroutine coroutine) {
        return facts.resources(Resource.EventLoop.class)
                .filter(it ->
                        coroutine.loop().isEmpty() || coroutine.loop().get().equals(it.name()))
                .findFirst();
    }

    /// @param all groups on the same loop
    private void group(UnitGroup group, List<UnitGroup> all) {
        long carriers = carriers(group);
        long units = all.stream()
                .map(it -> new Times(0, facts.units(it).most()))
                .reduce(Times.NEVER, Times::plus)
                .most();
        boolean crowded = units > carriers;
        for (var site : facts.of(group)) {
            if (site.isOpen()) {
                outside(site);
                if (crowded) {
                    crowded(site);
                }
            }
        }
        if (crowded && facts.units(group).most() > 0) {
            computing(group);
        }
        if (crowded && carriers == 1) {
            spinning(group);
        }
    }

    private long carriers(UnitGroup group) {
        return group.kind() instanceof UnitGroup.Coroutine coroutine
                ? loop(coroutine)
                        .map(it -> facts.knobs.wholeNow(it.carriers()).orElse(1))
                        .orElse(1L)
                : 1;
    }

    private void outside(Site site) {
        boolean process = StepParts.target(site.step)
                .flatMap(it -> facts.group(it.name()))
                .filter(it -> it.kind() instanceof UnitGroup.Process)
                .isPresent();
        boolean waits = site.step instanceof Step.Await
                || site.step instanceof Step.Communicate
                || site.step instanceof Step.ReadLine;
        if (process && waits && StepParts.isForEver(site.step)) {
            String name = StepParts.target(site.step).orElseThrow().name();
            hints.accept(new Hint(site.place(), new Rule.ProcessWithoutTimeout(name), List.of()));
        }
    }

    private void crowded(Site site) {
        switch (site.step) {
            case Step.Io it
            when it.medium() == Step.Io.Medium.FILE ->
                hints.accept(new Hint(it.place(), new Rule.FileInLoop(site.group.name()), List.of()));
            case Step.Forever it when !carrying.givesUp(it) -> round(site);
            case Step.While it when !carrying.givesUp(it) && waitsByLooking(it) -> round(site);
            default -> {}
        }
    }

    private void round(Site site) {
        hints.accept(new Hint(site.step.place(), new Rule.LoopNeverGivenUp(site.step.word()), List.of()));
    }

    /// Whoever gives the loop up while it has a lock that spins.
    private void spinning(UnitGroup group) {
        facts.of(group).stream()
                .filter(it -> it.isOpen() && Carrying.waits(it.step))
                .flatMap(it -> it.before.held().stream())
                .filter(it -> it.on() && isSpin(it.name()))
                .distinct()
                .forEach(it -> hints.accept(new Hint(it.place(), new Rule.SpinInLoop(it.name()), List.of())));
    }

    private boolean isSpin(String lock) {
        return facts.resource(lock).orElse(null) instanceof Lock it && it.kind() == Lock.Kind.SPIN;
    }

    /// Whether it only reads, again and again, what others write.
    private static boolean waitsByLooking(Step.While loop) {
        return loop.body().stream().anyMatch(it -> it instanceof Step.Read || it instanceof Step.Poll)
                && loop.body().stream()
                        .allMatch(it -> it instanceof Step.Read || it instanceof Step.Poll || it instanceof Step.Log);
    }

    /// What is computed in loops without a step that waits adds up.
    private void computing(UnitGroup group) {
        var stretches = new LinkedHashMap<Site, Long>();
        for (var site : facts.of(group)) {
            if (site.isOpen() && site.step instanceof Step.Compute compute) {
                long passes = 1;
                var whole = site;
                for (var around : site.around().toList()) {
                    if (Carrying.isLoop(around.step)) {
                        if (carrying.givesUp(around.step)) {
                            break;
                        }
                        passes = new Times(0, passes).times(passes(around.step)).most();
                        whole = around;
                    }
                }
                long each = facts.knobs.now(compute.work()).orElse(null) instanceof Value.Time(long nanos)
                        ? Math.max(0, nanos)
                        : 0;
                stretches.merge(
                        whole, new Times(0, each).times(new Times(0, passes)).most(), Long::sum);
            }
        }
        stretches.forEach((site, nanos) -> {
            if (nanos >= SLOW_NANOS) {
                hints.accept(new Hint(
                        site.step.place(), new Rule.LoopBlocked(group.name(), nanos / NANOS_PER_MILLI), List.of()));
            }
        });
    }

    /// Of a loop whose passes nobody can count, one.
    private Times passes(Step loop) {
        return switch (loop) {
            case Step.Repeat it ->
                Times.exactly(Math.max(0, facts.knobs.wholeNow(it.times()).orElse(1)));
            case Step.ForEach it -> {
                var from = facts.knobs.wholeNow(it.from());
                var to = facts.knobs.wholeNow(it.to());
                yield from.isPresent() && to.isPresent() ? Times.each(from.getAsLong(), to.getAsLong()) : Times.ONCE;
            }
            default -> Times.ONCE;
        };
    }
}
