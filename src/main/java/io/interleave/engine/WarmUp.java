package io.interleave.engine;

import io.interleave.cores.CoreWatch;
import io.interleave.engine.process.Preparation;
import io.interleave.model.Gallery;
import io.interleave.model.Scenario;
import io.interleave.model.ScenarioReader;
import io.interleave.model.Settings;
import io.interleave.model.UnitGroup;
import io.interleave.model.Value;
import io.interleave.trace.CoreSource;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Runs small scenarios for nobody to see, so that the Java runtime has loaded and compiled the engine, the
/// recorder and the watch on the cores before the first run that counts: else its first milliseconds would show
/// the interpreter's speed.
public final class WarmUp {

    /// After so long the run is ended, so that a busy machine does not make whoever waits for the engine wait
    /// for long.
    private static final Duration TIME = Duration.ofMillis(60);

    /// The same for coroutines, which end on their own, usually before.
    private static final Duration COROUTINE_TIME = Duration.ofMillis(150);

    private static final long TRACE_LIMIT = 8 << 20;

    /// Coroutines that live, wait and end. What the compiler has never seen happen it leaves out, and takes its
    /// code back when it happens: from each of a million that sleep, one by one, when the first of them wakes.
    private static final String COROUTINES = """
            interleave: 1
            title: Warm-up
            resources: { count: { variable: 0 } }
            units:
              sleeper:
                coroutine: 2000
                steps:
                  - repeat: 2
                    steps: [ { sleep: 10us } ]
                  - pause:
                  - update: { to: count, value: count + 1 }
              numbers: { generator: 1, steps: [ { forever: , steps: [ { yield: 1 } ] } ] }
              reader: { coroutine: 1, steps: [ { repeat: 300, steps: [ { next: numbers } ] } ] }
            """;

    /// How fast this machine works.
    public final Work work;

    private boolean knowsCoroutines;
    private boolean knowsProcesses;

    private WarmUp(Work work) {
        this.work = work;
    }

    /// Gets ready for what every run needs, and measures how fast this machine works. What must be loaded from
    /// disk is, at first, on two threads at once.
    public static WarmUp begin() throws IOException {
        var cores = CompletableFuture.runAsync(CoreWatch::prepare);
        var text = Gallery.find("lost-update").orElseThrow().text();
        var scenario = ScenarioReader.read(text).scenario().orElseThrow();
        record(text, scenario);
        cores.join();
        var work = Work.calibrate();
        var settings = Settings.of(scenario)
                .with("workers", new Value.Whole(2))
                .with("rounds", new Value.Whole(1_000_000))
                .with("work", new Value.Time(500))
                .with("lock", new Value.Truth(true));
        run(text, scenario, settings, TIME, work);
        return new WarmUp(work);
    }

    /// Gets ready for all else that a run may need: while nobody asks for one.
    public void finish() throws IOException {
        getReadyForCoroutines();
        getReadyForProcesses();
    }

    /// Gets ready for what this scenario needs, where that has not been done.
    public void finish(Scenario scenario) throws IOException {
        for (var group : scenario.units()) {
            switch (group.kind()) {
                case UnitGroup.Coroutine _, UnitGroup.Generator _ -> getReadyForCoroutines();
                case UnitGroup.Process _ -> getReadyForProcesses();
                case UnitGroup.Thread _, UnitGroup.Task _ -> {}
            }
        }
    }

    private void getReadyForCoroutines() throws IOException {
        if (!knowsCoroutines) {
            knowsCoroutines = true;
            var scenario = ScenarioReader.read(COROUTINES).scenario().orElseThrow();
            run(COROUTINES, scenario, Settings.of(scenario), COROUTINE_TIME, work);
        }
    }

    private void getReadyForProcesses() {
        if (!knowsProcesses) {
            knowsProcesses = true;
            Preparation.run();
        }
    }

    private static void record(String text, Scenario scenario) throws IOException {
        try (var scratch = ScratchTrace.create(TRACE_LIMIT)) {
            new Chronicle(scratch.trace).begin(text, new StepNumbers(scenario), Settings.of(scenario), List.of());
        }
    }

    private static void run(String text, Scenario scenario, Settings settings, Duration time, Work work)
            throws IOException {
        try (var scratch = ScratchTrace.create(TRACE_LIMIT)) {
            var setup = new Engine.Setup(
                    text,
                    scenario,
                    settings,
                    Integer.MAX_VALUE,
                    CoreSource.EXACT,
                    Optional.of(time),
                    false,
                    scratch.directory);
            new Engine(setup, work, scratch.trace).run();
        }
    }
}
