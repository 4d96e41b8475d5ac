package io.interleave.view.timeline;

import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import io.interleave.analysis.State;
import io.interleave.view.fx.Figures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Says what several spans that share a pixel column have in common: how many there are, and their shares of
/// the time.
final class MergedWords {

    private static final int MOST_LINES = 6;

    private MergedWords() {}

    static Hover of(Source source, Lane lane, int first, int afterLast) {
        Spans spans = lane.spans();
        Map<String, Long> times = new HashMap<>();
        long total = 0;
        for (int span = first; span < afterLast; span++) {
            long length = Math.max(1, spans.end(span) - spans.start(span));
            times.merge(name(source, lane.kind(), spans, span), length, Long::sum);
            total += length;
        }
        List<Map.Entry<String, Long>> sorted = new ArrayList<>(times.entrySet());
        sorted.sort(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, Long> entry : sorted.subList(0, Math.min(MOST_LINES, sorted.size()))) {
            String share = Figures.percent((double) entry.getValue() / total);
            lines.add(Words.text("hover.merged.share", entry.getKey(), share));
        }
        String title = Words.text("hover.merged", lane.name(), Figures.count(afterLast - first));
        return new Hover(title, lines, -1, spans.start(first), spans.end(afterLast - 1));
    }

    private static String name(Source source, Lane.Kind kind, Spans spans, int span) {
        State state = spans.state(span);
        if (state == State.HELD || kind == Lane.Kind.CORE && state == State.RUNNING) {
            return SpanWords.owner(source, spans, span);
        }
        if ((state == State.LOCK_WAIT || state == State.WAIT) && spans.object(span) != Spans.NONE) {
            return Words.text("merged.waiting", source.resourceName(spans.object(span)));
        }
        return Words.state(state);
    }
}
