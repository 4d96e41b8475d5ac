package io.interleave.view.session;

import io.interleave.export.KeptEnd;
import io.interleave.model.Gallery;
import io.interleave.model.Settings;
import io.interleave.trace.Definition;
import io.interleave.view.fx.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Reads a run back from its directory alone: the trace says what was run, with which settings, and how it
/// ended.
final class StoredRun {

    private StoredRun() {}

    /// @param scenario what to call its scenario
    static RunReading read(Path run, String scenario, RunFeed feed, Library library) throws IOException {
        feed.finish();
        var name = run.getFileName().toString();
        return feed.timeline()
                .run()
                .map(told -> read(run, told, document(told.scenario(), scenario, library), feed))
                .orElseGet(() -> new RunReading.Unreadable(Messages.text("open.nothing", name)));
    }

    /// One of the gallery is known by its text, whatever the run is called.
    private static Document document(String text, String otherwise, Library library) {
        var name = Gallery.entries().stream()
                .filter(it -> it.text().equals(text))
                .findFirst()
                .map(Gallery.Entry::name)
                .orElse(otherwise);
        return library.document(name, Optional.empty(), text);
    }

    private static RunReading read(Path run, Definition.Run told, Document document, RunFeed feed) {
        if (!document.isSound()) {
            return new RunReading.Unreadable(
                    Messages.text("open.language", run.getFileName().toString()));
        }
        var timeline = feed.timeline();
        var report = feed.report();
        var settings = Settings.of(document.scenario().orElseThrow(), told.settings());
        var cores = timeline.cores().map(it -> it.cores().size()).orElse(1);
        var past = new PastRun(
                Instant.ofEpochMilli(told.epochMillis()),
                new RunPlan(document, settings, cores, run),
                KeptEnd.of(timeline),
                Duration.ofNanos(report.elapsed()),
                report);
        return new RunReading.Read(past, feed);
    }
}
