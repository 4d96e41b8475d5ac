package io.interleave.view.timeline;

import io.interleave.analysis.Lane;
import io.interleave.analysis.Timeline;
import io.interleave.view.fx.Figures;
import java.util.List;

/// Says in words what is selected. To be asked under the timeline's look.
public final class SelectionWords {

    private SelectionWords() {}

    /// @param timeline to be asked within its look
    public static Hover of(Timeline timeline, Selection selection) {
        return of(new TimelineSource(timeline), selection);
    }

    static Hover of(Source source, Selection selection) {
        return switch (selection) {
            case Selection.Nothing _ -> Hover.NOTHING;
            case Selection.Range(long from, long to) ->
                new Hover(
                        Words.text("selection", Figures.duration(to - from)),
                        List.of(SpanWords.at(source, from)),
                        -1,
                        from,
                        to);
            case Selection.OfLane(var key) ->
                source.lane(key.kind(), key.subject())
                        .map(it -> new Hover(it.name(), List.of(), -1, 0, 0))
                        .orElse(Hover.NOTHING);
            case Selection.OfSpan(var key, int span, long _, long _) ->
                source.lane(key.kind(), key.subject())
                        .filter(it -> span < it.spans().size())
                        .map(it -> of(source, it, span))
                        .orElse(Hover.NOTHING);
        };
    }

    private static Hover of(Source source, Lane lane, int span) {
        return new LaneWords(source).of(lane, span);
    }
}
