package io.interleave.engine;

import io.interleave.model.Gallery;
import io.interleave.model.Scenario;
import io.interleave.model.ScenarioReader;
import io.interleave.model.Settings;
import io.interleave.model.Value;
import io.interleave.trace.CoreSource;
import io.interleave.trace.TraceWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Runs a small scenario for nobody to see, so that the Java runtime has compiled the engine, the recorder and the watch on the cores
/// before the first run that counts: else its first milliseconds would show the interpreter's speed.
public final class WarmUp {

    /// Each of the two runs is ended after this time, so that a busy machine does not make whoever waits for the engine wait for long.
    private static final Duration TIME = Duration.ofMillis(60);

    private static final long ROUNDS = 1_000_000;

    private static final long TRACE_LIMIT = 8 << 20;

    private WarmUp() {}

    public static void run(Work work) throws IOException {
        var text = Gallery.find("lost-update").orElseThrow().text();
        var scenario = ScenarioReader.read(text).scenario().orElseThrow();
        var directory = Files.createTempDirectory("interleave-warm-up");
        try {
            for (boolean lock : new boolean[] {false, true}) {
                run(text, scenario, settings(scenario, lock), work, directory.resolve("lock-" + lock + ".trace"));
            }
        } finally {
            Files.delete(directory);
        }
    }

    private static Settings settings(Scenario scenario, boolean lock) {
        return Settings.of(scenario)
                .with("workers", new Value.Whole(2))
                .with("rounds", new Value.Whole(ROUNDS))
                .with("work", new Value.Time(500))
                .with("lock", new Value.Truth(lock));
    }

    private static void run(String text, Scenario scenario, Settings settings, Work work, Path file) throws IOException {
        try (var trace = TraceWriter.create(file, TRACE_LIMIT)) {
            var setup = new Engine.Setup(
                    text, scenario, settings, Integer.MAX_VALUE, CoreSource.EXACT, Optional.of(TIME));
            new Engine(setup, work, Optional.of(trace)).run();
        } finally {
            Files.delete(file);
        }
    }
}
