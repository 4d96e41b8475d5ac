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
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How a list shows a run: which, with what, and what came of it.
///
/// @param title the scenario's title
/// @param at the time of day
/// @param knobs the switches and all that was turned: `Lock off · Workers 8`
/// @param result a few words
public record RunLabel(String title, String at, String knobs, String result, Tone tone) {

    public enum Tone {
        GOOD,
        BAD,
        OPEN
    }

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    public static RunLabel of(PastRun run) {
        var serious =
                run.report().findings().stream().filter(RunLabel::isSerious).findFirst();
        var verdicts = run.report().outcome().results().stream()
                .map(Outcome.Result::verdict)
                .toList();
        String result;
        Tone tone;
        if (EndWords.isBad(run.end())) {
            result = Messages.text("runs.failed");
            tone = Tone.BAD;
        } else if (serious.isPresent()) {
            result = FindingWords.brief(serious.get());
            tone = Tone.BAD;
        } else if (verdicts.contains(Outcome.Verdict.FAILED)) {
            result = Messages.text("runs.not-held");
            tone = Tone.BAD;
        } else if (!verdicts.isEmpty() && verdicts.stream().allMatch(Outcome.Verdict.HELD::equals)) {
            result = Messages.text("runs.held");
            tone = Tone.GOOD;
        } else {
            result = Messages.text(run.end() instanceof RunEnd.Completed ? "runs.completed" : "runs.stopped");
            tone = Tone.OPEN;
        }
        return new RunLabel(run.plan().document().title(), TIME.format(run.at()), knobs(run), result, tone);
    }

    private static boolean isSerious(Finding finding) {
        return switch (finding) {
            case Finding.UpdatesLost lost -> lost.lost() > 0;
            case Finding.Deadlock _, Finding.Stall _, Finding.SignalLost _, Finding.WorkerDied _ -> true;
            case Finding.Contention _, Finding.Starved _, Finding.LoopBlocked _, Finding.TasksRejected _ -> false;
        };
    }

    private static String knobs(PastRun run) {
        var settings = run.plan().settings();
        var turned = run.plan().document().scenario().stream()
                .flatMap(scenario -> scenario.knobs().stream())
                .filter(knob -> isTelling(knob, settings))
                .map(knob -> knob.label() + " " + KnobModel.text(settings.get(knob.name())));
        return Stream.concat(
                        turned, Stream.of(Messages.text("runs.cores", run.plan().cores())))
                .collect(Collectors.joining(" · "));
    }

    private static boolean isTelling(Knob knob, Settings settings) {
        return switch (knob) {
            case Knob.Toggle _, Knob.Choice _ -> true;
            case Knob.Slider slider -> !settings.get(slider.name()).equals(slider.initial());
        };
    }
}
