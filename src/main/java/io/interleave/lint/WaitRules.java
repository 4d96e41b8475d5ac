package io.interleave.lint;

import io.interleave.model.Expr;
import io.interleave.model.Resource;
import io.interleave.model.Resource.Barrier;
import io.interleave.model.Resource.Condition;
import io.interleave.model.Resource.Event;
import io.interleave.model.Resource.Latch;
import io.interleave.model.Resource.Phaser;
import io.interleave.model.Resource.Semaphore;
import io.interleave.model.Step;
import io.interleave.model.StepParts;
import io.interleave.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What is waited for can come.
final class WaitRules {

    private final Facts facts;
    private final Consumer<Hint> hints;

    WaitRules(Facts facts, Consumer<Hint> hints) {
        this.facts = facts;
        this.hints = hints;
    }

    void check() {
        facts.resources(Condition.class).forEach(this::condition);
        facts.resources(Event.class).forEach(this::event);
        facts.resources(Latch.class).forEach(this::latch);
        facts.resources(Barrier.class).forEach(this::barrier);
        facts.resources(Phaser.class).forEach(this::phaser);
        facts.resources(Semaphore.class).forEach(this::semaphore);
    }

    /// The steps that a run may come to and that wait for it as long as it takes.
    private List<Site> waits(Resource resource) {
        return facts.naming(resource.name(), Step.Await.class).stream()
                .filter(it -> it.isOpen() && StepParts.isForEver(it.step))
                .toList();
    }

    private void condition(Condition condition) {
        var waits = waits(condition);
        if (!facts.isNamed(condition.name(), Step.Signal.class)) {
            at(waits, new Rule.NeverSignalled(condition.name()));
        } else {
            waits.stream()
                    .filter(it -> !isCheckedAgain(it, condition.lock()))
                    .forEach(it -> hints.accept(
                            new Hint(it.place(), new Rule.AwaitedWithoutLoop(condition.name()), List.of())));
        }
    }

    /// Whether the wait is in a loop that goes round under the lock, as far as it is taken by a step around the wait.
    private static boolean isCheckedAgain(Site wait, String lock) {
        return wait.around()
                .takeWhile(it -> !(it.step instanceof Step.Hold hold
                        && hold.lock().name().equals(lock)))
                .anyMatch(it -> it.step instanceof Step.While || it.step instanceof Step.Forever);
    }

    private void event(Event event) {
        if (!event.initial() && !facts.isNamed(event.name(), Step.Signal.class)) {
            at(waits(event), new Rule.NeverSet(event.name()));
        }
    }

    private void latch(Latch latch) {
        var initial = facts.knobs.wholeNow(latch.initial());
        long most = facts.done(facts.naming(latch.name(), Step.CountDown.class)).most();
        if (initial.isPresent() && most < initial.getAsLong()) {
            at(waits(latch), new Rule.LatchTooHigh(latch.name(), initial.getAsLong(), most));
        }
    }

    private void barrier(Barrier barrier) {
        if (isOn(barrier.enabled())) {
            parties(barrier, barrier.parties(), facts.naming(barrier.name(), Step.Await.class));
        }
    }

    private void phaser(Phaser phaser) {
        boolean waitsOnly = facts.naming(phaser.name()).stream().allMatch(it -> it.step instanceof Step.Await);
        if (waitsOnly) {
            parties(phaser, phaser.parties(), facts.naming(phaser.name(), Step.Await.class));
        }
    }

    private void parties(Resource resource, Expr parties, List<Site> comers) {
        var needed = facts.knobs.wholeNow(parties);
        long units = comers.stream()
                .filter(Site::isOpen)
                .map(it -> it.group)
                .distinct()
                .mapToLong(it -> facts.units(it).most())
                .reduce(0, (a, b) -> new Times(0, a).plus(new Times(0, b)).most());
        if (needed.isPresent() && units < needed.getAsLong()) {
            at(waits(resource), new Rule.TooManyParties(resource.name(), resource.word(), needed.getAsLong(), units));
        }
    }

    private void semaphore(Semaphore semaphore) {
        var permits = facts.knobs.wholeNow(semaphore.permits());
        String name = semaphore.name();
        if (permits.isEmpty() || !isOn(semaphore.enabled()) || facts.isNamed(name, Step.Release.class)) {
            return;
        }
        var acquires = new ArrayList<Site>();
        boolean held = false;
        for (var site : facts.naming(name)) {
            if (site.isOpen() && StepParts.isForEver(site.step)) {
                acquires.add(site);
                held |= site.step instanceof Step.Hold;
            }
        }
        long least = facts.done(acquires.stream()
                        .filter(it -> it.step instanceof Step.Acquire)
                        .toList())
                .least();
        if (least > permits.getAsLong() || permits.getAsLong() == 0 && held) {
            at(acquires, new Rule.PermitsRunOut(name, permits.getAsLong()));
        }
    }

    private boolean isOn(Expr enabled) {
        return facts.knobs.now(enabled).equals(Optional.of(new Value.Truth(true)));
    }

    private void at(List<Site> sites, Rule rule) {
        if (!sites.isEmpty()) {
            hints.accept(new Hint(
                    sites.getFirst().place(),
                    rule,
                    sites.stream().skip(1).map(Site::place).toList()));
        }
    }
}
