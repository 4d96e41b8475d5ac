package io.interleave.bench;

import io.interleave.model.ScenarioReader;
import io.interleave.model.Settings;
import io.interleave.model.Value;
import io.interleave.run.LocalEngines;
import io.interleave.run.RunRequest;
import io.interleave.testkit.ReadTrace;
import io.interleave.trace.CoreSource;
import io.interleave.trace.Definition;
import io.interleave.trace.TraceWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What it costs to start many threads that then wait: ours, recorded, in an engine process, and those of the
/// CPython that is found as `python3`, in turn. Prints milliseconds round by round, and the medians.
///
/// Arguments: how many rounds (5), and how many threads (10000).
final class ThreadStartCost {

    private static final String SCENARIO = """
            interleave: 1
            title: Threads that wait
            knobs: { threads: { slider: 10000, min: 1, max: 20000 } }
            resources: { begun: { latch: $threads }, go: { event: off } }
            units:
              worker: { thread: $threads, steps: [ { count_down: begun }, { await: go } ] }
              opener: { thread: 1, steps: [ { await: begun }, { signal: go } ] }
            """;

    private static final String PYTHON = """
            import os, sys, threading, time
            event = threading.Event()
            threads = [threading.Thread(target=event.wait) for _ in range(int(sys.argv[1]))]
            start = time.monotonic_ns()
            for thread in threads:
                thread.start()
            print(time.monotonic_ns() - start, flush=True)
            os._exit(0)
            """;

    private ThreadStartCost() {}

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        int threads = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
        var ours = new double[rounds];
        var theirs = new double[rounds];
        try (var engines = new LocalEngines()) {
            for (int i = 0; i < rounds; i++) {
                var cost = ours(engines, threads);
                ours[i] = cost.nanos() / 1e6;
                theirs[i] = theirs(threads) / 1e6;
                System.out.printf(
                        Locale.ROOT,
                        "round %d: %.0f ms and %d bytes a thread, CPython %.0f ms: %.2f of it%n",
                        i + 1,
                        ours[i],
                        cost.bytes() / threads,
                        theirs[i],
                        ours[i] / theirs[i]);
            }
        }
        Arrays.sort(ours);
        Arrays.sort(theirs);
        System.out.printf(
                Locale.ROOT,
                "%d threads, median: %.0f ms, CPython %.0f ms: %.2f of it%n",
                threads,
                ours[rounds / 2],
                theirs[rounds / 2],
                ours[rounds / 2] / theirs[rounds / 2]);
    }

    private static Definition.StartCost ours(LocalEngines engines, int threads) throws Exception {
        var directory = Files.createTempDirectory("thread-start-cost");
        var trace = directory.resolve(TraceWriter.ENGINE_TRACE);
        var scenario = ScenarioReader.read(SCENARIO).scenario().orElseThrow();
        var settings = Settings.of(scenario).with("threads", new Value.Whole(threads));
        var run = engines.start(new RunRequest(
                SCENARIO, settings, engines.cores(), Optional.empty(), CoreSource.EXACT, true, directory));
        System.out.println(run.end().toCompletableFuture().get());
        try {
            return ReadTrace.of(trace).definitions.stream()
                    .filter(Definition.StartCost.class::isInstance)
                    .map(Definition.StartCost.class::cast)
                    .filter(it -> it.group().equals("worker"))
                    .findFirst()
                    .orElseThrow();
        } finally {
            Files.delete(trace);
            Files.delete(directory);
        }
    }

    private static long theirs(int threads) throws IOException {
        var python = new ProcessBuilder("python3", "-c", PYTHON, Integer.toString(threads)).start();
        try (var output = python.inputReader()) {
            return Long.parseLong(output.readLine());
        }
    }
}
