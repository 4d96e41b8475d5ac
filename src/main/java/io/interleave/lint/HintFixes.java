package io.interleave.lint;

import io.interleave.model.ExprText;
import io.interleave.model.Place;
import io.interleave.model.Scenario;
import io.interleave.model.Step;
import io.interleave.model.Target;
import io.interleave.model.UnitGroup;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What may put right what a hint points at. Not all of it does.
final class HintFixes {

    private static final Pattern OUTPUT = Pattern.compile("\\boutput: *(read)\\b");

    private final String text;
    private final Scenario scenario;
    private final Hint hint;
    private final Lines lines;
    private final StepEdit edit;

    HintFixes(String text, Scenario scenario, Hint hint) {
        this.text = text;
        this.scenario = scenario;
        this.hint = hint;
        this.lines = new Lines(text);
        this.edit = new StepEdit(lines);
    }

    List<Fix> all() {
        if (hint.rule() instanceof Rule.NeverStarted(var group)) {
            return new Starting(text).fixes(group);
        }
        return hint.rule() instanceof Rule.LockOrder
                ? new LockSwap(lines, scenario, hint).fixes()
                : fix().stream().toList();
    }

    private Optional<Fix> fix() {
        return switch (hint.rule()) {
            case Rule.HeldOnReturn(var lock) -> release(lock);
            case Rule.NeverClosed(var queue) -> close(queue);
            case Rule.NeverTaskDone(var queue) -> taskDone(queue);
            case Rule.NeverEnds(var group) ->
                at().map(it -> fix("Cancel '%s' before".formatted(group), edit.before(it.step(), "cancel: " + group)));
            case Rule.NeverReached _ ->
                at().filter(it -> it.index() > 0)
                        .map(it -> fix("Remove what is never reached", edit.cut(it.list(), it.index())));
            case Rule.LoopNeverGivenUp _, Rule.LoopBlocked _ -> pause();
            case Rule.NeverRead(var process) -> discard(process);
            case Rule.LostUpdates(var variable) -> update(variable);
            case Rule.TakenInEachPass _, Rule.ReleasedInEachPass _, Rule.ReleasedAfterTimeout _ -> Optional.empty();
            case Rule.LockOrder _, Rule.KeptFromWaker _, Rule.PermitsRunOut _ -> Optional.empty();
            case Rule.NeverTaken _, Rule.NeverPut _, Rule.PutAfterClose _ -> Optional.empty();
            case Rule.NeverSignalled _, Rule.AwaitedWithoutLoop _, Rule.NeverSet _ -> Optional.empty();
            case Rule.LatchTooHigh _, Rule.TooManyParties _, Rule.NeverEntered _ -> Optional.empty();
            case Rule.NeverStarted _ -> Optional.empty();
            case Rule.FileInLoop _, Rule.SpinInLoop _, Rule.ProcessWithoutTimeout _ -> Optional.empty();
        };
    }

    private static Fix fix(String words, Replacement replacement) {
        return new Fix(words, List.of(replacement));
    }

    private Optional<StepLists.Found> at() {
        return StepLists.at(scenario, hint.place());
    }

    private Optional<Fix> release(String lock) {
        return at().map(it -> fix("Release '%s' before".formatted(lock), edit.before(it.step(), "release: " + lock)));
    }

    /// By the only unit that puts into it, when it has done so: with several, none knows that it is the last.
    private Optional<Fix> close(String queue) {
        var groups =
                StepLists.all(
                                scenario,
                                it -> it instanceof Step.Put put
                                        && put.queue().name().equals(queue))
                        .stream()
                        .map(StepLists.Found::group)
                        .distinct()
                        .toList();
        return groups.stream()
                .filter(_ -> groups.size() == 1)
                .filter(it -> it.kind() instanceof UnitGroup.Thread || it.kind() instanceof UnitGroup.Coroutine)
                .filter(it -> Knobs.whole(Knobs.always(it.count())).orElse(0) == 1)
                .map(it -> fix(
                        "Close '%s' at the end of '%s'".formatted(queue, it.name()),
                        edit.after(it.steps().getLast(), "close: " + queue)))
                .findFirst();
    }

    private Optional<Fix> taskDone(String queue) {
        var takes = StepLists.all(scenario, it -> isTake(it, queue));
        if (takes.size() != 1) {
            return Optional.empty();
        }
        var take = takes.getFirst().step();
        var last = take instanceof Step.Drain drain ? drain.body().getLast() : take;
        return Optional.of(fix("Say 'task_done'", edit.after(last, "task_done: " + queue)));
    }

    private static boolean isTake(Step step, String queue) {
        return switch (step) {
            case Step.Drain it -> it.queue().name().equals(queue);
            case Step.Take it -> it.queue().name().equals(queue);
            default -> false;
        };
    }

    private Optional<Fix> pause() {
        return at().filter(it -> Carrying.isLoop(it.step()))
                .map(it -> fix(
                        "Pause in each pass",
                        edit.after(it.step().bodies().getFirst().getLast(), "pause:")));
    }

    private Optional<Fix> discard(String process) {
        Place place = hint.place();
        var output = OUTPUT.matcher(text).region(lines.start(place), lines.end(place));
        return output.find()
                ? Optional.of(fix(
                        "Discard the output of '%s'".formatted(process),
                        new Replacement(output.start(1), output.end(1), "discard")))
                : Optional.empty();
    }

    /// Where all that is done to the variable is adding to it.
    private Optional<Fix> update(String variable) {
        var increments = StepLists.all(
                scenario,
                it -> it instanceof Step.Increment one
                        && one.variable().name().equals(variable)
                        && !Locals.names(one.by()).contains(variable));
        return increments.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fix(
                        "Update '%s' atomically".formatted(variable),
                        increments.stream()
                                .map(it -> edit.instead(it.step(), updating((Step.Increment) it.step())))
                                .toList()));
    }

    private static String updating(Step.Increment step) {
        Target variable = step.variable();
        String by = ExprText.of(step.by());
        return "update: { to: %s, value: %s + %s }"
                .formatted(variable.name(), variable.name(), by.contains(" ") ? "(" + by + ")" : by);
    }
}
