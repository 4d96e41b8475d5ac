package io.interleave.lint;

import io.interleave.model.Problem;
import io.interleave.model.Problem.Severity;
import io.interleave.model.Scenario;
import io.interleave.model.ScenarioReader;
import io.interleave.model.Settings;
import java.util.List;

/// Changes of a scenario's text that put right what the reader or `Lint` found in it. Each has been tried: with it the
/// problem is gone, and nothing else is wrong that was not so before.
public final class Fixes {

    private Fixes() {}

    /// The best one first; none where no cure is known.
    ///
    /// @param problem one of those that reading this text gives
    public static List<Fix> of(String text, Problem problem) {
        return of(text, problem, ScenarioReader.read(text).problems());
    }

    /// As the other one, for who has read the text already.
    ///
    /// @param before all that reading this text gives
    public static List<Fix> of(String text, Problem problem, List<Problem> before) {
        return new ProblemFixes(text, problem)
                .all().stream()
                        .flatMap(attempt -> attempt.ways().stream()
                                .filter(it -> cures(it, attempt.mayUncover(), text, problem, before))
                                .limit(1))
                        .toList();
    }

    /// As the other one, with the knobs as the scenario sets them.
    public static List<Fix> of(String text, Hint hint) {
        return ScenarioReader.read(text)
                .scenario()
                .map(it -> of(text, it, hint, Settings.of(it)))
                .orElse(List.of());
    }

    /// The best one first; none where no cure is known.
    ///
    /// @param hint one of those that `Lint` gives of this text with these settings
    public static List<Fix> of(String text, Hint hint, Settings settings) {
        return ScenarioReader.read(text)
                .scenario()
                .map(it -> of(text, it, hint, settings))
                .orElse(List.of());
    }

    private static List<Fix> of(String text, Scenario scenario, Hint hint, Settings settings) {
        var before = Lint.of(scenario, settings);
        return new HintFixes(text, scenario, hint)
                .all().stream()
                        .filter(fix -> cures(fix, text, hint, settings, before))
                        .toList();
    }

    private static boolean cures(Fix fix, boolean mayUncover, String text, Problem problem, List<Problem> before) {
        var after = ScenarioReader.read(fix.apply(text)).problems();
        boolean gone = times(problem, after) < times(problem, before);
        var old = before.stream().map(Problem::message).toList();
        return gone
                && (mayUncover
                        || after.stream()
                                .filter(it -> it.severity() == Severity.ERROR)
                                .allMatch(it -> old.contains(it.message())));
    }

    private static long times(Problem problem, List<Problem> among) {
        return among.stream()
                .filter(it -> it.message().equals(problem.message()))
                .count();
    }

    private static boolean cures(Fix fix, String text, Hint hint, Settings settings, List<Hint> before) {
        return ScenarioReader.read(fix.apply(text))
                .scenario()
                .map(it -> Lint.of(it, settings))
                .filter(after -> times(hint, after) < times(hint, before) && after.size() < before.size())
                .isPresent();
    }

    private static long times(Hint hint, List<Hint> among) {
        return among.stream().filter(it -> it.message().equals(hint.message())).count();
    }
}
