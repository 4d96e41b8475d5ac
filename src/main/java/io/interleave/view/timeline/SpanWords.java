package io.interleave.view.timeline;

import io.interleave.analysis.Lane;
import io.interleave.analysis.LockUse;
import io.interleave.analysis.Spans;
import io.interleave.analysis.State;
import io.interleave.analysis.Transfer;
import io.interleave.analysis.Waits;
import io.interleave.trace.Definition;
import io.interleave.view.fx.Figures;
import java.util.Optional;

/// Says of a span in a few words what it is about.
final class SpanWords {

    private SpanWords() {}

    /// What is written inside a span: who has the core, the carrier or the lock; what the unit does.
    static String inside(Source source, Lane lane, int span) {
        Spans spans = lane.spans();
        return switch (lane.kind()) {
            case CORE ->
                switch (spans.state(span)) {
                    case RUNNING -> owner(source, spans, span);
                    default -> "";
                };
            case CARRIER -> owner(source, spans, span);
            case LOCK ->
                switch (spans.state(span)) {
                    case HELD -> owner(source, spans, span);
                    case SHARED -> readers(source, spans, span);
                    default -> "";
                };
            case UNIT, CHILD -> unit(source, spans, span);
            case GROUP, LEVEL, VARIABLE -> "";
        };
    }

    /// The same where there is little room: of a wait only what is waited for.
    static String brief(Source source, Lane lane, int span) {
        Spans spans = lane.spans();
        boolean unit = lane.kind() == Lane.Kind.UNIT || lane.kind() == Lane.Kind.CHILD;
        return unit && isWait(spans.state(span)) ? awaited(source, spans, span) : inside(source, lane, span);
    }

    private static boolean isWait(State state) {
        return switch (state) {
            case LOCK_WAIT, WAIT, SUSPENDED -> true;
            case RUNNING, ACTIVE, READY, IO, SERIALIZING, SLEEPING, HELD, SHARED, LEVEL, VALUE, OFF, UNKNOWN -> false;
        };
    }

    /// The unit that has the core, carrier or lock; where it is none, what the thread is called.
    static String owner(Source source, Spans spans, int span) {
        String thread = spans.object(span) == Spans.NONE && spans.value(span) > 0
                ? source.threadName((int) spans.value(span))
                : "";
        return thread.isEmpty() ? source.unitName(spans.object(span)) : thread;
    }

    /// Who reads under a lock.
    static String readers(Source source, Spans spans, int span) {
        int readers = LockUse.holders(spans.value(span));
        return readers == 1
                ? Words.text("lock.reader", source.unitName(spans.object(span)))
                : Words.text("lock.readers", Figures.count(readers));
    }

    private static String unit(Source source, Spans spans, int span) {
        return switch (spans.state(span)) {
            case RUNNING, ACTIVE, IO, SLEEPING -> work(source, spans, span);
            case SERIALIZING -> transfer(spans, span);
            case LOCK_WAIT, WAIT, SUSPENDED -> {
                String awaited = awaited(source, spans, span);
                yield awaited.isEmpty() ? "" : Words.text("span.waits", awaited);
            }
            case READY, HELD, SHARED, LEVEL, VALUE, OFF, UNKNOWN -> "";
        };
    }

    private static String work(Source source, Spans spans, int span) {
        String step = spans.step(span) == Spans.NONE
                ? ""
                : source.step(spans.step(span)).map(Definition.Step::text).orElse("");
        if (spans.object(span) == Spans.NONE) {
            return step;
        }
        String task = Words.text("span.task", Figures.count(spans.value(span)));
        return step.isEmpty() ? task : task + " · " + step;
    }

    /// What a unit waits for in a waiting span; empty where that is not known.
    static String awaited(Source source, Spans spans, int span) {
        if (spans.object(span) != Spans.NONE) {
            return source.resourceName(spans.object(span));
        }
        int unit = Waits.unit(spans.value(span));
        return unit == Spans.NONE ? "" : source.unitName(unit);
    }

    /// What is done with an argument or result.
    static String transfer(Spans spans, int span) {
        Transfer transfer = Transfer.values()[spans.object(span)];
        long value = Math.max(0, spans.value(span));
        String amount = switch (transfer) {
            case SERIALIZE -> Figures.count(value);
            case SEND, DESERIALIZE -> Figures.bytes(value);
        };
        return Words.text("transfer." + transfer.name(), amount);
    }

    /// The step of a span in words, with its line.
    static Optional<String> step(Source source, Spans spans, int span) {
        return spans.step(span) == Spans.NONE
                ? Optional.empty()
                : source.step(spans.step(span))
                        .map(step -> step.line() > 0
                                ? Words.text("hover.step.line", step.text(), Integer.toString(step.line()))
                                : Words.text("hover.step", step.text()));
    }

    /// How long a span lasts; what was so before the run began counts from its beginning.
    static String length(Source source, Spans spans, int span) {
        return Figures.duration(spans.end(span) - Math.max(source.start(), spans.start(span)));
    }

    /// A moment of the run in words, not before its beginning.
    static String at(Source source, long moment) {
        long time = Math.max(source.start(), moment);
        return Words.text("hover.at", TimeText.moment(time - source.start(), 10, time - source.start()));
    }
}
