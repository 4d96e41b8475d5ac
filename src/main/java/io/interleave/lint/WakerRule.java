package io.interleave.lint;

import io.interleave.model.Expr;
import io.interleave.model.Place;
import io.interleave.model.Resource;
import io.interleave.model.Step;
import io.interleave.model.StepParts;
import io.interleave.model.UnitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Nobody keeps a lock while waiting for somebody who needs that lock first: the lockout of nested monitors.
final class WakerRule {

    private final Facts facts;
    private final Consumer<Hint> hints;

    WakerRule(Facts facts, Consumer<Hint> hints) {
        this.facts = facts;
        this.hints = hints;
    }

    void check() {
        for (var site : facts.sites) {
            boolean waits = site.step instanceof Step.Await
                    || site.step instanceof Step.Take
                    || site.step instanceof Step.Drain
                    || site.step instanceof Step.Acquire
                    || site.step instanceof Step.Hold;
            if (waits
                    && site.isOpen()
                    && StepParts.isForEver(site.step)
                    && !site.before.held().isEmpty()) {
                waiting(site, StepParts.target(site.step).orElseThrow().name());
            }
        }
    }

    private void waiting(Site wait, String awaited) {
        var group = facts.group(awaited);
        if (group.isPresent()) {
            needs(wait, group.get());
            return;
        }
        facts.resource(awaited).flatMap(it -> wakers(wait, it)).ifPresent(wakers -> {
            for (var held : wait.before.held()) {
                if (held.isExclusive()
                        && !isGivenUp(held, awaited)
                        && wakers.stream().allMatch(it -> holds(it, held))) {
                    report(wait, held, awaited, wakers.stream().map(Site::place).toList());
                    return;
                }
            }
        });
    }

    /// A unit that awaits the end of a group must not have what its units need.
    private void needs(Site wait, UnitGroup group) {
        for (var held : wait.before.held()) {
            var needing = facts.naming(held.name()).stream()
                    .filter(it -> it.group == group
                            && it.group != wait.group
                            && it.isOpen()
                            && StepParts.isForEver(it.step)
                            && taken(it).filter(held::isSame).isPresent())
                    .toList();
            if (held.isExclusive() && !needing.isEmpty()) {
                report(
                        wait,
                        held,
                        group.name(),
                        needing.stream().map(Site::place).toList());
                return;
            }
        }
    }

    private OptionalLong which(Expr at) {
        return Knobs.whole(facts.knobs.throughout(at));
    }

    private Optional<Taken> taken(Site site) {
        return switch (site.step) {
            case Step.Hold it
            when it.mode() != Step.Mode.OPTIMISTIC ->
                Optional.of(Taken.of(it.lock(), it.mode(), true, true, this::which));
            case Step.Acquire it -> Optional.of(Taken.of(it.lock(), it.mode(), true, false, this::which));
            default -> Optional.empty();
        };
    }

    /// The steps without which the wait does not end; nothing where it may end without any, or where the unit
    /// itself may have done one before.
    private Optional<List<Site>> wakers(Site wait, Resource awaited) {
        var wakers = new ArrayList<Site>();
        for (var site : facts.naming(awaited.name())) {
            boolean wakes = switch (awaited) {
                case Resource.Event it -> !it.initial() && site.step instanceof Step.Signal;
                case Resource.Condition _ -> site.step instanceof Step.Signal;
                case Resource.Latch _ -> site.step instanceof Step.CountDown;
                case Resource.Queue _ -> site.step instanceof Step.Put || site.step instanceof Step.Close;
                case Resource.Semaphore it ->
                    site.step instanceof Step.Release && isZero(facts.knobs.wholeNow(it.permits()));
                case Resource.Barrier it ->
                    isSeveral(facts.knobs.most(it.parties())) && site.step instanceof Step.Await;
                case Resource.Variable _, Resource.Lock _, Resource.Phaser _, Resource.EventLoop _, Resource.Pool _ ->
                    false;
            };
            if (wakes) {
                wakers.add(site);
            }
        }
        boolean awaitsQueue = awaited instanceof Resource.Queue && wait.step instanceof Step.Await;
        boolean own = !(awaited instanceof Resource.Barrier) && wakers.stream().anyMatch(it -> it.group == wait.group);
        return wakers.isEmpty() || awaitsQueue || own ? Optional.empty() : Optional.of(wakers);
    }

    private static boolean isZero(OptionalLong number) {
        return number.isPresent() && number.getAsLong() == 0;
    }

    private static boolean isSeveral(OptionalLong number) {
        return number.isPresent() && number.getAsLong() > 1;
    }

    /// Whoever awaits a condition gives up its lock meanwhile.
    private boolean isGivenUp(Taken held, String awaited) {
        return facts.resource(awaited).orElse(null) instanceof Resource.Condition condition
                && condition.lock().equals(held.name());
    }

    private static boolean holds(Site waker, Taken lock) {
        return waker.before.held().stream().anyMatch(it -> it.isSame(lock) && it.mode() != Step.Mode.OPTIMISTIC);
    }

    private void report(Site wait, Taken held, String awaited, List<Place> wakers) {
        var also = new ArrayList<Place>();
        also.add(held.place());
        also.addAll(wakers);
        also.remove(wait.place());
        hints.accept(new Hint(wait.place(), new Rule.KeptFromWaker(held.shown(), awaited), also));
    }
}
