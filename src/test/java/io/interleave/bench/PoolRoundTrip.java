package io.interleave.bench;

import io.interleave.model.ScenarioReader;
import io.interleave.model.Settings;
import io.interleave.model.Value;
import io.interleave.run.Engines;
import io.interleave.run.LocalEngines;
import io.interleave.run.RunRequest;
import io.interleave.trace.CoreSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One task to a worker process and back, beside CPython's `ProcessPoolExecutor` on the same machine, in turn:
/// of each the mean of the fastest batch of tasks, since whatever else the machine does makes a batch slower,
/// never faster. And how much faster two workers are than one at what needs a core. Recorded, as any run is.
///
/// Arguments: how many rounds (5).
final class PoolRoundTrip {

    private static final String THERE_AND_BACK = """
            interleave: 1
            title: There and back
            knobs:
              payload: { slider: 16, min: 0, max: 2000000 }
              batches: { slider: 16, min: 0, max: 1000000 }
              tasks: { slider: 16, min: 1, max: 1000000 }
            resources:
              pool: { pool: process, size: 1 }
              time: { variable: 1000s }
            units:
              boss:
                thread: 1
                steps:
                  - repeat: $batches
                    steps:
                      - clock: begin
                      - for_each: { as: i, from: 1, to: $tasks }
                        steps:
                          - submit: { to: pool, task: job, with: i, payload: $payload, into: t }
                          - await: { for: t, into: x }
                      - clock: end
                      - read: { from: time, into: best }
                      - if: (end - begin) / tasks < best
                        steps:
                          - write: { to: time, value: (end - begin) / tasks }
              job:
                task: n
                steps:
                  - return: n
            """;

    private static final String FACTORIZING = """
            interleave: 1
            title: Factorizing
            knobs:
              workers: { slider: 1, min: 1, max: 64 }
            resources:
              pool: { pool: process, size: $workers }
              time: { variable: 0ms }
            units:
              boss:
                thread: 1
                steps:
                  - map: { pool: pool, task: job, from: 1, to: 4 }
                  - clock: begin
                  - map: { pool: pool, task: job, from: 1, to: 100 }
                  - clock: end
                  - write: { to: time, value: end - begin }
              job:
                task: n
                steps:
                  - compute: { kernel: factorize, size: 1000000000000037, into: factors }
                  - return: factors
            """;

    private PoolRoundTrip() {}

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        try (var engines = new LocalEngines()) {
            for (int payload : List.of(16, 1 << 10, 1 << 20)) {
                int tasks = payload < 1 << 20 ? 20 : 5;
                var pairs = new long[rounds][];
                for (int round = 0; round < rounds; round++) {
                    long ours = run(engines, THERE_AND_BACK, "payload=" + payload, "batches=1000", "tasks=" + tasks);
                    pairs[round] = new long[] {ours, python(payload, 200, tasks)};
                }
                report(payload, pairs);
            }
            long one = Long.MAX_VALUE;
            long two = Long.MAX_VALUE;
            for (int round = 0; round < rounds; round++) {
                one = Math.min(one, run(engines, FACTORIZING, "workers=1"));
                two = Math.min(two, run(engines, FACTORIZING, "workers=2"));
            }
            System.out.printf(Locale.ROOT, "two workers are %.2f × as fast as one%n", (double) one / two);
        }
    }

    private static void report(int payload, long[][] pairs) {
        long ours = Arrays.stream(pairs).mapToLong(it -> it[0]).min().orElseThrow();
        long theirs = Arrays.stream(pairs).mapToLong(it -> it[1]).min().orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "%,9d bytes each way: %.1f µs, CPython %.1f µs, ratio %.3f%n",
                payload,
                ours / 1e3,
                theirs / 1e3,
                (double) ours / theirs);
    }

    private static long run(Engines engines, String text, String... knobs) throws Exception {
        var directory = Files.createTempDirectory("pool-round-trip");
        try {
            var settings = Settings.of(ScenarioReader.read(text).scenario().orElseThrow());
            for (var knob : knobs) {
                var words = knob.split("=");
                settings = settings.with(words[0], new Value.Whole(Long.parseLong(words[1])));
            }
            var run = engines.start(new RunRequest(
                    text, settings, engines.cores(), Optional.empty(), CoreSource.EXACT, true, directory));
            var end = run.end().toCompletableFuture().get();
            var report = run.report().orElseThrow(() -> new IllegalStateException("it ended: " + end));
            return ((Value.Time) report.finals().get("time")).nanos();
        } finally {
            delete(directory);
        }
    }

    private static long python(int payload, int batches, int tasks) throws IOException, InterruptedException {
        var script = Files.createTempFile("pool-round-trip", ".py");
        try (var source = PoolRoundTrip.class.getResourceAsStream("/pool_round_trip.py")) {
            Files.write(script, source.readAllBytes());
            var process = new ProcessBuilder("python3", script.toString(), payload + "", batches + "", tasks + "")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var said = process.inputReader()) {
                long nanos = Long.parseLong(said.readLine().strip());
                process.waitFor();
                return nanos;
            }
        } finally {
            Files.delete(script);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
