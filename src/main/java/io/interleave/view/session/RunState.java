package io.interleave.view.session;

import io.interleave.run.Run;
import io.interleave.run.RunEnd;
import java.time.Duration;
import java.util.Optional;

/// Where the run that the window shows is in its life. Changes only by the transitions named here, which refuse
/// what makes no sense.
public sealed interface RunState {

    /// Nothing has been run with what is open.
    record Idle() implements RunState {}

    /// An engine process is being asked.
    ///
    /// @param stopAsked the user has pressed Stop before it answered
    record Starting(RunPlan plan, boolean stopAsked) implements RunState {}

    /// @param startedAt on the clock of {@link io.interleave.trace.Clock}
    record Running(RunPlan plan, Run run, long startedAt, boolean stopAsked) implements RunState {}

    record Ended(RunPlan plan, RunEnd end, Duration wall) implements RunState {}

    /// Whether a process of this run exists or is about to.
    default boolean isActive() {
        return switch (this) {
            case Idle _, Ended _ -> false;
            case Starting _, Running _ -> true;
        };
    }

    /// What is or was run; empty before anything was.
    default Optional<RunPlan> shown() {
        return switch (this) {
            case Idle _ -> Optional.empty();
            case Starting starting -> Optional.of(starting.plan());
            case Running running -> Optional.of(running.plan());
            case Ended ended -> Optional.of(ended.plan());
        };
    }

    default boolean isRunning() {
        return this instanceof Running;
    }

    default Starting start(RunPlan plan) {
        return switch (this) {
            case Idle _, Ended _ -> new Starting(plan, false);
            case Starting _, Running _ -> throw illegal("start");
        };
    }

    default Running started(Run run, long now) {
        if (this instanceof Starting starting) {
            return new Running(starting.plan(), run, now, starting.stopAsked());
        }
        throw illegal("started");
    }

    /// The user has pressed Stop.
    default RunState stop() {
        return switch (this) {
            case Starting starting -> new Starting(starting.plan(), true);
            case Running running -> new Running(running.plan(), running.run(), running.startedAt(), true);
            case Idle _, Ended _ -> throw illegal("stop");
        };
    }

    default Ended end(RunEnd end, Duration wall) {
        return switch (this) {
            case Starting starting -> new Ended(starting.plan(), end, wall);
            case Running running -> new Ended(running.plan(), end, wall);
            case Idle _, Ended _ -> throw illegal("end");
        };
    }

    /// Another document was opened, or an earlier run is shown: this one's life goes on unseen.
    default Idle leave() {
        return new Idle();
    }

    private IllegalStateException illegal(String transition) {
        return new IllegalStateException(transition + " makes no sense in " + this);
    }
}
