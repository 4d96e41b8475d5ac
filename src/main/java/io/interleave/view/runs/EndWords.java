package io.interleave.view.runs;

import io.interleave.run.RunEnd;
import io.interleave.view.fx.Figures;
import io.interleave.view.fx.Messages;
import io.interleave.view.session.RunState;
import io.interleave.view.session.RunSummary;
import java.time.Duration;

/// Where a run is in its life, in a sentence.
public final class EndWords {

    private EndWords() {}

    public static String of(RunState state, RunSummary report) {
        return switch (state) {
            case RunState.Idle _ -> Messages.text("status.idle");
            case RunState.Starting _ -> Messages.text("status.starting");
            case RunState.Running running -> running(running, report);
            case RunState.Ended ended -> end(ended.end(), ended.wall(), report);
        };
    }

    /// What counts is the run's own time: an engine that is still getting ready has not begun to run.
    private static String running(RunState.Running running, RunSummary report) {
        if (running.stopAsked()) {
            return Messages.text("status.stopping", Figures.running(report.elapsed()));
        }
        return report.elapsed() == 0
                ? Messages.text("status.starting")
                : Messages.text("status.running", Figures.running(report.elapsed()));
    }

    public static String end(RunEnd end, Duration wall, RunSummary report) {
        var time = Figures.duration(report.elapsed() > 0 ? report.elapsed() : wall.toNanos());
        return switch (end) {
            case RunEnd.Completed _ -> Messages.text("end.completed", time);
            case RunEnd.Stopped _ -> Messages.text("end.stopped", time);
            case RunEnd.LimitReached _ -> Messages.text("end.limit", time);
            case RunEnd.UnitFailed failed ->
                Messages.text("end.failed", failed.unit(), failed.line(), failed.message());
            case RunEnd.Refused refused -> Messages.text("end.refused", refused.message());
            case RunEnd.EngineDied died -> Messages.text("end.died", died.cause(), report.eventsKept());
        };
    }

    /// Whether the user should be troubled by it.
    public static boolean isBad(RunEnd end) {
        return switch (end) {
            case RunEnd.Completed _, RunEnd.Stopped _, RunEnd.LimitReached _ -> false;
            case RunEnd.UnitFailed _, RunEnd.Refused _, RunEnd.EngineDied _ -> true;
        };
    }
}
