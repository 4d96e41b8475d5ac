package io.interleave.engine;

import static java.util.Comparator.comparingLong;

import io.interleave.testkit.ReadTrace;
import io.interleave.testkit.ReadTrace.Happened;
import io.interleave.trace.Definition;
import io.interleave.trace.EventKind;
import io.interleave.trace.TraceWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A run that is over, with what was recorded of it.
///
/// @param events in the order of their times
record Recorded(
        Engine.Result result, List<Happened> events, Map<String, Integer> units, Map<String, Integer> resources) {

    private static final long PLENTY = 256 << 20;

    static Recorded run(Path directory, String text, String... settings) throws Exception {
        return run(directory, Optional.empty(), text, settings);
    }

    static Recorded run(Path directory, Optional<Duration> limit, String text, String... settings) throws Exception {
        var file = Files.createTempDirectory(directory, "run").resolve("trace");
        Engine.Result result;
        try (var trace = TraceWriter.create(file, PLENTY)) {
            result = Runs.engine(text, limit, Optional.of(trace), settings).run();
        }
        var read = ReadTrace.of(file);
        var units = new HashMap<String, Integer>();
        var resources = new HashMap<String, Integer>();
        for (var definition : read.definitions) {
            switch (definition) {
                case Definition.Unit it -> units.put(it.name(), it.id());
                case Definition.Units it -> {
                    for (int i = 0; i < it.count(); i++) {
                        units.put(it.group() + " " + (it.firstIndex() + i + 1), it.first() + i);
                    }
                }
                case Definition.Resource it -> resources.put(it.name(), it.id());
                default -> {}
            }
        }
        var events = read.events.stream().sorted(comparingLong(Happened::time)).toList();
        return new Recorded(result, events, units, resources);
    }

    int unit(String name) {
        return units.get(name);
    }

    /// What was recorded of a resource.
    List<Happened> of(String resource, EventKind first, EventKind... more) {
        Set<EventKind> kinds = EnumSet.of(first, more);
        int id = resources.get(resource);
        return events.stream()
                .filter(it -> it.object() == id && kinds.contains(it.kind()))
                .toList();
    }

    /// The kinds of all that one unit recorded of resources, in their order.
    List<EventKind> kinds(String unit) {
        int id = units.get(unit);
        return events.stream()
                .filter(it -> it.unit() == id && it.object() >= 0)
                .map(Happened::kind)
                .toList();
    }

    /// The levels of a resource, from the initial one on.
    List<Long> levels(String resource) {
        return of(resource, EventKind.LEVEL).stream().map(Happened::value).toList();
    }
}
