package io.interleave.testkit;

import io.interleave.run.Trust;
import io.interleave.view.runs.RunShelf;
import io.interleave.view.session.Library;
import io.interleave.view.session.RunState;
import io.interleave.view.session.Workbench;
import io.interleave.view.store.RunDirectories;
import io.interleave.view.store.RunStore;
import io.interleave.view.store.UserSettings;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A workbench on fakes, whose window's thread is the test's.
public final class Bench {

    private static final long PATIENCE_SECONDS = 20;

    public final FakeEngines engines = new FakeEngines(2);
    public final FakeFeeds feeds = new FakeFeeds();
    public final Workbench workbench;
    private final BlockingQueue<Runnable> posted = new LinkedBlockingQueue<>();

    public Bench(Path runs) {
        workbench = new Workbench(
                new Library(),
                engines,
                feeds,
                new RunShelf(
                        new RunStore(new RunDirectories(runs, () -> LocalDateTime.of(2026, 11, 22, 14, 2, 33))),
                        new UserSettings(runs.resolve("settings.json")),
                        Runnable::run,
                        posted::add),
                new Trust(runs.resolve("trusted")),
                posted::add);
    }

    public Bench open(String scenario) {
        workbench.open(workbench.library().find(scenario).orElseThrow());
        return this;
    }

    /// Does what is posted to the window's thread until the run is in such a state.
    public RunState until(Predicate<RunState> wanted) {
        while (!wanted.test(workbench.session().state())) {
            step();
        }
        return workbench.session().state();
    }

    public RunState untilRunning() {
        return until(RunState::isRunning);
    }

    public RunState untilEnded() {
        return until(state -> state instanceof RunState.Ended);
    }

    /// Does the next thing that is posted to the window's thread.
    public void step() {
        try {
            var task = posted.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (task == null) {
                throw new AssertionError("nothing happens any more; the run is "
                        + workbench.session().state());
            }
            task.run();
        } catch (InterruptedException unexpected) {
            throw new AssertionError(unexpected);
        }
    }
}
