package io.interleave.lint;

import io.interleave.model.Place;
import io.interleave.model.Scenario;
import io.interleave.model.Step;
import io.interleave.model.Waiting;
import java.util.List;
import java.util.stream.Stream;

/// Takes two locks in the other order where a unit only nests one `hold` in another. Between the two may be
/// nothing that the outer lock could be there for: under the other lock it would no longer be protected.
final class LockSwap {

    private final Lines lines;
    private final Scenario scenario;
    private final List<Place> places;

    /// @param hint about an order of locks, one place for each unit that has part in it
    LockSwap(Lines lines, Scenario scenario, Hint hint) {
        this.lines = lines;
        this.scenario = scenario;
        this.places =
                Stream.concat(Stream.of(hint.place()), hint.also().stream()).toList();
    }

    /// One for each unit that can be put right. The last comes first: whoever came first set the order.
    List<Fix> fixes() {
        return StepLists.all(scenario, it -> it instanceof Step.Hold).reversed().stream()
                .flatMap(it -> inner((Step.Hold) it.step())
                        .map(inner ->
                                swap((Step.Hold) it.step(), inner, it.group().name())))
                .toList();
    }

    private Stream<Step.Hold> inner(Step.Hold outer) {
        boolean isNest = outer.body().stream().allMatch(it -> it instanceof Step.Hold || isOwn(it));
        var held = outer.body().stream()
                .filter(Step.Hold.class::isInstance)
                .map(Step.Hold.class::cast)
                .toList();
        return isNest && held.size() == 1
                ? held.stream()
                        .filter(it -> places.contains(it.lock().place()))
                        .filter(it -> isPlain(it) && isPlain(outer) && it.mode() == outer.mode())
                : Stream.empty();
    }

    private static boolean isPlain(Step.Hold hold) {
        return hold.lock().at().isEmpty() && hold.waiting().equals(Waiting.FOR_EVER);
    }

    /// Whether a step is the unit's own matter, which no lock is needed for.
    private static boolean isOwn(Step step) {
        return step instanceof Step.Compute
                || step instanceof Step.Sleep
                || step instanceof Step.Pause
                || step instanceof Step.Log;
    }

    private Fix swap(Step.Hold outer, Step.Hold inner, String group) {
        return new Fix(
                "Take '%s' before '%s' in '%s'"
                        .formatted(inner.lock().name(), outer.lock().name(), group),
                List.of(named(outer, inner), named(inner, outer)));
    }

    private Replacement named(Step.Hold hold, Step.Hold other) {
        var place = hold.lock().place();
        return new Replacement(
                lines.start(place), lines.end(place), lines.at(other.lock().place()));
    }
}
