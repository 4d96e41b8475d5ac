package io.interleave.export;

import io.interleave.trace.Damage;
import io.interleave.trace.Definition;
import io.interleave.trace.Event;
import io.interleave.trace.EventKind;
import io.interleave.trace.TraceListener;
import io.interleave.trace.TraceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;

/// What happened in a moment and is no span of any lane: signals, closings, lines of output, switches and knobs
/// turned, tasks stolen and refused, the ends of units; and bytes through the pipes of processes. Read from the
/// trace, since a timeline does not keep it.
final class Moments implements TraceListener {

    /// Of all events, these are told.
    private static final Set<EventKind> TOLD = Set.of(
            EventKind.UNIT_END,
            EventKind.SIGNAL,
            EventKind.CLOSED,
            EventKind.PUT_ABANDONED,
            EventKind.LOCK_ENABLED,
            EventKind.STEAL,
            EventKind.REJECTED,
            EventKind.KNOB);

    private static final int PORTION = 100_000;

    /// Takes one after the other.
    interface Taker {

        /// @param unit that did it, or `NONE`
        /// @param object the resource, or `NONE`; of a knob its place in the scenario
        /// @param text more about it, such as the line that was written; may be empty
        void moment(long time, String word, int unit, int object, String text) throws IOException;

        /// So many bytes have passed.
        ///
        /// @param stream `input`, `output` or `errors` of the process
        void bytes(long time, int unit, String stream, long sum) throws IOException;
    }

    private final Taker taker;

    private Moments(Taker taker) {
        this.taker = taker;
    }

    static void each(Path trace, Taker taker) throws IOException {
        var moments = new Moments(taker);
        try (var reader = TraceReader.open(trace)) {
            int taken = PORTION;
            while (taken == PORTION) {
                taken = reader.drain(moments, PORTION);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void defined(Definition definition) {
        if (definition instanceof Definition.Line(int unit, long time, String text)) {
            try {
                taker.moment(time, "log", unit, -1, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void happened(Event event) {
        var kind = event.kind();
        try {
            if (kind == EventKind.OUTPUT || kind == EventKind.INPUT) {
                taker.bytes(event.time(), event.unit(), stream(kind, event.object()), event.value());
            } else if (TOLD.contains(kind)) {
                taker.moment(event.time(), Word.of(kind), event.unit(), event.object(), detail(kind, event));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String stream(EventKind kind, int object) {
        return kind == EventKind.INPUT ? "input" : object == 2 ? "errors" : "output";
    }

    private static String detail(EventKind kind, Event event) {
        long value = event.value();
        return switch (kind) {
            case UNIT_END -> {
                var ends = EventKind.UnitEnd.values();
                yield value >= 0 && value < ends.length ? Word.of(ends[(int) value]) : "";
            }
            case SIGNAL -> value < 0 ? "all" : "one";
            case LOCK_ENABLED -> value == 0 ? "off" : "on";
            case STEAL -> "";
            default -> Long.toString(value);
        };
    }

    @Override
    public void damaged(Damage damage) {
        // The timeline, which was read from the same file, tells of it.
    }
}
