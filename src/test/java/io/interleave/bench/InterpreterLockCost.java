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

/// What the interpreter lock costs threads that only compute: the same work by one thread, by two under the
/// lock, and by two without it, in turn, each in an engine process of its own. Prints the time of the two as a
/// multiple of the one, round by round, and the medians.
///
/// Arguments: how many rounds (9), the work of a step in microseconds (20), and all work in milliseconds (1000).
final class InterpreterLockCost {

    private static final String SCENARIO = """
            interleave: 1
            title: Work under an interpreter lock
            knobs:
              workers: { slider: 2, min: 1, max: 64 }
              rounds: { slider: 1000, min: 1, max: 1000000000 }
              work: { slider: 20us, min: 1us, max: 1s }
              gil_on: { toggle: on }
            resources: { gil: { lock: gil, enabled: $gil_on } }
            units:
              worker:
                thread: $workers
                under: gil
                steps:
                  - repeat: $rounds
                    steps:
                      - compute: $work
            """;

    private InterpreterLockCost() {}

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 9;
        long work = (args.length > 1 ? Long.parseLong(args[1]) : 20) * 1_000;
        long all = (args.length > 2 ? Long.parseLong(args[2]) : 1000) * 1_000_000;
        var with = new double[rounds];
        var without = new double[rounds];
        try (var engines = new LocalEngines()) {
            for (int i = 0; i < rounds; i++) {
                double serial = run(engines, 1, work, all, false);
                with[i] = run(engines, 2, work, all, true) / serial;
                without[i] = run(engines, 2, work, all, false) / serial;
                System.out.printf(
                        Locale.ROOT, "round %2d: %.3f with the lock, %.3f without%n", i + 1, with[i], without[i]);
            }
        }
        Arrays.sort(with);
        Arrays.sort(without);
        System.out.printf(
                Locale.ROOT,
                "two threads / serial, median: %.3f with the lock (min %.3f, max %.3f), %.3f without (min %.3f, max %.3f)%n",
                with[rounds / 2],
                with[0],
                with[rounds - 1],
                without[rounds / 2],
                without[0],
                without[rounds - 1]);
    }

    private static double run(Engines engines, int workers, long work, long all, boolean lock) throws Exception {
        var directory = Files.createTempDirectory("interpreter-lock-cost");
        var scenario = ScenarioReader.read(SCENARIO).scenario().orElseThrow();
        var settings = Settings.of(scenario)
                .with("workers", new Value.Whole(workers))
                .with("rounds", new Value.Whole(all / work / workers))
                .with("work", new Value.Time(work))
                .with("gil_on", new Value.Truth(lock));
        var run = engines.start(new RunRequest(
                SCENARIO, settings, engines.cores(), Optional.empty(), CoreSource.EXACT, true, directory));
        run.end().toCompletableFuture().get();
        delete(directory);
        return run.report().orElseThrow().wallNanos();
    }

    private static void delete(Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve(TraceWriter.ENGINE_TRACE));
        Files.delete(directory);
    }
}
