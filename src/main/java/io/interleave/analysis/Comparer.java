package io.interleave.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Puts what two runs have by name beside each other.
final class Comparer {

    private final Side first;
    private final Side second;

    Comparer(Side first, Side second) {
        this.first = first;
        this.second = second;
    }

    Comparison comparison() {
        return new Comparison(
                new Comparison.Pair<>(first.whole(), second.whole()),
                rows(first.settings(), second.settings()).stream()
                        .filter(it -> !it.isSame())
                        .toList(),
                rows(first.groups(), second.groups()),
                rows(first.units(), second.units()).stream()
                        .filter(it -> hasLanes(it.name()))
                        .toList(),
                rows(first.locks(), second.locks()),
                rows(first.resources(), second.resources()),
                rows(first.variables(), second.variables()),
                rows(first.findings(), second.findings()));
    }

    /// Of a group that is large in one of the runs, the first units alone would say nothing.
    private boolean hasLanes(String unit) {
        return !first.crowd().contains(unit) && !second.crowd().contains(unit);
    }

    private static <T> List<Comparison.Row<T>> rows(SequencedMap<String, T> first, SequencedMap<String, T> second) {
        var rows = new ArrayList<Comparison.Row<T>>();
        var names = new HashSet<String>();
        first.forEach((name, it) -> {
            names.add(name);
            rows.add(new Comparison.Row<>(name, Optional.of(it), find(second, name)));
        });
        second.forEach((name, it) -> {
            if (names.add(name)) {
                rows.add(new Comparison.Row<>(name, Optional.empty(), Optional.of(it)));
            }
        });
        return rows;
    }

    private static <T> Optional<T> find(Map<String, T> in, String name) {
        return Optional.ofNullable(in.get(name));
    }
}
