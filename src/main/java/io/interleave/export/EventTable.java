package io.interleave.export;

import io.interleave.trace.Damage;
import io.interleave.trace.Definition;
import io.interleave.trace.Event;
import io.interleave.trace.TraceListener;
import io.interleave.trace.TraceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The table of all events as they were recorded, in order of time, and those of the steps and resources that
/// they name. What `object` and `value` of an event mean depends on its kind, as {@link
/// io.interleave.trace.EventKind} says.
final class EventTable implements TraceListener {

    private static final int PORTION = 100_000;

    private final long start;
    private final Csv csv;
    private final Pace pace;
    private final List<Definition.Step> steps = new ArrayList<>();
    private final List<Definition.Resource> resources = new ArrayList<>();

    private EventTable(long start, Csv csv, Pace pace) {
        this.start = start;
        this.csv = csv;
        this.pace = pace;
    }

    /// @param start the time that is written as 0
    static void write(Path trace, long start, CsvPlace place, Pace pace) throws IOException {
        EventTable table;
        try (var csv = new Csv(
                        place.open("events.csv"),
                        "time_ns",
                        "kind",
                        "unit_id",
                        "object_id",
                        "step_id",
                        "value",
                        "core",
                        "writer");
                var reader = TraceReader.open(trace)) {
            table = new EventTable(start, csv, pace);
            int taken = PORTION;
            while (taken == PORTION) {
                taken = reader.drain(table, PORTION);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        table.names(place);
    }

    @Override
    public void defined(Definition definition) {
        if (definition instanceof Definition.Step step) {
            steps.add(step);
        } else if (definition instanceof Definition.Resource resource) {
            resources.add(resource);
        }
    }

    @Override
    public void happened(Event event) {
        try {
            csv.number(event.time() - start)
                    .text(Word.of(event.kind()))
                    .id(event.unit())
                    .id(event.object())
                    .id(event.step())
                    .number(event.value())
                    .id(event.core())
                    .number(event.writer())
                    .endRow();
            pace.step();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void damaged(Damage damage) {
        // The timeline, which was read from the same file, tells of it.
    }

    private void names(CsvPlace place) throws IOException {
        try (var out = new Csv(place.open("steps.csv"), "step_id", "word", "text", "line")) {
            for (var step : steps) {
                out.number(step.id()).text(step.word()).text(step.text()).number(step.line());
                out.endRow();
            }
        }
        try (var out = new Csv(place.open("resources.csv"), "resource_id", "name", "kind", "value_type")) {
            for (var resource : resources) {
                boolean hasValues = resource.kind().equals("variable");
                out.number(resource.id())
                        .text(resource.name())
                        .text(resource.kind())
                        .text(hasValues ? Word.of(resource.type()) : "");
                out.endRow();
            }
        }
    }
}
