package io.interleave.view.timeline;

import io.interleave.analysis.Lane;
import io.interleave.analysis.Level;
import io.interleave.analysis.Spans;
import io.interleave.analysis.State;
import io.interleave.view.fx.Figures;
import java.util.ArrayList;
import java.util.List;

/// Says in words how much there is of a resource, and how many units of a group are in which state.
final class CountWords {

    private final Source source;
    private final FramePlan plan;

    CountWords(Source source, FramePlan plan) {
        this.source = source;
        this.plan = plan;
    }

    Hover of(Lane lane, int column) {
        long time = plan.look().scale().timeAt(column + 0.5);
        return lane.kind() == Lane.Kind.GROUP ? group(lane, time) : level(lane, time);
    }

    private Hover group(Lane lane, long time) {
        int[] counts = new int[State.values().length];
        lane.census().ifPresent(it -> it.at(Math.min(time, source.now()), counts));
        List<String> lines = new ArrayList<>();
        int all = 0;
        for (State state : State.values()) {
            int count = counts[state.ordinal()];
            all += count;
            if (count > 0) {
                lines.add(Words.text("hover.group.state", Figures.count(count), Words.state(state)));
            }
        }
        lines.add(SpanWords.at(source, time));
        String title = Words.text("hover.group", lane.name(), Figures.count(all), Figures.count(lane.units()));
        return new Hover(title, lines, -1, 0, 0);
    }

    private Hover level(Lane lane, long time) {
        Spans spans = lane.spans();
        int span = spans.at(time);
        if (span == Spans.NONE) {
            return new Hover(Words.text("hover.before", lane.name()), List.of(SpanWords.at(source, time)), -1, 0, 0);
        }
        return level(source, lane, span);
    }

    static Hover level(Source source, Lane lane, int span) {
        Spans spans = lane.spans();
        String kind = source.resourceWord(lane.subject());
        long value = spans.value(span);
        List<String> lines = new ArrayList<>();
        boolean condition = kind.equals("condition");
        if (Level.others(value) > 0 && !condition) {
            String key = kind.equals("pool") ? "level.workers" : "level.waiting";
            lines.add(Words.text(key, Figures.count(Level.others(value))));
        }
        if (spans.object(span) != Spans.NONE) {
            lines.add(Words.text("hover.level.by", source.unitName(spans.object(span))));
        }
        SpanWords.step(source, spans, span).ifPresent(lines::add);
        lines.add(SpanWords.at(source, spans.start(span)));
        long amount = amount(kind, value);
        String length = SpanWords.length(source, spans, span);
        String title = Words.text("hover.unit", lane.name(), Words.level(kind, amount), length);
        return new Hover(title, lines, -1, spans.start(span), spans.end(span));
    }

    /// What there is to be said of a span of something that is counted: of a condition, those that wait.
    ///
    /// @param word what a scenario calls its kind
    static long amount(String word, long value) {
        return word.equals("condition") ? Level.others(value) : Level.amount(value);
    }
}
