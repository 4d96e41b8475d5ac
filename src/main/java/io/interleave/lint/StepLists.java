package io.interleave.lint;

import io.interleave.model.Place;
import io.interleave.model.Scenario;
import io.interleave.model.Step;
import io.interleave.model.UnitGroup;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds the list of steps that a step is in.
final class StepLists {

    /// @param index of the step in its list
    record Found(UnitGroup group, List<Step> list, int index) {

        Step step() {
            return list.get(index);
        }

        List<Step> after() {
            return list.subList(index + 1, list.size());
        }
    }

    private StepLists() {}

    /// The innermost step that this place is in.
    static Optional<Found> at(Scenario scenario, Place place) {
        return scenario.units().stream()
                .flatMap(group -> all(group, group.steps()))
                .filter(it -> contains(it.step().place(), place))
                .reduce((_, inner) -> inner);
    }

    /// All steps that are as asked.
    static List<Found> all(Scenario scenario, Predicate<Step> asked) {
        return scenario.units().stream()
                .flatMap(group -> all(group, group.steps()))
                .filter(it -> asked.test(it.step()))
                .toList();
    }

    private static Stream<Found> all(UnitGroup group, List<Step> list) {
        return IntStream.range(0, list.size())
                .mapToObj(i -> new Found(group, list, i))
                .flatMap(it ->
                        Stream.concat(Stream.of(it), it.step().bodies().stream().flatMap(body -> all(group, body))));
    }

    private static boolean contains(Place outer, Place inner) {
        boolean begins =
                outer.line() < inner.line() || outer.line() == inner.line() && outer.column() <= inner.column();
        boolean ends = inner.endLine() < outer.endLine()
                || inner.endLine() == outer.endLine() && inner.endColumn() <= outer.endColumn();
        return begins && ends;
    }
}
