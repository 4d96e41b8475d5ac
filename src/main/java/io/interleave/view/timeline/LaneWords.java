package io.interleave.view.timeline;

import io.interleave.analysis.Lane;
import io.interleave.analysis.LockUse;
import io.interleave.analysis.Spans;
import io.interleave.analysis.State;
import io.interleave.view.fx.Figures;
import java.util.ArrayList;
import java.util.List;

/// Says in words what a lane shows in one of its spans. To be asked under the timeline's look.
record LaneWords(Source source) {

    Hover of(Lane lane, int span) {
        Spans spans = lane.spans();
        return switch (lane.kind()) {
            case CORE -> core(lane, spans, span);
            case UNIT, CHILD -> new UnitWords(source).of(lane, span);
            case CARRIER -> carrier(lane, spans, span);
            case LOCK -> lock(lane, spans, span);
            case VARIABLE -> variable(lane, spans, span);
            case LEVEL -> CountWords.level(source, lane, span);
            case GROUP -> Hover.NOTHING;
        };
    }

    private Hover variable(Lane lane, Spans spans, int span) {
        List<String> lines = new ArrayList<>();
        if (spans.object(span) != Spans.NONE) {
            lines.add(Words.text("hover.value.by", source.unitName(spans.object(span))));
        }
        SpanWords.step(source, spans, span).ifPresent(lines::add);
        lines.add(at(spans.start(span)));
        String value = source.display(lane.subject(), spans.value(span));
        String title = Words.text("hover.value", lane.name(), value, SpanWords.length(source, spans, span));
        return new Hover(title, lines, -1, spans.start(span), spans.end(span));
    }

    private Hover core(Lane lane, Spans spans, int span) {
        List<String> lines = new ArrayList<>();
        if (spans.state(span) == State.UNKNOWN) {
            lines.add(Words.text("hover.unknown.why"));
        } else if (spans.value(span) > 0) {
            lines.add(Words.text("hover.thread", Long.toString(spans.value(span))));
        }
        lines.add(at(spans.start(span)));
        String length = SpanWords.length(source, spans, span);
        String title = spans.state(span) == State.UNKNOWN
                ? Words.text("hover.unknown", lane.name(), length)
                : Words.text("hover.unit", lane.name(), SpanWords.owner(source, spans, span), length);
        return new Hover(title, lines, -1, spans.start(span), spans.end(span));
    }

    private Hover carrier(Lane lane, Spans spans, int span) {
        String length = SpanWords.length(source, spans, span);
        String title = Words.text("hover.carrier", lane.name(), source.unitName(spans.object(span)), length);
        return new Hover(title, List.of(at(spans.start(span))), -1, spans.start(span), spans.end(span));
    }

    private Hover lock(Lane lane, Spans spans, int span) {
        List<String> lines = new ArrayList<>();
        String length = SpanWords.length(source, spans, span);
        String title = switch (spans.state(span)) {
            case OFF -> Words.text("hover.off", lane.name(), length);
            case UNKNOWN -> Words.text("hover.unknown", lane.name(), length);
            case SHARED -> {
                waiters(spans, span, lines);
                yield Words.text("hover.shared", lane.name(), SpanWords.readers(source, spans, span), length);
            }
            default -> {
                waiters(spans, span, lines);
                yield Words.text("hover.held", lane.name(), source.unitName(spans.object(span)), length);
            }
        };
        lines.add(at(spans.start(span)));
        return new Hover(title, lines, -1, spans.start(span), spans.end(span));
    }

    private static void waiters(Spans spans, int span, List<String> lines) {
        long waiters = LockUse.waiters(spans.value(span));
        if (waiters == 1) {
            lines.add(Words.text("hover.held.waiter"));
        } else if (waiters > 1) {
            lines.add(Words.text("hover.held.waiters", Figures.count(waiters)));
        }
    }

    private String at(long time) {
        return SpanWords.at(source, time);
    }
}
