package io.interleave.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.interleave.analysis.Finding;
import io.interleave.analysis.Timeline;
import io.interleave.analysis.TimelineFeed;
import io.interleave.model.Gallery;
import io.interleave.model.KnobText;
import io.interleave.model.ScenarioReader;
import io.interleave.model.Settings;
import io.interleave.model.Value;
import io.interleave.trace.CoreSource;
import io.interleave.trace.TraceWriter;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LocalEnginesTest {

    static final String ENDLESS = """
            interleave: 1
            title: Without end
            resources: { count: { variable: 0 }, mutex: { lock: mutex } }
            units:
              worker:
                thread: 3
                steps:
                  - repeat: 1000000000000
                    steps:
                      - hold: mutex
                        steps:
                          - read: count
                          - write: { to: count, value: count + 1 }
            """;

    private final LocalEngines engines = new LocalEngines();

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        engines.close();
    }

    @Test
    void aRunComesToItsEndAndItsTraceIsWhole() throws Exception {
        var text = Gallery.find("lost-update").orElseThrow().text();

        var run = start(text, "rounds=200", "work=1us", "lock=on");

        assertThat(end(run)).isEqualTo(new RunEnd.Completed());
        assertThat(run.report().orElseThrow().finals()).containsEntry("additions", new Value.Whole(800));
        var timeline = timeline();
        assertThat(timeline.end()).isPresent();
        assertThat(timeline.eventsNotKept()).isZero();
        assertThat(timeline.lostUpdates().size()).isZero();
        assertThat(timeline.unitTimes()).hasSize(4);
        assertThat(timeline.outcome().results().getFirst().actual()).contains(new Value.Whole(800));
    }

    @Test
    void whatTheAnalysisCountsAsLostIsWhatTheSumLacks() throws Exception {
        var text = Gallery.find("lost-update").orElseThrow().text();

        var run = start(text, "rounds=500", "work=20us", "lock=off");

        assertThat(end(run)).isEqualTo(new RunEnd.Completed());
        var finals = run.report().orElseThrow().finals();
        long lacking = 2000 - ((Value.Whole) finals.get("count")).value();
        long lost = timeline().findings().stream()
                .filter(Finding.UpdatesLost.class::isInstance)
                .mapToLong(it -> ((Finding.UpdatesLost) it).lost())
                .sum();
        assertThat(lost).isEqualTo(lacking);
    }

    @Test
    void aWarmSpareIsTakenForTheNextRunAndAnotherRunGetsAProcessOfItsOwn() throws Exception {
        engines.warmUp();
        var first = start(ENDLESS);
        var second = engines.start(request(ENDLESS, directory.resolve("second")));

        assertThat(first.pid()).isNotEqualTo(second.pid());
        first.stop();
        second.stop();
        assertThat(end(first)).isEqualTo(new RunEnd.Stopped());
        assertThat(end(second)).isEqualTo(new RunEnd.Stopped());
    }

    @Test
    void stopEndsARunAndItsProcess() throws Exception {
        var run = start(ENDLESS);
        awaitEvents();

        run.stop();

        assertThat(end(run)).isEqualTo(new RunEnd.Stopped());
        assertThat(ProcessHandle.of(run.pid())).isEmpty();
    }

    @Test
    void theLimitEndsARun() throws Exception {
        var run = engines.start(new RunRequest(
                ENDLESS,
                settings(ENDLESS),
                Integer.MAX_VALUE,
                Optional.of(Duration.ofMillis(50)),
                CoreSource.EXACT,
                true,
                directory));

        assertThat(end(run)).isEqualTo(new RunEnd.LimitReached());
    }

    @Test
    void aScenarioThatIsNotInOrderIsRefusedByTheEngineToo() throws Exception {
        var run = engines.start(new RunRequest(
                "interleave: 1\n", settings(ENDLESS), 1, Optional.empty(), CoreSource.EXACT, true, directory));

        assertThat(end(run)).isInstanceOf(RunEnd.Refused.class);
        assertThat(directory.resolve(TraceWriter.ENGINE_TRACE)).doesNotExist();
    }

    @Test
    void aUnitThatFailsEndsTheRunWithItsNameAndLine() throws Exception {
        var text = ENDLESS.replace("count + 1", "count / count");

        var run = start(text);

        assertThat(end(run)).isInstanceOfSatisfying(RunEnd.UnitFailed.class, failed -> {
            assertThat(failed.unit()).startsWith("worker");
            assertThat(failed.line()).isEqualTo(13);
            assertThat(failed.message()).isEqualTo("division by zero");
        });
    }

    @Test
    void aKilledEngineIsToldInWordsAndWhatItRecordedIsKept() throws Exception {
        var run = start(ENDLESS);
        awaitEvents();

        ProcessHandle.of(run.pid()).orElseThrow().destroyForcibly();

        assertThat(end(run))
                .isInstanceOfSatisfying(
                        RunEnd.EngineDied.class,
                        died -> assertThat(died.cause()).contains("signal 9 (SIGKILL)"));
        var timeline = timeline();
        assertThat(timeline.end()).isEmpty();
        assertThat(timeline.eventsKept()).isPositive();
        assertThat(timeline.damages()).isEmpty();
    }

    @Test
    void whenTheApplicationIsKilledItsEnginesAreGone() throws Exception {
        var app = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StandInApp.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<ProcessHandle> children = new ArrayList<>();
        try (var output = new BufferedReader(new InputStreamReader(app.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = output.readLine(); !line.equals("done"); line = output.readLine()) {
                ProcessHandle.of(Long.parseLong(line)).ifPresent(children::add);
            }
        }
        assertThat(children).hasSizeGreaterThanOrEqualTo(2);

        app.destroyForcibly().waitFor();

        for (var child : children) {
            child.onExit().get(60, TimeUnit.SECONDS);
            assertThat(child.isAlive()).isFalse();
        }
    }

    @Test
    void afterClosingNothingRunsAndNothingCanBeStarted() throws Exception {
        var run = start(ENDLESS);
        awaitEvents();

        engines.close();

        assertThat(end(run)).isInstanceOf(RunEnd.EngineDied.class);
        assertThatThrownBy(() -> start(ENDLESS)).isInstanceOf(IllegalStateException.class);
    }

    private Run start(String text, String... settings) {
        return engines.start(request(text, directory, settings));
    }

    private static RunRequest request(String text, Path directory, String... settings) {
        return new RunRequest(
                text, settings(text, settings), Integer.MAX_VALUE, Optional.empty(), CoreSource.EXACT, true, directory);
    }

    private static Settings settings(String text, String... settings) {
        var scenario = ScenarioReader.read(text).scenario().orElseThrow();
        var values = Settings.of(scenario);
        for (var setting : settings) {
            var words = setting.split("=");
            var value =
                    (KnobText.Accepted) KnobText.parse(scenario.knob(words[0]).orElseThrow(), words[1]);
            values = values.with(words[0], value.value());
        }
        return values;
    }

    private static RunEnd end(Run run) throws Exception {
        return run.end().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private Timeline timeline() throws Exception {
        try (var feed = new TimelineFeed(directory)) {
            feed.finish();
            return feed.timeline();
        }
    }

    private void awaitEvents() throws Exception {
        try (var feed = new TimelineFeed(directory)) {
            while (feed.timeline().eventsKept() < 1000) {
                feed.poll();
                Thread.sleep(1);
            }
        }
        assertThat(Files.size(directory.resolve(TraceWriter.ENGINE_TRACE))).isPositive();
    }
}
