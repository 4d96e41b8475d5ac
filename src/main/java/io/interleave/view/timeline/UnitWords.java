package io.interleave.view.timeline;

import io.interleave.analysis.Flow;
import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import io.interleave.analysis.State;
import io.interleave.analysis.Waits;
import io.interleave.trace.EventKind.WaitEnd;
import io.interleave.view.fx.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says in words what a unit does in a span, for what it waits and what became of that.
final class UnitWords {

    private final Source source;

    UnitWords(Source source) {
        this.source = source;
    }

    Hover of(Lane lane, int span) {
        Spans spans = lane.spans();
        List<String> lines = new ArrayList<>();
        state(spans, span, lines);
        if (Deadlocks.waitsForEver(source, lane.name(), spans, span)) {
            lines.add(Words.text(isAbandoned(spans, span) ? "hover.deadlock.ended" : "hover.deadlock"));
        } else {
            end(lane, span, lines);
        }
        SpanWords.step(source, spans, span).ifPresent(lines::add);
        lines.add(SpanWords.at(source, spans.start(span)));
        String length = Figures.duration(spans.end(span) - spans.start(span));
        String title = Words.text("hover.unit", lane.name(), Words.state(spans.state(span)), length);
        return new Hover(title, lines, -1, spans.start(span), spans.end(span));
    }

    private void state(Spans spans, int span, List<String> lines) {
        switch (spans.state(span)) {
            case RUNNING -> {
                if (spans.core(span) != Spans.NONE) {
                    lines.add(Words.text("hover.on", spans.core(span)));
                }
                task(spans, span, lines);
            }
            case READY, ACTIVE, IO, SLEEPING -> task(spans, span, lines);
            case LOCK_WAIT -> lock(spans, span, lines);
            case WAIT, SUSPENDED -> awaited(spans, span, lines);
            case SERIALIZING -> lines.add(SpanWords.transfer(spans, span));
            case UNKNOWN -> lines.add(Words.text("hover.unknown.why"));
            case HELD, SHARED, LEVEL, VALUE, OFF -> {}
        }
    }

    private void task(Spans spans, int span, List<String> lines) {
        if (spans.object(span) != Spans.NONE) {
            lines.add(Words.text(
                    "hover.task", Figures.count(spans.value(span)), source.resourceName(spans.object(span))));
        }
    }

    private void lock(Spans spans, int span, List<String> lines) {
        if (spans.object(span) != Spans.NONE) {
            String resource = source.resourceName(spans.object(span));
            int holder = Waits.unit(spans.value(span));
            lines.add(
                    holder == Spans.NONE
                            ? Words.text("hover.lock", resource)
                            : Words.text("hover.lock.held", resource, source.unitName(holder)));
        }
        if (spans.core(span) != Spans.NONE) {
            lines.add(Words.text("hover.spins", Integer.toString(spans.core(span))));
        }
    }

    private void awaited(Spans spans, int span, List<String> lines) {
        String awaited = SpanWords.awaited(source, spans, span);
        if (!awaited.isEmpty()) {
            String kind = spans.object(span) == Spans.NONE ? "" : source.resourceWord(spans.object(span));
            lines.add(
                    kind.isEmpty()
                            ? Words.text("hover.lock", awaited)
                            : Words.text("hover.wait", Words.kind(kind), awaited));
        } else if (spans.state(span) == State.WAIT && spans.step(span) == Spans.NONE) {
            lines.add(Words.text("hover.wait.untold"));
        }
    }

    private void end(Lane lane, int span, List<String> lines) {
        Spans spans = lane.spans();
        if (!spans.state(span).isWait()) {
            return;
        }
        long value = spans.value(span);
        int cause = Waits.cause(value);
        Waits.end(value).ifPresent(end -> {
            if (end == WaitEnd.MET && cause != Spans.NONE) {
                String by = source.unitName(cause);
                long late = late(lane, span, cause);
                lines.add(
                        late == 0
                                ? Words.text("hover.wait.ended", by)
                                : Words.text("hover.wait.ended.before", by, Figures.duration(late)));
            } else if (end != WaitEnd.MET) {
                lines.add(Words.text("hover.wait." + end.name()));
            }
        });
    }

    /// How long before the end of a wait the other one did what ended it; 0 where that is not known.
    private long late(Lane lane, int span, int cause) {
        if (lane.kind() != Lane.Kind.UNIT) {
            return 0;
        }
        long end = lane.spans().end(span);
        return source.flows(lane.subject(), span).stream()
                .filter(it -> it.kind() == Flow.Kind.WAKE && it.from() == cause && it.toTime() == end)
                .mapToLong(it -> end - it.fromTime())
                .findFirst()
                .orElse(0);
    }

    private static boolean isAbandoned(Spans spans, int span) {
        return Waits.end(spans.value(span)).equals(Optional.of(WaitEnd.ABANDONED));
    }
}
