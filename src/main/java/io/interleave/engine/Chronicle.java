package io.interleave.engine;

import io.interleave.model.KnobText;
import io.interleave.model.Settings;
import io.interleave.model.UnitGroup;
import io.interleave.trace.Clock;
import io.interleave.trace.Definition;
import io.interleave.trace.EventWriter;
import io.interleave.trace.TraceWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/// What a run tells its trace of itself: names before they are used, its output, its end. Where nothing is
/// recorded, does nothing.
final class Chronicle {

    /// Characters of output that are kept.
    private static final long OUTPUT_LIMIT = 4 << 20;

    private final Optional<TraceWriter> trace;
    private final AtomicLong output = new AtomicLong();

    Chronicle(Optional<TraceWriter> trace) {
        this.trace = trace;
    }

    boolean isRecording() {
        return trace.isPresent();
    }

    /// Whether something is recorded, but no longer events.
    boolean isFull() {
        return trace.filter(TraceWriter::isFull).isPresent();
    }

    void define(Definition definition) {
        trace.ifPresent(it -> it.define(definition));
    }

    /// A writer of events for one thread; empty where nothing is recorded.
    Optional<EventWriter> events() {
        return trace.map(TraceWriter::events);
    }

    /// A writer that also notes the core of each event.
    Optional<EventWriter> events(IntSupplier core) {
        return trace.map(it -> it.events(core));
    }

    void begin(String text, StepNumbers steps, Settings settings, List<Definition.Resource> resources) {
        var values = new LinkedHashMap<String, String>();
        settings.asMap().forEach((name, value) -> values.put(name, KnobText.format(value)));
        define(new Definition.Run(
                text,
                values,
                Clock.now(),
                System.currentTimeMillis(),
                ProcessHandle.current().pid()));
        resources.forEach(this::define);
        defineSteps(steps, text.lines().toList());
    }

    private void defineSteps(StepNumbers steps, List<String> lines) {
        for (var step : steps.all()) {
            int line = step.place().line();
            var text = line >= 1 && line <= lines.size() ? lines.get(line - 1) : step.word();
            define(new Definition.Step(steps.of(step), step.word(), withoutDashAndComment(text), line));
        }
    }

    private static String withoutDashAndComment(String line) {
        return line.replaceFirst("^\\s*(- )?\\s*", "")
                .replaceFirst("\\s+#.*$", "")
                .strip();
    }

    /// @param alone whether it is the only one of its group and bears that name
    void defineUnits(int first, int count, UnitGroup group, int firstIndex, boolean alone, int parent) {
        var kind = group.kind().word();
        if (alone) {
            define(new Definition.Unit(first, group.name(), group.name(), firstIndex, kind, parent));
        } else {
            define(new Definition.Units(first, count, group.name(), firstIndex, kind, parent));
        }
    }

    /// Keeps a line of output that was written now, up to the limit for the whole run.
    void line(Unit unit, String text) {
        line(unit, Clock.now(), text);
    }

    void line(Unit unit, long time, String text) {
        long before = output.getAndAdd(text.length());
        if (before + text.length() <= OUTPUT_LIMIT) {
            define(new Definition.Line(unit.id, time, text));
        } else if (before <= OUTPUT_LIMIT) {
            // The one that crosses the limit says so, and those after it are further beyond.
            define(new Definition.Note(
                    -1, 0, "of the run's output the first %,d characters are kept".formatted(OUTPUT_LIMIT)));
        }
    }
}
