package io.interleave.view.outcome;

import io.interleave.analysis.Finding;
import io.interleave.analysis.Outcome;
import io.interleave.model.Value;
import io.interleave.run.RunEnd;
import io.interleave.view.fx.Figures;
import io.interleave.view.fx.Messages;
import io.interleave.view.knobs.KnobModel;
import io.interleave.view.session.RunState;
import io.interleave.view.session.RunSummary;
import java.util.List;
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
        OPEN,
        /// Nothing has come out yet: the answer is what is expected.
        EXPECTED
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
                    Messages.text("outcome.deadlock.question"), Messages.text("outcome.deadlock"), "", Tone.BAD);
        }
        return switch (state) {
            case RunState.Idle _ -> expected("outcome.idle", expected);
            case RunState.Starting _, RunState.Running _ ->
                report.elapsed() == 0
                        ? expected("outcome.starting", expected)
                        : shown.map(Headline::soFar)
                                .orElseGet(() ->
                                        plain(Messages.text("outcome.running"), Figures.running(report.elapsed())));
            case RunState.Ended ended ->
                shown.map(Headline::result).orElseGet(() -> plain(question(ended.end()), lasted(ended, report)));
        };
    }

    /// What ends before its first step has lasted nevertheless.
    private static String lasted(RunState.Ended ended, RunSummary report) {
        return Figures.duration(
                report.elapsed() > 0 ? report.elapsed() : ended.wall().toNanos());
    }

    private static String question(RunEnd end) {
        return switch (end) {
            case RunEnd.Completed _ -> Messages.text("outcome.none");
            case RunEnd.Stopped _ -> Messages.text("outcome.none.stopped");
            case RunEnd.LimitReached _, RunEnd.UnitFailed _, RunEnd.Refused _, RunEnd.EngineDied _ ->
                Messages.text("outcome.none.ended");
        };
    }

    private static Headline expected(String key, String expected) {
        return new Headline(Messages.text(expected.isEmpty() ? key + ".nothing" : key), expected, "", Tone.EXPECTED);
    }

    private static Headline plain(String question, String answer) {
        return new Headline(question, answer, "", Tone.OPEN);
    }

    private static Headline soFar(Outcome.Result result) {
        return new Headline(pretty(result.text()), answer(result), beside("outcome.so-far", result), Tone.OPEN);
    }

    private static Headline result(Outcome.Result result) {
        return switch (result.verdict()) {
            case HELD -> decided(result, Tone.GOOD);
            case FAILED -> decided(result, Tone.BAD);
            case UNDECIDED ->
                new Headline(pretty(result.text()), answer(result), beside("outcome.cut-short", result), Tone.OPEN);
        };
    }

    private static Headline decided(Outcome.Result result, Tone tone) {
        return new Headline(
                pretty(result.text()),
                answer(result),
                result.relation().isEmpty() ? "" : beside("outcome.expected", result),
                tone);
    }

    private static String answer(Outcome.Result result) {
        if (result.relation().isEmpty()) {
            return Messages.text(
                    result.actual().equals(Optional.of(new Value.Truth(true))) ? "outcome.holds" : "outcome.holds-not");
        }
        return result.actual().map(it -> figure(result, it)).orElse("…");
    }

    /// As few digits as can be taken in, but enough to tell what should not be equal apart.
    private static String figure(Outcome.Result result, Value value) {
        var exact = KnobModel.text(value);
        var brief = Figures.value(value);
        boolean told = result.verdict() != Outcome.Verdict.FAILED
                || !result.actual().map(Figures::value).equals(result.expected().map(Figures::value));
        return told && brief.length() < exact.length() ? brief : exact;
    }

    /// @param key of the words where there is nothing to compare with; with `.of` where so many are expected, and
    ///     `.other` where it should compare in another way
    private static String beside(String key, Outcome.Result result) {
        var expected = result.expected().map(it -> figure(result, it)).orElse("…");
        if (result.relation().isEmpty()) {
            return Messages.text(key);
        }
        if (!result.isEquation()) {
            expected = pretty(result.relation().get().symbol()) + " " + expected;
        }
        boolean isPartOf = result.isEquation()
                && result.expected().filter(Headline::isAmount).isPresent();
        return Messages.text(key + (isPartOf ? ".of" : ".other"), expected);
    }

    /// Whether there can be so much of it as well: "3 of 5", but not "off of on", nor "1 of 0".
    private static boolean isAmount(Value value) {
        return switch (value) {
            case Value.Whole(long whole) -> whole > 0;
            case Value.Decimal(double decimal) -> decimal > 0;
            case Value.Time(long nanos) -> nanos > 0;
            case Value.Truth _, Value.Text _ -> false;
        };
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
