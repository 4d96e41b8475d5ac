package io.interleave.testkit;

import io.interleave.model.Gallery;
import io.interleave.model.Settings;
import io.interleave.run.RunEnd;
import io.interleave.trace.Definition;
import io.interleave.trace.EventKind;
import io.interleave.trace.TraceWriter;
import io.interleave.view.session.Library;
import io.interleave.view.session.PastRun;
import io.interleave.view.session.RunPlan;
import io.interleave.view.store.RunDirectories;
import io.interleave.view.store.RunStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;

/// Runs in a store, each with a real trace of two units of lost-update.
public final class StoredRuns {

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 22, 12, 0);

    private final Path root;
    private int made;

    public StoredRuns(Path root) {
        this.root = root;
    }

    public RunStore store() {
        return new RunStore(new RunDirectories(root, () -> NOON));
    }

    /// A run that began a minute after the one before.
    public Path add(String scenario, String lock) {
        int minute = made++;
        var directory = new RunDirectories(root, () -> NOON.plusMinutes(minute)).next(scenario);
        write(directory, scenario, Map.of("lock", lock));
        return directory;
    }

    public Path add() {
        return add("lost-update", "off");
    }

    /// A run as a window that has just seen its end knows it.
    public static PastRun past(Path directory) {
        var document = new Library().find("lost-update").orElseThrow();
        return new PastRun(
                Instant.parse("2026-11-22T14:02:33Z"),
                new RunPlan(document, Settings.of(document.scenario().orElseThrow()), 2, directory),
                new RunEnd.Completed(),
                Duration.ofMillis(3_412),
                Reports.updatesLost(1_213));
    }

    /// Writes a trace as an engine does that comes to its end.
    public static void write(Path directory, String scenario, Map<String, String> settings) {
        try (var trace = begin(directory, scenario, settings)) {
            trace.define(new Definition.End(Definition.How.COMPLETED, 2_000_000));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// A trace that its writer, this very process, has not closed.
    public static TraceWriter begin(Path directory, String scenario, Map<String, String> settings) throws IOException {
        Files.createDirectories(directory);
        var trace = TraceWriter.create(directory.resolve(TraceWriter.ENGINE_TRACE), 4 << 20);
        var text = Gallery.find(scenario).orElseThrow().text();
        trace.define(new Definition.Run(
                text, settings, 0, Instant.parse("2026-11-22T12:00:00Z").toEpochMilli(), 1));
        try (var events = trace.events()) {
            for (int unit = 0; unit < 2; unit++) {
                trace.define(new Definition.Unit(unit, "worker " + (unit + 1), "worker", unit, "thread", -1));
                events.recordAt(1_000 + unit, EventKind.UNIT_START, unit, -1, -1, 100 + unit);
            }
            for (int unit = 0; unit < 2; unit++) {
                events.recordAt(10_000 + unit, EventKind.COMPUTE, unit, -1, -1, 0);
            }
            for (int unit = 0; unit < 2; unit++) {
                events.recordAt(1_900_000 + unit, EventKind.UNIT_END, unit, -1, -1, 0);
            }
        }
        return trace;
    }
}
