package io.interleave.view.outcome;

import io.interleave.analysis.Finding;
import io.interleave.analysis.Outcome;
import io.interleave.view.fx.Figures;
import io.interleave.view.fx.Messages;
import io.interleave.view.knobs.KnobModel;
import io.interleave.view.session.RunState;
import io.interleave.view.session.RunSummary;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The large words of the outcome: what came out, and how that compares with what should have.
///
/// @param question the expectation as the scenario has it, or what is told instead
/// @param answer in large type
/// @param beside small, behind the answer
public record Headline(String question, String answer, String beside, Tone tone) {

    public enum Tone {
        GOOD,
        BAD,
        OPEN
    }

    /// @param expectations those of the scenario that is open, as it has them
    public static Headline of(RunState state, RunSummary report, List<String> expectations) {
        var expected =
                String.join("\n", expectations.stream().map(Headline::pretty).toList());
        var deadlock = report.findings().stream().anyMatch(Finding.Deadlock.class::isInstance);
        var results = report.outcome().results();
        var shown = results.stream()
                .filter(it -> it.verdict() == Outcome.Verdict.FAILED)
                .findFirst()
                .or(() -> results.stream().findFirst());
        if (deadlock) {
            return new Headline(
                    Messages.text("outcome.deadlock.question"),
                    Messages.text("outcome.deadlock"),
                    Messages.text("outcome.deadlock.beside"),
                    Tone.BAD);
        }
        return switch (state) {
            case RunState.Idle _ ->
                new Headline(
                        Messages.text(expected.isEmpty() ? "outcome.idle.nothing" : "outcome.idle"),
                        expected,
                        "",
                        Tone.OPEN);
            case RunState.Starting _, RunState.Running _ ->
                shown.map(Headline::soFar)
                        .orElseGet(() -> plain(Messages.text("outcome.running"), Figures.running(report.elapsed())));
            case RunState.Ended _ ->
                shown.map(Headline::result)
                        .orElseGet(() -> plain(Messages.text("outcome.none"), Figures.duration(report.elapsed())));
        };
    }

    private static Headline plain(String question, String answer) {
        return new Headline(question, answer, "", Tone.OPEN);
    }

    private static Headline soFar(Outcome.Result result) {
        return new Headline(
                pretty(result.text()),
                result.actual().map(KnobModel::text).orElse("…"),
                result.expected()
                        .map(it -> Messages.text("outcome.so-far.expected", KnobModel.text(it)))
                        .orElseGet(() -> Messages.text("outcome.so-far")),
                Tone.OPEN);
    }

    private static Headline result(Outcome.Result result) {
        var tone = switch (result.verdict()) {
            case HELD -> Tone.GOOD;
            case FAILED -> Tone.BAD;
            case UNDECIDED -> Tone.OPEN;
        };
        Optional<String> actual = result.actual().map(KnobModel::text);
        var verdict = Messages.text("outcome." + result.verdict().name().toLowerCase(Locale.ROOT));
        var beside = actual.isEmpty()
                ? ""
                : result.expected()
                        .map(it -> Messages.text(
                                result.verdict() == Outcome.Verdict.UNDECIDED
                                        ? "outcome.cut-short"
                                        : "outcome.expected",
                                KnobModel.text(it)))
                        .orElse(verdict);
        return new Headline(pretty(result.text()), actual.orElse(verdict), beside, tone);
    }

    /// The signs that a book would use.
    private static String pretty(String expression) {
        return expression
                .replace(" * ", " × ")
                .replace("==", "=")
                .replace("!=", "≠")
                .replace("<=", "≤")
                .replace(">=", "≥");
    }
}
