package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Finds units, resources, steps and findings by part of their name, whatever the case. A number at the end of
/// what is sought is that of a unit in its group, or begins it, and a number alone a line of the scenario too:
/// the names of a million units are not made to be looked at.
final class Search {

    private final TimelineBuilder trace;
    private final String sought;
    private final int most;
    private final Map<Match, List<Hit>> found = new EnumMap<>(Match.class);
    private int total;

    private Search(TimelineBuilder trace, String sought, int most) {
        this.trace = trace;
        this.sought = sought;
        this.most = most;
    }

    static Hits of(TimelineBuilder trace, List<Finding> findings, String text, int most) {
        var sought = text.strip().toLowerCase(Locale.ROOT);
        return sought.isEmpty() ? new Hits(List.of(), 0) : new Search(trace, sought, most).hits(findings);
    }

    private Hits hits(List<Finding> findings) {
        trace.units.groups().forEach(this::group);
        var numbered = Numbered.of(sought);
        trace.units.groups().forEach(it -> units(it, numbered));
        trace.units.programs().forEach(this::named);
        for (var resource : trace.resources.all()) {
            var match = Match.of(resource.name, sought).or(worse(Match.of(resource.word, sought)));
            take(match, () -> new Hit.Resource(resource.id, resource.name, resource.kind(), resource.word));
        }
        for (var variable : trace.resources.variables) {
            var match = Match.of(variable.name, sought).or(worse(Match.of("variable", sought)));
            take(match, () -> new Hit.Resource(variable.id, variable.name, Lane.Kind.VARIABLE, "variable"));
        }
        for (var step : trace.told.steps) {
            var match = Match.of(step.text(), sought).or(Match.of("line " + step.line(), sought));
            take(match, () -> new Hit.Step(step.id(), step.text(), step.line()));
        }
        var places = new FindingPlaces(trace);
        for (var finding : findings) {
            var hit = places.of(finding);
            take(Match.of(hit.name(), sought).or(worse(Match.of(FindingPlaces.words(finding), sought))), () -> hit);
        }
        var best = new ArrayList<Hit>();
        found.values().forEach(best::addAll);
        return new Hits(best.subList(0, Math.min(most, best.size())), total);
    }

    /// Of what is not the name itself.
    private static Match worse(Match match) {
        return match == Match.NONE ? match : Match.PART;
    }

    private void take(Match match, Supplier<Hit> hit) {
        if (match != Match.NONE) {
            total++;
            var others = found.computeIfAbsent(match, _ -> new ArrayList<>());
            if (others.size() < most) {
                others.add(hit.get());
            }
        }
    }

    private void group(Group group) {
        if (group.size() > 1) {
            take(Match.of(group.name, sought), () -> new Hit.Units(group.number, group.name, group.size()));
        }
    }

    private void units(Group group, Numbered numbered) {
        if (group.hasNames()) {
            group.units().stream().filter(UnitTrack::hasName).forEach(this::named);
        }
        var match = Match.of(group.name, sought);
        if (match != Match.NONE) {
            // Every unit's name begins with the group's.
            var ofUnit = match == Match.WHOLE ? Match.BEGINNING : match;
            places(group, 0, group.size(), ofUnit);
        } else if (numbered.isNumber()) {
            byNumber(group, numbered);
        }
    }

    private void named(UnitTrack unit) {
        take(Match.of(unit.name(), sought), () -> hit(unit));
    }

    private void byNumber(Group group, Numbered numbered) {
        var match = numbered.match(group.name);
        for (long first = numbered.number(), count = 1; match != Match.NONE && first <= Integer.MAX_VALUE; ) {
            var ofUnit = count == 1 || match != Match.WHOLE ? match : Match.BEGINNING;
            group.placesOfNumbers(first, first + count, (from, to) -> places(group, from, to, ofUnit));
            first *= 10;
            count *= 10;
            if (first == 0) {
                return;
            }
        }
    }

    /// The units of a group at these places that bear its name and a number.
    private void places(Group group, int from, int to, Match match) {
        int end = Math.min(to, from + most);
        for (int place = from; place < end; place++) {
            var unit = group.units().get(place);
            if (!unit.hasName()) {
                take(match, () -> hit(unit));
            }
        }
        total += Math.max(0, to - Math.max(end, from));
    }

    private Hit hit(UnitTrack unit) {
        unit.advance(trace.now());
        var lane = unit.group.kind == UnitKind.CHILD ? Lane.Kind.CHILD : Lane.Kind.UNIT;
        return new Hit.Unit(unit.id, unit.name(), lane, unit.start(), unit.until());
    }

    /// The earliest span with a step that begins at `from` or later, of the units that have lanes; of those
    /// that begin together the first unit's. Empty where there is none.
    static Optional<SpanPlace> spanOfStep(TimelineBuilder trace, int step, long from) {
        int bestUnit = NONE;
        int bestSpan = NONE;
        long best = Long.MAX_VALUE;
        for (var group : trace.units.groups()) {
            for (var unit : group.shown()) {
                unit.advance(trace.now());
                var spans = unit.spans;
                for (int i = spans.firstEndingAt(from); i < spans.size() && spans.start(i) < best; i++) {
                    if (spans.step(i) == step && spans.start(i) >= from) {
                        best = spans.start(i);
                        bestUnit = unit.id;
                        bestSpan = i;
                    }
                }
            }
        }
        return bestSpan == NONE ? Optional.empty() : Optional.of(new SpanPlace(bestUnit, bestSpan));
    }
}
