package io.interleave.view.reading;

import io.interleave.analysis.Explanation;
import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import io.interleave.analysis.State;
import io.interleave.analysis.Timeline;
import io.interleave.view.fx.Figures;
import io.interleave.view.fx.Messages;
import io.interleave.view.timeline.LaneKey;
import io.interleave.view.timeline.Selection;
import io.interleave.view.timeline.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Says why a unit waited, link by link. To be asked within {@link Timeline#look}.
final class WhyWords {

    private final Timeline timeline;

    WhyWords(Timeline timeline) {
        this.timeline = timeline;
    }

    /// Nothing of a unit that did not wait.
    List<Report.Cause> of(Explanation explanation) {
        var links = explanation.links();
        if (links.size() == 1 && !isWaiting(links.getFirst().state())) {
            return List.of();
        }
        var causes = new ArrayList<Report.Cause>();
        for (int place = 0; place < links.size(); place++) {
            var link = links.get(place);
            causes.add(new Report.Cause(words(link, place), selection(link)));
        }
        var last = links.getLast();
        String end = switch (explanation.end()) {
            case WORK -> Messages.text("why.end.work", name(last.unit()));
            case NO_CORE ->
                last.running().isEmpty()
                        ? Messages.text("why.end.core.untold")
                        : Messages.text("why.end.core", running(last));
            case CIRCLE ->
                Messages.text(
                        "why.end.circle",
                        name(links.get(Math.max(0, explanation.closesAt())).unit()));
            case NOBODY -> Messages.text(last.how().isEmpty() ? "why.end.waiting" : "why.end.nobody");
            case LONGER -> Messages.text("why.end.longer");
        };
        causes.add(new Report.Cause(end, selection(last)));
        return causes;
    }

    private static boolean isWaiting(State state) {
        return switch (state) {
            case LOCK_WAIT, WAIT, SUSPENDED, READY, IO -> true;
            case RUNNING, ACTIVE, SERIALIZING, SLEEPING, HELD, SHARED, LEVEL, VALUE, OFF, UNKNOWN -> false;
        };
    }

    private String words(Explanation.Link link, int place) {
        var words = new StringBuilder(Messages.text(
                place == 0 ? "why.first" : "why.next",
                name(link.unit()),
                state(link),
                Figures.duration(link.to() - link.from())));
        if (!link.holders().isEmpty()) {
            words.append(Messages.text("why.held", holders(link)));
        }
        if (link.step() != Spans.NONE) {
            timeline.step(link.step())
                    .ifPresent(it -> words.append(Messages.text("why.step", it.text(), Integer.toString(it.line()))));
        }
        return words.toString();
    }

    private String state(Explanation.Link link) {
        if (link.resource() != Spans.NONE) {
            return Messages.text("why.waits", timeline.resourceName(link.resource()));
        }
        return link.awaited() != Spans.NONE && isWaiting(link.state())
                ? Messages.text("why.waits", name(link.awaited()))
                : Words.state(link.state());
    }

    /// Who held it, each once, whoever had it longest first.
    private String holders(Explanation.Link link) {
        var held = new LinkedHashMap<Integer, Long>();
        link.holders().forEach(it -> held.merge(it.unit(), it.to() - it.from(), Long::sum));
        return held.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(3)
                .map(it -> Messages.text("why.holder", name(it.getKey()), Figures.duration(it.getValue())))
                .collect(Collectors.joining(", "));
    }

    private String running(Explanation.Link link) {
        return link.running().stream()
                .limit(3)
                .map(it -> Messages.text("why.holder", running(it), Figures.duration(it.nanos())))
                .collect(Collectors.joining(", "));
    }

    private String running(Explanation.Running it) {
        String thread = it.unit() == Spans.NONE ? timeline.threadName(it.tid()) : "";
        return thread.isEmpty() ? name(it.unit()) : thread;
    }

    private String name(int unit) {
        return timeline.unitName(unit);
    }

    private Selection selection(Explanation.Link link) {
        var lane = new LaneKey(Lane.Kind.UNIT, link.unit());
        return timeline.lane(Lane.Kind.UNIT, link.unit())
                .filter(it -> link.span() >= 0 && link.span() < it.spans().size())
                .<Selection>map(it -> new Selection.OfSpan(
                        lane,
                        link.span(),
                        it.spans().start(link.span()),
                        it.spans().end(link.span())))
                .orElse(new Selection.OfLane(lane));
    }
}
