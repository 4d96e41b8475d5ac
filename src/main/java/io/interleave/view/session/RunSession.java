package io.interleave.view.session;

import io.interleave.model.Value;
import io.interleave.run.Engines;
import io.interleave.run.Run;
import io.interleave.run.RunEnd;
import io.interleave.trace.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The run that the window shows: starts it, steers it, reads its trace in the background, and says where it is
/// in its life.
///
/// All methods are called on the window's thread, and all properties change there.
public final class RunSession {

    private final Engines engines;
    private final RunFeed.Source feeds;
    private final Executor ui;
    private final Listener ended;
    private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(new RunState.Idle());
    private final ReadOnlyObjectWrapper<RunSummary> report = new ReadOnlyObjectWrapper<>(RunSummary.EMPTY);
    private final ReadOnlyObjectWrapper<Optional<RunFeed>> feed = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable RunFollower follower;

    /// Is told, on the window's thread, of each run that has ended, shown or not.
    @FunctionalInterface
    public interface Listener {

        /// @param read its trace, read to its end; empty if it has left none
        void ended(PastRun past, Optional<RunFeed> read);
    }

    /// @param ui runs a task on the window's thread
    public RunSession(Engines engines, RunFeed.Source feeds, Executor ui, Listener ended) {
        this.engines = engines;
        this.feeds = feeds;
        this.ui = ui;
        this.ended = ended;
    }

    public ReadOnlyObjectProperty<RunState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public RunState state() {
        return state.get();
    }

    /// The newest summary of the run that is shown.
    public ReadOnlyObjectProperty<RunSummary> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /// What the picture is drawn from; empty while there is none.
    public ReadOnlyObjectProperty<Optional<RunFeed>> feedProperty() {
        return feed.getReadOnlyProperty();
    }

    public void start(RunPlan plan) {
        state.set(state.get().start(plan));
        feed.set(Optional.empty());
        report.set(RunSummary.EMPTY);
        var mine = new RunFollower(engines, feeds, plan);
        follower = mine;
        mine.begin(new RunFollower.Listener() {
            @Override
            public void started(Run run) {
                ui.execute(() -> RunSession.this.started(mine, run));
            }

            @Override
            public void begun(RunFeed read) {
                ui.execute(() -> RunSession.this.begun(mine, read));
            }

            @Override
            public void ended(RunEnd end, Duration wall, RunSummary last, Optional<RunFeed> read) {
                ui.execute(() -> {
                    show(mine, end, wall, last);
                    engines.warmUp();
                    ended.ended(new PastRun(Instant.now().minus(wall), plan, end, wall, last), read);
                });
            }
        });
    }

    /// Turns a live knob of the run, if there is one.
    public void turn(String knob, Value value) {
        if (state.get() instanceof RunState.Running running) {
            running.run().turn(knob, value);
        }
    }

    /// Ends the run. Does nothing if there is none.
    public void stop() {
        if (!state.get().isActive()) {
            return;
        }
        state.set(state.get().stop());
        if (state.get() instanceof RunState.Running running) {
            running.run().stop();
        }
    }

    /// Takes the newest summary over. Called once a frame while a run goes on.
    public void refresh() {
        var shown = follower;
        if (shown != null && state.get().isRunning()) {
            var newest = shown.latest();
            if (newest != report.get()) {
                report.set(newest);
            }
        }
    }

    /// Shows nothing; a run that goes on is stopped.
    public void leave() {
        stop();
        follower = null;
        state.set(state.get().leave());
        feed.set(Optional.empty());
        report.set(RunSummary.EMPTY);
    }

    /// Shows a run that has ended, from its trace.
    public void show(PastRun past) {
        leave();
        var mine = new RunFollower(engines, feeds, past.plan());
        follower = mine;
        state.set(new RunState.Ended(past.plan(), past.end(), past.wall()));
        report.set(past.report());
        mine.read(read -> ui.execute(() -> begun(mine, read)));
    }

    /// Shows a run that has been read already.
    void show(PastRun past, RunFeed read) {
        leave();
        state.set(new RunState.Ended(past.plan(), past.end(), past.wall()));
        report.set(past.report());
        feed.set(Optional.of(read));
    }

    private void begun(RunFollower mine, RunFeed read) {
        if (follower == mine) {
            feed.set(Optional.of(read));
            report.set(mine.latest());
        }
    }

    private void started(RunFollower mine, Run run) {
        if (follower != mine) {
            run.stop();
            return;
        }
        state.set(state.get().started(run, Clock.now()));
        if (state.get() instanceof RunState.Running(var _, var started, var _, boolean stopAsked) && stopAsked) {
            started.stop();
        }
    }

    private void show(RunFollower mine, RunEnd end, Duration wall, RunSummary last) {
        if (follower == mine) {
            report.set(last);
            state.set(state.get().end(end, wall));
        }
    }
}
