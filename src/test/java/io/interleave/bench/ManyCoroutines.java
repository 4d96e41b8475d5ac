package io.interleave.bench;

import io.interleave.model.ScenarioReader;
import io.interleave.model.Settings;
import io.interleave.model.Value;
import io.interleave.run.Engines;
import io.interleave.run.LocalEngines;
import io.interleave.run.RunRequest;
import io.interleave.testkit.ReadTrace;
import io.interleave.trace.CoreSource;
import io.interleave.trace.Definition;
import io.interleave.trace.TraceWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Very many units of one kind, each of which sleeps a second and then adds one to a variable: recorded and
/// not, in turn, each in an engine process of its own. Prints how long each run took, what it took to start
/// them, the most memory that the engine used, and how many events were kept.
///
/// Arguments: how many (1000000), of which kind (coroutine or thread), how many pairs (3).
final class ManyCoroutines {

    private static final String SCENARIO = """
            interleave: 1
            title: Very many
            knobs: { number: { slider: 1, min: 1, max: 10000000 } }
            resources: { count: { variable: 0 } }
            units:
              one:
                %s: $number
                steps:
                  - sleep: 1s
                  - update: { to: count, value: count + 1 }
            """;

    private ManyCoroutines() {}

    public static void main(String[] args) throws Exception {
        long number = args.length > 0 ? Long.parseLong(args[0]) : 1_000_000;
        var kind = args.length > 1 ? args[1] : "coroutine";
        int pairs = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        try (var engines = new LocalEngines()) {
            for (int i = 0; i < pairs; i++) {
                run(engines, kind, number, i % 2 != 0);
                run(engines, kind, number, i % 2 == 0);
            }
        }
    }

    private static void run(Engines engines, String kind, long number, boolean record) throws Exception {
        var directory = Files.createTempDirectory("many");
        var text = SCENARIO.formatted(kind);
        var scenario = ScenarioReader.read(text).scenario().orElseThrow();
        var settings = Settings.of(scenario).with("number", new Value.Whole(number));
        var run = engines.start(
                new RunRequest(text, settings, engines.cores(), Optional.empty(), CoreSource.EXACT, record, directory));
        var watch = new Watch();
        watch.start();
        var end = run.end().toCompletableFuture().get();
        watch.interrupt();
        var report = run.report().orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "%s, %s: %.2f s, %.2f s of processor time, at most %d MB, count %s, %s%n",
                kind,
                record ? "recorded" : "not recorded",
                report.wallNanos() / 1e9,
                watch.processorNanos / 1e9,
                watch.most >> 10,
                report.finals().get("count"),
                end);
        if (record) {
            tellTrace(directory.resolve(TraceWriter.ENGINE_TRACE));
        }
        delete(directory);
    }

    private static void tellTrace(Path file) throws IOException {
        var read = ReadTrace.of(file);
        System.out.printf("  %d events, %d not kept%n", read.events.size(), read.notKept);
        for (var definition : read.definitions) {
            if (definition instanceof Definition.StartCost cost) {
                System.out.printf(
                        Locale.ROOT,
                        "  started in %.3f s, %d bytes each%n",
                        cost.nanos() / 1e9,
                        cost.bytes() / cost.count());
            }
        }
    }

    /// Looks at how much memory and processor time the engines of this process use.
    private static final class Watch extends Thread {
        private volatile long most;
        private volatile long processorNanos;

        Watch() {
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                while (true) {
                    ProcessHandle.current().children().forEach(this::look);
                    Thread.sleep(20);
                }
            } catch (InterruptedException _) {
                return;
            }
        }

        private void look(ProcessHandle engine) {
            most = Math.max(most, kilobytes(engine));
            engine.info().totalCpuDuration().ifPresent(it -> processorNanos = Math.max(processorNanos, it.toNanos()));
        }

        private static long kilobytes(ProcessHandle process) {
            try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
                return lines.filter(it -> it.startsWith("VmHWM"))
                        .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(0);
            } catch (IOException | RuntimeException _) {
                return 0;
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve(TraceWriter.ENGINE_TRACE));
        Files.delete(directory);
    }
}
