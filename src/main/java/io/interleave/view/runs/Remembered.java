package io.interleave.view.runs;

import io.interleave.analysis.Finding;
import io.interleave.analysis.Outcome;
import io.interleave.model.Knob;
import io.interleave.model.Settings;
import io.interleave.run.RunEnd;
import io.interleave.view.fx.Messages;
import io.interleave.view.knobs.KnobModel;
import io.interleave.view.outcome.FindingWords;
import io.interleave.view.session.PastRun;
import io.interleave.view.session.RunPlan;
import io.interleave.view.store.KeptRun;
import io.interleave.view.store.KeptRun.KnobValue;
import io.interleave.view.store.KeptRun.Result;
import io.interleave.view.store.KeptRun.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is remembered of a run without its trace.
final class Remembered {

    private Remembered() {}

    static KeptRun of(PastRun run, KeptRun.Place place) {
        return of(run.plan(), run.at(), Optional.of(result(run)), place);
    }

    /// One that has only begun.
    static KeptRun of(RunPlan plan, Instant at) {
        return of(plan, at, Optional.empty(), KeptRun.Place.STORE);
    }

    private static KeptRun of(RunPlan plan, Instant at, Optional<Result> result, KeptRun.Place place) {
        var document = plan.document();
        return new KeptRun(
                plan.directory(),
                plan.directory(),
                at,
                document.name(),
                document.title(),
                KeptRun.Marks.NONE,
                knobs(plan),
                plan.cores(),
                result,
                0,
                place);
    }

    private static List<KnobValue> knobs(RunPlan plan) {
        var settings = plan.settings();
        return plan.document().scenario().stream()
                .flatMap(scenario -> scenario.knobs().stream())
                .map(knob -> new KnobValue(
                        knob.name(),
                        knob.label(),
                        KnobModel.text(settings.get(knob.name())),
                        isTelling(knob, settings)))
                .toList();
    }

    private static boolean isTelling(Knob knob, Settings settings) {
        return switch (knob) {
            case Knob.Toggle _, Knob.Choice _ -> true;
            case Knob.Slider slider -> !settings.get(slider.name()).equals(slider.initial());
        };
    }

    private static Result result(PastRun run) {
        var serious =
                run.report().findings().stream().filter(Remembered::isSerious).findFirst();
        var verdicts = run.report().outcome().results().stream()
                .map(Outcome.Result::verdict)
                .toList();
        if (EndWords.isBad(run.end())) {
            return result(run, Messages.text("runs.failed"), Tone.BAD);
        }
        if (serious.isPresent()) {
            return result(run, FindingWords.brief(serious.get()), Tone.BAD);
        }
        if (verdicts.contains(Outcome.Verdict.FAILED)) {
            return result(run, Messages.text("runs.not-held"), Tone.BAD);
        }
        if (!verdicts.isEmpty() && verdicts.stream().allMatch(Outcome.Verdict.HELD::equals)) {
            return result(run, Messages.text("runs.held"), Tone.GOOD);
        }
        boolean completed = run.end() instanceof RunEnd.Completed;
        return result(run, Messages.text(completed ? "runs.completed" : "runs.stopped"), Tone.OPEN);
    }

    private static Result result(PastRun run, String words, Tone tone) {
        return new Result(
                word(run.end()), words, tone, Duration.ofNanos(run.report().elapsed()), run.wall());
    }

    private static String word(RunEnd end) {
        return switch (end) {
            case RunEnd.Completed _ -> "completed";
            case RunEnd.Stopped _ -> "stopped";
            case RunEnd.LimitReached _ -> "limit";
            case RunEnd.UnitFailed _ -> "failed";
            case RunEnd.Refused _ -> "refused";
            case RunEnd.EngineDied _ -> "died";
        };
    }

    private static boolean isSerious(Finding finding) {
        return switch (finding) {
            case Finding.UpdatesLost lost -> lost.lost() > 0;
            case Finding.Deadlock _, Finding.Stall _, Finding.SignalLost _, Finding.WorkerDied _ -> true;
            case Finding.Contention _, Finding.QueueFull _, Finding.Starved _ -> false;
            case Finding.LoopBlocked _, Finding.TasksRejected _ -> false;
        };
    }
}
