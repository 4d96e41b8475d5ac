package io.interleave.bench;

import io.interleave.model.ScenarioReader;
import io.interleave.model.Settings;
import io.interleave.model.Value;
import io.interleave.run.Engines;
import io.interleave.run.LocalEngines;
import io.interleave.run.RunRequest;
import io.interleave.trace.CoreSource;
import io.interleave.trace.TraceWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What recording costs a scenario: the same run with and without a trace, in turn, each in an engine process of
/// its own. Prints the throughput recorded as a share of the throughput not recorded, pair by pair, and their
/// median.
///
/// Arguments: how many pairs (15).
final class RecordingCost {

    /// Steps of 10 µs on as many threads as the machine has cores: about three seconds.
    private static final String SCENARIO = """
            interleave: 1
            title: Small steps
            knobs: { workers: { slider: 2, min: 1, max: 1024 } }
            units:
              worker:
                thread: $workers
                steps:
                  - repeat: 300000
                    steps:
                      - compute: 10us
            """;

    private RecordingCost() {}

    public static void main(String[] args) throws Exception {
        int pairs = args.length > 0 ? Integer.parseInt(args[0]) : 15;
        try (var engines = new LocalEngines()) {
            var ratios = new double[pairs];
            for (int i = 0; i < pairs; i++) {
                // Which of the two comes first changes, so that a machine that slows down or speeds up favours neither.
                long first = run(engines, i % 2 == 0);
                long second = run(engines, i % 2 != 0);
                ratios[i] = i % 2 == 0 ? (double) second / first : (double) first / second;
                System.out.printf(Locale.ROOT, "pair %2d: %.4f%n", i + 1, ratios[i]);
            }
            Arrays.sort(ratios);
            System.out.printf(
                    Locale.ROOT,
                    "throughput recorded / not recorded: median %.4f (min %.4f, max %.4f)%n",
                    ratios[pairs / 2],
                    ratios[0],
                    ratios[pairs - 1]);
        }
    }

    private static long run(Engines engines, boolean record) throws Exception {
        var directory = Files.createTempDirectory("recording-cost");
        var scenario = ScenarioReader.read(SCENARIO).scenario().orElseThrow();
        var settings = Settings.of(scenario).with("workers", new Value.Whole(engines.cores()));
        var run = engines.start(new RunRequest(
                SCENARIO, settings, engines.cores(), Optional.empty(), CoreSource.EXACT, record, directory));
        run.end().toCompletableFuture().get();
        delete(directory);
        return run.report().orElseThrow().wallNanos();
    }

    private static void delete(Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve(TraceWriter.ENGINE_TRACE));
        Files.delete(directory);
    }
}
