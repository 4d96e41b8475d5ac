package io.interleave.bench;

import io.interleave.model.ScenarioReader;
import io.interleave.model.Settings;
import io.interleave.run.LocalEngines;
import io.interleave.run.RunEnd;
import io.interleave.run.RunRequest;
import io.interleave.trace.CoreSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// How long ten children that sleep 100 ms at once take, from the start of the first to the end of the last,
/// and how long Stop takes with ten that ignore SIGTERM; each in a warm engine, twenty times.
///
/// `mvn -q test-compile exec:exec -Dexec.mainClass=io.interleave.bench.ChildProcesses
/// -Dexec.classpathScope=test`
public final class ChildProcesses {

    private static final int ROUNDS = 20;

    private static final String NAPS = """
            interleave: 1
            title: Ten naps
            units: { nap: { process: 10, command: [sleep, "0.1"] } }
            """;

    private static final String STUBBORN = """
            interleave: 1
            title: Ten that stay
            units:
              stay: { process: 10, command: [/bin/sh, -c, "trap '' TERM; (setsid sleep 1000 &); while :; do sleep 1; done"] }
            """;

    private ChildProcesses() {}

    public static void main(String[] args) throws Exception {
        var directory = Files.createTempDirectory("child-processes");
        try (var engines = new LocalEngines()) {
            var naps = new double[ROUNDS];
            var stops = new double[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                naps[i] = nap(engines, directory.resolve("nap" + i));
                stops[i] = stop(engines, directory.resolve("stop" + i));
            }
            Arrays.sort(naps);
            Arrays.sort(stops);
            System.out.printf(
                    "ten naps of 100 ms: median %.1f ms, slowest %.1f ms%n", naps[ROUNDS / 2], naps[ROUNDS - 1]);
            System.out.printf(
                    "stop with twenty that ignore SIGTERM: median %.1f ms, slowest %.1f ms%n",
                    stops[ROUNDS / 2], stops[ROUNDS - 1]);
        }
    }

    private static double nap(LocalEngines engines, Path directory) throws Exception {
        var run = engines.start(request(NAPS, directory));
        var end = run.end().toCompletableFuture().get();
        if (!(end instanceof RunEnd.Completed)) {
            throw new IllegalStateException("it ended with " + end);
        }
        return run.report().orElseThrow().wallNanos() / 1e6;
    }

    private static double stop(LocalEngines engines, Path directory) throws Exception {
        var run = engines.start(request(STUBBORN, directory));
        Thread.sleep(1000);
        long asked = io.interleave.trace.Clock.now();
        run.stop();
        run.end().toCompletableFuture().get();
        while (ProcessHandle.current()
                .descendants()
                .anyMatch(it ->
                        it.info().command().filter(c -> c.endsWith("sleep")).isPresent())) {
            Thread.onSpinWait();
        }
        return (io.interleave.trace.Clock.now() - asked) / 1e6;
    }

    private static RunRequest request(String text, Path directory) throws Exception {
        var settings = Settings.of(ScenarioReader.read(text).scenario().orElseThrow());
        return new RunRequest(
                text, settings, Integer.MAX_VALUE, Optional.empty(), CoreSource.EXACT, true, directory, true);
    }
}
