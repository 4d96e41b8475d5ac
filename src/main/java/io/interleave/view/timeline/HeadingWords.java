package io.interleave.view.timeline;

import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import io.interleave.analysis.State;
import io.interleave.view.fx.Figures;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/// Says what a section is, and of a folded one what its units do at a moment. To be asked under the timeline's
/// look.
record HeadingWords(Source source, FramePlan plan) {

    Hover of(LaneLayout.Heading heading, double x) {
        if (heading.more() > 0) {
            return hover(Words.text("section.more", Figures.count(heading.more())), List.of());
        }
        String how = Words.text(heading.folded() ? "section.unfold" : "section.fold");
        Area plot = plan.areas().plot();
        if (!heading.folded() || x < plot.x()) {
            return hover(heading.title(), List.of(how));
        }
        long time = plan.look().scale().timeAt(x - plot.x());
        List<String> lines = new ArrayList<>();
        counts(heading, time)
                .forEach((state, count) ->
                        lines.add(Words.text("hover.group.state", Figures.count(count), Words.state(state))));
        lines.add(SpanWords.at(source, time));
        return hover(heading.title(), lines);
    }

    private EnumMap<State, Long> counts(LaneLayout.Heading heading, long time) {
        var counts = new EnumMap<State, Long>(State.class);
        for (Section.Entry entry : heading.lanes()) {
            if (entry.lane() >= 0 && entry.key().kind() != Lane.Kind.CHILD) {
                Spans spans = source.lanes().get(entry.lane()).spans();
                int span = spans.at(time);
                if (span != Spans.NONE) {
                    counts.merge(spans.state(span), 1L, Long::sum);
                }
            }
        }
        return counts;
    }

    private static Hover hover(String title, List<String> lines) {
        return new Hover(title, lines, -1, 0, 0);
    }
}
