package io.interleave.export;

import static io.interleave.analysis.Spans.NONE;

import io.interleave.analysis.Lane;
import io.interleave.analysis.LockUse;
import io.interleave.analysis.Spans;
import io.interleave.analysis.State;
import io.interleave.analysis.Timeline;
import io.interleave.analysis.Transfer;
import io.interleave.analysis.Waits;
import io.interleave.trace.Definition;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What a span says beside its times, as names and values.
final class SpanNotes {

    /// Takes one after the other, of one span.
    interface Taker {
        void text(String key, String value) throws IOException;

        void number(String key, long value) throws IOException;
    }

    private final Timeline timeline;
    private final Map<Integer, String> units = new HashMap<>();
    private final Map<Integer, String> resources = new HashMap<>();
    private final Map<Integer, Optional<Definition.Step>> steps = new HashMap<>();

    SpanNotes(Timeline timeline) {
        this.timeline = timeline;
    }

    /// What the span is called: on the lane of a unit its state, on a core, carrier or lock who has it.
    String name(Lane lane, int span) {
        var spans = lane.spans();
        return switch (lane.kind()) {
            case CORE, CARRIER -> owner(spans, span);
            case LOCK ->
                spans.state(span) == State.SHARED && spans.object(span) == NONE
                        ? LockUse.holders(spans.value(span)) + " readers"
                        : spans.state(span) == State.OFF ? "off" : unit(spans.object(span));
            case VARIABLE -> timeline.display(lane.subject(), spans.value(span));
            case UNIT, CHILD, GROUP, LEVEL -> Word.of(spans.state(span));
        };
    }

    private String owner(Spans spans, int span) {
        if (spans.state(span) == State.UNKNOWN) {
            return Word.of(State.UNKNOWN);
        }
        var thread =
                spans.object(span) == NONE && spans.value(span) > 0 ? timeline.threadName((int) spans.value(span)) : "";
        return thread.isEmpty() ? unit(spans.object(span)) : thread;
    }

    /// All else that is known of it.
    void tell(Lane lane, int span, Taker taker) throws IOException {
        var spans = lane.spans();
        switch (lane.kind()) {
            case UNIT, CHILD -> {
                step(spans.step(span), taker);
                if (spans.core(span) != NONE) {
                    taker.number("core", spans.core(span));
                }
                unit(spans, span, taker);
            }
            case CORE -> {
                if (spans.state(span) == State.UNKNOWN) {
                    taker.number("records_lost", spans.value(span));
                } else {
                    taker.number("os_thread_id", spans.value(span));
                }
            }
            case LOCK -> {
                step(spans.step(span), taker);
                taker.text("use", Word.of(spans.state(span)));
                if (LockUse.waiters(spans.value(span)) > 0) {
                    taker.number("waiters", LockUse.waiters(spans.value(span)));
                }
            }
            case VARIABLE -> {
                step(spans.step(span), taker);
                if (spans.object(span) != NONE) {
                    taker.text("written_by", unit(spans.object(span)));
                }
            }
            case CARRIER, GROUP, LEVEL -> {}
        }
    }

    private void unit(Spans spans, int span, Taker taker) throws IOException {
        int object = spans.object(span);
        long value = spans.value(span);
        var state = spans.state(span);
        if (state.isWait()) {
            if (object != NONE) {
                taker.text("resource", resource(object));
            }
            if (Waits.unit(value) != NONE) {
                taker.text(state == State.LOCK_WAIT ? "holder" : "waits_for", unit(Waits.unit(value)));
            }
            var end = Waits.end(value);
            if (end.isPresent()) {
                taker.text("ended", Word.of(end.get()));
            }
            if (Waits.cause(value) != NONE) {
                taker.text("ended_by", unit(Waits.cause(value)));
            }
        } else if (state == State.SERIALIZING) {
            var transfer = Transfer.values()[object];
            taker.text("transfer", Word.of(transfer));
            taker.number(transfer == Transfer.SERIALIZE ? "task" : "bytes", value);
        } else if (object != NONE) {
            taker.text("resource", resource(object));
            taker.number("task", value);
        }
    }

    private void step(int step, Taker taker) throws IOException {
        var known = step == NONE ? Optional.<Definition.Step>empty() : steps.computeIfAbsent(step, timeline::step);
        if (known.isPresent()) {
            taker.text("step", known.get().text());
            if (known.get().line() > 0) {
                taker.number("line", known.get().line());
            }
        }
    }

    String unit(int unit) {
        return units.computeIfAbsent(unit, timeline::unitName);
    }

    String resource(int resource) {
        return resources.computeIfAbsent(resource, timeline::resourceName);
    }
}
