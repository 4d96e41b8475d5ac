package io.interleave.testkit;

import io.interleave.trace.Damage;
import io.interleave.trace.Definition;
import io.interleave.trace.Event;
import io.interleave.trace.EventKind;
import io.interleave.trace.TraceListener;
import io.interleave.trace.TraceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Keeps all that a reader delivers.
public final class ReadTrace implements TraceListener {

    /// An event, copied.
    ///
    /// @param definitionsBefore how many definitions had been delivered before it
    public record Happened(
            int writer,
            long time,
            EventKind kind,
            int unit,
            int object,
            int step,
            long value,
            int core,
            int definitionsBefore) {}

    public final List<Definition> definitions = new ArrayList<>();
    public final List<Happened> events = new ArrayList<>();
    public final List<Damage> damages = new ArrayList<>();
    public long notKept;

    /// Reads a trace to which nothing is added any more.
    public static ReadTrace of(Path file) throws IOException {
        var read = new ReadTrace();
        try (var reader = TraceReader.open(file)) {
            reader.drain(read, Integer.MAX_VALUE);
            read.notKept = reader.notKept();
        }
        return read;
    }

    @Override
    public void defined(Definition definition) {
        definitions.add(definition);
    }

    @Override
    public void happened(Event event) {
        events.add(new Happened(
                event.writer(),
                event.time(),
                event.kind(),
                event.unit(),
                event.object(),
                event.step(),
                event.value(),
                event.core(),
                definitions.size()));
    }

    @Override
    public void damaged(Damage damage) {
        damages.add(damage);
    }

    /// The values of the events of one unit, in the order in which they were delivered.
    public long[] valuesOf(int unit) {
        return events.stream()
                .filter(it -> it.unit() == unit)
                .mapToLong(Happened::value)
                .toArray();
    }
}
