package io.interleave.cli;

import io.interleave.analysis.Timeline;
import io.interleave.analysis.UnitTimes;
import io.interleave.export.KeptEnd;
import io.interleave.export.KeptRun;
import io.interleave.model.Scenario;
import io.interleave.model.Settings;
import io.interleave.run.RunReport;
import io.interleave.run.RunRequest;
import io.interleave.trace.CoreSource;
import io.interleave.trace.Definition;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells from a kept run's trace what the command that ran it was told by the engine.
final class KeptResult {

    private KeptResult() {}

    static RunResult of(KeptRun run) {
        var timeline = run.timeline();
        // Where what was run cannot be read, its figures still can.
        var scenario = run.scenario()
                .orElseGet(() -> new Scenario(run.name(), "", List.of(), List.of(), List.of(), List.of()));
        var text = timeline.run().map(Definition.Run::scenario).orElse("");
        var settings = Settings.of(
                scenario, timeline.run().map(Definition.Run::settings).orElse(Map.of()));
        var request = new RunRequest(
                text, settings, Integer.MAX_VALUE, Optional.empty(), CoreSource.EXACT, true, Path.of(""));
        return new RunResult(
                run.name(), scenario, request, KeptEnd.of(timeline), Optional.of(report(timeline)), timeline);
    }

    private static RunReport report(Timeline timeline) {
        long end = timeline.unitTimes().stream().mapToLong(UnitTimes::end).reduce(timeline.start(), Math::max);
        return new RunReport(end - timeline.start(), timeline.variables());
    }
}
