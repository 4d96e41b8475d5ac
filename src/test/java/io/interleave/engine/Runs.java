package io.interleave.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.KnobText;
import io.interleave.model.Scenario;
import io.interleave.model.ScenarioReader;
import io.interleave.model.Settings;
import io.interleave.model.Value;
import io.interleave.trace.CoreSource;
import io.interleave.trace.TraceWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs scenarios in the JVM of the test.
final class Runs {

    static final Work WORK = Work.calibrate();

    /// Where runs keep their files: nothing is to be left there after any.
    static final Path DIRECTORY = directory();

    private Runs() {}

    private static Path directory() {
        try {
            var directory = Files.createTempDirectory("interleave-test");
            directory.toFile().deleteOnExit();
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A scenario given as its sections, without the first line and the title.
    static String scenario(String sections) {
        return "interleave: 1\ntitle: A test\n" + sections;
    }

    static Scenario read(String text) {
        var reading = ScenarioReader.read(text);
        assertThat(reading.errors()).isEmpty();
        return reading.scenario().orElseThrow();
    }

    static Engine engine(String text, String... settings) {
        return engine(text, Optional.empty(), Optional.empty(), settings);
    }

    static Engine engine(String text, Optional<Duration> limit, Optional<TraceWriter> trace, String... settings) {
        var scenario = read(text);
        var values = Settings.of(scenario);
        for (var setting : settings) {
            var words = setting.split("=");
            values = values.with(words[0], value(scenario, words[0], words[1]));
        }
        var setup =
                new Engine.Setup(text, scenario, values, Integer.MAX_VALUE, CoreSource.EXACT, limit, true, DIRECTORY);
        return new Engine(setup, WORK, trace);
    }

    static Value value(Scenario scenario, String knob, String text) {
        return switch (KnobText.parse(scenario.knob(knob).orElseThrow(), text)) {
            case KnobText.Accepted(var value) -> value;
            case KnobText.Refused(var message) -> throw new AssertionError(message);
        };
    }

    static Engine.Result run(String text, String... settings) {
        return engine(text, settings).run();
    }

    /// Runs beside the test, so that the test can turn knobs or stop it. What does not end is stopped, for its
    /// threads not to be there in the tests that come after.
    static CompletableFuture<Engine.Result> beside(Engine engine) {
        var result = new CompletableFuture<Engine.Result>().orTimeout(45, TimeUnit.SECONDS);
        result.whenComplete((_, failure) -> {
            if (failure instanceof TimeoutException) {
                engine.stop();
            }
        });
        Thread.ofPlatform().daemon().name("test-run").start(() -> {
            try {
                result.complete(engine.run());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    /// Waits until no thread has such a name: a run has ended, and its threads are on their way out.
    ///
    /// @param names a regular expression
    static void awaitThreadsGone(String names) throws InterruptedException {
        while (Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().matches(names))) {
            Thread.sleep(1);
        }
    }

    static long whole(Engine.Result result, String variable) {
        return ((Value.Whole) result.finals().get(variable)).value();
    }
}
