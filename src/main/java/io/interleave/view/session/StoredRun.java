package io.interleave.view.session;

import io.interleave.analysis.Timeline;
import io.interleave.model.KnobText;
import io.interleave.model.Settings;
import io.interleave.run.RunEnd;
import io.interleave.view.fx.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/// Reads a run back from its directory alone: the trace says what was run, with which settings, and how it ended.
final class StoredRun {

    private StoredRun() {}

    /// The run in `directory`; empty if there is none.
    static Optional<PastRun> read(Path directory, RunFeed feed, Library library) throws IOException {
        feed.finish();
        var timeline = feed.timeline();
        var report = feed.report();
        return timeline.run().map(run -> {
            var document = library.document(directory.getFileName().toString(), Optional.empty(), run.scenario());
            var settings = document.scenario().map(Settings::of).map(it -> with(it, run.settings(), document));
            var cores = timeline.cores().map(it -> it.cores().size()).orElse(1);
            return new PastRun(
                    LocalTime.ofInstant(Instant.ofEpochMilli(run.epochMillis()), ZoneId.systemDefault()),
                    new RunPlan(document, settings.orElseThrow(), cores, directory),
                    end(timeline),
                    Duration.ofNanos(report.elapsed()),
                    report);
        });
    }

    private static Settings with(Settings initial, Map<String, String> stored, Document document) {
        var settings = initial;
        for (var knob : document.scenario().orElseThrow().knobs()) {
            if (KnobText.parse(knob, stored.getOrDefault(knob.name(), "")) instanceof KnobText.Accepted(var value)) {
                settings = settings.with(knob.name(), value);
            }
        }
        return settings;
    }

    private static RunEnd end(Timeline timeline) {
        return timeline.end()
                .map(it -> switch (it.how()) {
                    case COMPLETED -> new RunEnd.Completed();
                    case STOPPED -> new RunEnd.Stopped();
                    case LIMIT -> new RunEnd.LimitReached();
                    case FAILED -> failed(timeline);
                })
                .orElseGet(() -> new RunEnd.EngineDied(Messages.text("end.unknown")));
    }

    private static RunEnd failed(Timeline timeline) {
        return timeline.failure()
                .<RunEnd>map(it -> new RunEnd.UnitFailed(timeline.unitName(it.unit()), it.line(), it.message()))
                .orElseGet(() -> new RunEnd.EngineDied(Messages.text("end.unknown")));
    }
}
