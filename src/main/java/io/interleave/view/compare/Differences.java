package io.interleave.view.compare;

import io.interleave.analysis.Finding;
import io.interleave.analysis.Outcome;
import io.interleave.analysis.State;
import io.interleave.analysis.Timeline;
import io.interleave.model.Value;
import io.interleave.view.fx.Messages;
import io.interleave.view.knobs.KnobModel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// What came out of two runs, thing by thing.
final class Differences {

    private static final List<State> STATES = List.of(
            State.RUNNING,
            State.READY,
            State.ACTIVE,
            State.LOCK_WAIT,
            State.WAIT,
            State.IO,
            State.SERIALIZING,
            State.SLEEPING,
            State.SUSPENDED);

    private Differences() {}

    static List<Difference> of(Side first, Side second) {
        var all = new ArrayList<Difference>();
        all.add(Difference.words(Messages.text("compare.result"), result(first), result(second)));
        all.add(Difference.times(Messages.text("compare.time"), first.length(), second.length()));
        all.addAll(expectations(first, second));
        all.addAll(states(first.timeline(), second.timeline()));
        all.add(Difference.counts(Messages.text("compare.lost"), lost(first), lost(second)));
        all.addAll(variables(first.timeline(), second.timeline()));
        all.add(Difference.counts(Messages.text("compare.units"), units(first.timeline()), units(second.timeline())));
        all.add(Difference.counts(
                Messages.text("compare.events"),
                first.timeline().eventsKept(),
                second.timeline().eventsKept()));
        return all;
    }

    private static String result(Side side) {
        return side.run().result().map(it -> it.words()).orElse("");
    }

    private static List<Difference> expectations(Side first, Side second) {
        var texts = new LinkedHashSet<String>();
        var results =
                List.of(first.past().report().outcome(), second.past().report().outcome());
        results.forEach(it -> it.results().forEach(result -> texts.add(result.text())));
        return texts.stream()
                .map(text -> Difference.words(
                        Messages.text("compare.expected", text),
                        verdict(results.getFirst(), text),
                        verdict(results.getLast(), text)))
                .toList();
    }

    private static String verdict(Outcome outcome, String text) {
        return outcome.results().stream()
                .filter(it -> it.text().equals(text))
                .findFirst()
                .map(it -> Messages.text("compare.verdict." + it.verdict()))
                .orElse("");
    }

    /// All units together.
    private static List<Difference> states(Timeline first, Timeline second) {
        var one = states(first);
        var other = states(second);
        return STATES.stream()
                .filter(it -> one.getOrDefault(it, 0L) + other.getOrDefault(it, 0L) > 0)
                .map(it -> Difference.times(
                        Messages.text("compare.state", Messages.text("state." + it)),
                        one.getOrDefault(it, 0L),
                        other.getOrDefault(it, 0L)))
                .toList();
    }

    private static Map<State, Long> states(Timeline timeline) {
        var sums = new EnumMap<State, Long>(State.class);
        timeline.groupTimes()
                .forEach(group -> group.states().forEach((state, nanos) -> sums.merge(state, nanos, Long::sum)));
        return sums;
    }

    private static long lost(Side side) {
        long lost = 0;
        for (var finding : side.past().report().findings()) {
            lost += finding instanceof Finding.UpdatesLost it ? it.lost() : 0;
        }
        return lost;
    }

    private static long units(Timeline timeline) {
        return timeline.groupTimes().stream().mapToLong(it -> it.units()).sum();
    }

    /// The last value of each variable.
    private static List<Difference> variables(Timeline first, Timeline second) {
        var one = first.variables();
        var other = second.variables();
        var names = new LinkedHashSet<>(one.keySet());
        names.addAll(other.keySet());
        return names.stream()
                .map(name -> values(Messages.text("compare.variable", name), one.get(name), other.get(name)))
                .toList();
    }

    private static Difference values(
            String what, @org.jspecify.annotations.Nullable Value one, @org.jspecify.annotations.Nullable Value other) {
        if (one instanceof Value.Whole(long first) && other instanceof Value.Whole(long second)) {
            return Difference.counts(what, first, second);
        }
        if (one instanceof Value.Time(long first) && other instanceof Value.Time(long second)) {
            return Difference.times(what, first, second);
        }
        return Difference.words(
                what, one == null ? "" : KnobModel.text(one), other == null ? "" : KnobModel.text(other));
    }
}
