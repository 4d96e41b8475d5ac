package io.interleave.lint;

import io.interleave.model.ExprText;
import io.interleave.model.Problem;
import io.interleave.model.Problem.Matter;
import io.interleave.model.ScenarioReader;
import io.interleave.model.Step;
import io.interleave.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What may put right a problem that the reader found. Not all of it does.
final class ProblemFixes {

    /// A word, perhaps in quotes or with the sign of a value.
    private static final Pattern WORD = Pattern.compile("[\"'$]?[\\p{L}\\d_]+[\"']?");

    private final String text;
    private final Problem problem;
    private final Lines lines;

    ProblemFixes(String text, Problem problem) {
        this.text = text;
        this.problem = problem;
        this.lines = new Lines(text);
    }

    /// One cure, or several ways to the same of which the first that works is as good as any.
    ///
    /// @param mayUncover whether it may show what else is wrong: what a misspelt word belongs to was not read
    record Attempt(List<Fix> ways, boolean mayUncover) {
        Attempt {
            ways = List.copyOf(ways);
        }

        static Attempt plain(Fix fix) {
            return new Attempt(List.of(fix), false);
        }
    }

    List<Attempt> all() {
        var attempts = new ArrayList<Attempt>();
        problem.nearest().flatMap(this::word).ifPresent(it -> attempts.add(new Attempt(List.of(it), true)));
        switch (problem.matter()) {
            case Matter.Other _ -> {}
            case Matter.Undeclared(var name, var kinds) -> attempts.addAll(new Declaring(text).attempts(name, kinds));
            case Matter.Unreleased(var lock) ->
                release(lock).map(Attempt::plain).ifPresent(attempts::add);
            case Matter.Unlocked(var _, var lock) ->
                hold(lock).map(Attempt::plain).ifPresent(attempts::add);
            case Matter.NotStarted(var group) ->
                new Starting(text).fixes(group).stream().map(Attempt::plain).forEach(attempts::add);
        }
        return attempts;
    }

    private Optional<Fix> word(String nearest) {
        return WORD.matcher(lines.at(problem.place())).matches()
                ? Optional.of(new Fix(
                        "Change to '%s'".formatted(nearest),
                        List.of(new Replacement(lines.start(problem.place()), lines.end(problem.place()), nearest))))
                : Optional.empty();
    }

    private Optional<StepLists.Found> step() {
        return ScenarioReader.read(text).scenario().flatMap(it -> StepLists.at(it, problem.place()));
    }

    /// At the end of the steps that the lock is acquired among. Where some way through them releases it already, that
    /// would be once too often.
    private Optional<Fix> release(Target lock) {
        return step().filter(it -> it.after().stream().noneMatch(step -> releases(step, lock)))
                .filter(it -> it.after().stream().noneMatch(Step.Forever.class::isInstance))
                .map(it -> {
                    var edit = new StepEdit(lines);
                    String release = releasing(lock);
                    var last = it.list().getLast();
                    var put = last instanceof Step.Return || last instanceof Step.Fail
                            ? edit.before(last, release)
                            : edit.after(last, release);
                    return new Fix("Release '%s' at the end".formatted(lock.name()), List.of(put));
                });
    }

    static String releasing(Target lock) {
        return lock.at()
                .map(it -> "release: { lock: %s, at: %s }".formatted(lock.name(), ExprText.of(it)))
                .orElse("release: " + lock.name());
    }

    private static boolean releases(Step step, Target lock) {
        return step instanceof Step.Release it && it.lock().name().equals(lock.name())
                || step.bodies().stream().anyMatch(body -> body.stream().anyMatch(it -> releases(it, lock)));
    }

    private Optional<Fix> hold(String lock) {
        return step().filter(it -> StepEdit.isOnOneLine(it.step().place()))
                .map(it -> new Fix(
                        "Hold '%s' meanwhile".formatted(lock), List.of(new StepEdit(lines).within(lock, it.step()))));
    }
}
