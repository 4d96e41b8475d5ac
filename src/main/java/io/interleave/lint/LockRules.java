package io.interleave.lint;

import io.interleave.model.Resource;
import io.interleave.model.Resource.Lock.Kind;
import io.interleave.model.Step;
import io.interleave.model.UnitGroup;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Locks are given back as often as they were acquired, as far as the reader does not look after that.
final class LockRules {

    private final Facts facts;
    private final Consumer<Hint> hints;

    LockRules(Facts facts, Consumer<Hint> hints) {
        this.facts = facts;
        this.hints = hints;
    }

    void check() {
        for (var site : facts.sites) {
            if (site.step instanceof Step.Return && !site.isDead()) {
                returning(site);
            }
        }
        for (var group : facts.scenario.units()) {
            list(group, group.steps());
        }
    }

    private void returning(Site site) {
        for (var held : site.before.held()) {
            if (!held.byHold() && isLock(held.name()) && held.on() && isReleasedIn(site.group, held.name())) {
                hints.accept(new Hint(site.place(), new Rule.HeldOnReturn(held.name()), List.of(held.place())));
            }
        }
    }

    private void list(UnitGroup group, List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            if (step instanceof Step.Acquire acquire
                    && acquire.waiting().otherwise().isPresent()) {
                timedOut(acquire, acquire.waiting().otherwise().get(), steps.subList(i + 1, steps.size()));
            }
            if (isLoop(step)) {
                Balance.of(step.bodies().getFirst()).values().forEach(it -> pass(group, step, it));
            }
            step.bodies().forEach(it -> list(group, it));
        }
    }

    /// Where the `else` neither ends the unit nor acquires the lock itself, the lock is not held behind the step.
    private void timedOut(Step.Acquire acquire, List<Step> otherwise, List<Step> after) {
        var lock = acquire.lock();
        if (!isLock(lock.name()) || endsOrTakes(otherwise, lock.name())) {
            return;
        }
        for (var step : after) {
            if (step instanceof Step.Acquire again && again.lock().name().equals(lock.name())) {
                return;
            }
            if (step instanceof Step.Release release
                    && Balance.key(release.lock()).equals(Balance.key(lock))) {
                hints.accept(new Hint(
                        release.lock().place(), new Rule.ReleasedAfterTimeout(lock.name()), List.of(lock.place())));
                return;
            }
        }
    }

    private static boolean endsOrTakes(List<Step> steps, String lock) {
        return steps.stream().anyMatch(step -> switch (step) {
            case Step.Fail _, Step.Return _, Step.Forever _ -> true;
            case Step.Acquire it -> it.lock().name().equals(lock);
            default -> step.bodies().stream().anyMatch(it -> endsOrTakes(it, lock));
        });
    }

    private static boolean isLoop(Step step) {
        return step instanceof Step.Repeat
                || step instanceof Step.ForEach
                || step instanceof Step.Drain
                || step instanceof Step.Forever;
    }

    /// Of a lock that can be held but once at a time.
    private void pass(UnitGroup group, Step loop, Balance balance) {
        var lock = balance.lock();
        boolean once = kind(lock.name())
                .filter(it -> it == Kind.MUTEX || it == Kind.SPIN)
                .isPresent();
        if (!once || isOnce(loop) || lock.at().isPresent()) {
            return;
        }
        if (balance.least() > 0 && isReleasedIn(group, lock.name())) {
            hints.accept(new Hint(lock.place(), new Rule.TakenInEachPass(lock.name()), List.of()));
        }
        if (balance.most() < 0) {
            hints.accept(new Hint(lock.place(), new Rule.ReleasedInEachPass(lock.name()), List.of()));
        }
    }

    /// Whether a loop is known to be gone through once at most.
    private boolean isOnce(Step loop) {
        return switch (loop) {
            case Step.Repeat it -> {
                var times = facts.knobs.wholeNow(it.times());
                yield times.isPresent() && times.getAsLong() < 2;
            }
            case Step.ForEach it -> {
                var from = facts.knobs.wholeNow(it.from());
                var to = facts.knobs.wholeNow(it.to());
                yield from.isPresent()
                        && to.isPresent()
                        && Times.each(from.getAsLong(), to.getAsLong()).most() < 2;
            }
            default -> false;
        };
    }

    private Optional<Kind> kind(String name) {
        return facts.resource(name).orElse(null) instanceof Resource.Lock lock
                ? Optional.of(lock.kind())
                : Optional.empty();
    }

    private boolean isLock(String name) {
        return kind(name).isPresent();
    }

    /// Of one that is nowhere released the reader says so.
    private boolean isReleasedIn(UnitGroup group, String lock) {
        return facts.naming(lock, Step.Release.class).stream().anyMatch(it -> it.group == group);
    }
}
