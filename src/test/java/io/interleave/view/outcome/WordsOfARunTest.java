package io.interleave.view.outcome;

import static io.interleave.model.Expr.BinaryOperator.EQUAL;
import static io.interleave.model.Expr.BinaryOperator.LESS;
import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.Finding;
import io.interleave.analysis.Outcome;
import io.interleave.analysis.Outcome.Verdict;
import io.interleave.analysis.State;
import io.interleave.model.Expr;
import io.interleave.model.Settings;
import io.interleave.model.Value;
import io.interleave.run.RunEnd;
import io.interleave.testkit.Reports;
import io.interleave.view.runs.EndWords;
import io.interleave.view.session.Library;
import io.interleave.view.session.RunPlan;
import io.interleave.view.session.RunState;
import io.interleave.view.session.RunSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WordsOfARunTest {

    private static final Duration WALL = Duration.ofMillis(3_412);

    private final RunPlan plan = plan();

    @Test
    void theHeadlineTellsActualAndExpected() {
        var headline = Headline.of(ended(new RunEnd.Completed()), Reports.updatesLost(1_213), List.of());
        assertThat(headline)
                .isEqualTo(new Headline("count = workers × rounds", "6,787", "of 8,000 expected", Headline.Tone.BAD));
        assertThat(Headline.of(ended(new RunEnd.Completed()), Reports.updatesLost(0), List.of())
                        .tone())
                .isEqualTo(Headline.Tone.GOOD);
    }

    @Test
    void onlyWhatCanBeAPartIsSaidToBeOne() {
        assertThat(besideWhole(-13, 0)).isEqualTo("expected 0");
        assertThat(besideWhole(12, 10)).isEqualTo("expected 10");
        assertThat(besideWhole(0, 10)).isEqualTo("of 10 expected");
    }

    private String besideWhole(long actual, long expected) {
        var report = Reports.of(whole("n == m", Verdict.FAILED, actual, expected));
        return Headline.of(ended(new RunEnd.Completed()), report, List.of()).beside();
    }

    @Test
    void whatTheHeadlineHasNoRoomForIsToldBelowIt() {
        var report = Reports.of(
                whole("a == 3", Verdict.HELD, 3, 3),
                whole("b == 0", Verdict.FAILED, 1, 0),
                whole("c == 0", Verdict.FAILED, -13, 0),
                whole("d == 4", Verdict.HELD, 4, 4));
        assertThat(Headline.of(ended(new RunEnd.Completed()), report, List.of()).question())
                .isEqualTo("b = 0");
        assertThat(Headline.others(ended(new RunEnd.Completed()), report))
                .containsExactly("Not as expected either: c = 0 (it is -13).", "As expected: a = 3, d = 4.");
        assertThat(Headline.others(new RunState.Idle().start(plan), report)).isEmpty();
    }

    private static Outcome.Result whole(String text, Verdict verdict, long actual, long expected) {
        return new Outcome.Result(
                text,
                verdict,
                Optional.of(new Value.Whole(actual)),
                Optional.of(EQUAL),
                Optional.of(new Value.Whole(expected)));
    }

    @Test
    void timesInTheHeadlineAreAsShortAsTellsThemApart() {
        assertThat(headline("a < b", Verdict.FAILED, new Value.Time(439_883_946), LESS, new Value.Time(405_790_511)))
                .isEqualTo(new Headline("a < b", "440 ms", "expected < 406 ms", Headline.Tone.BAD));
        assertThat(headline("a < b", Verdict.FAILED, new Value.Time(405_790_513), LESS, new Value.Time(405_790_511))
                        .answer())
                .isEqualTo("405.790513 ms");
    }

    @Test
    void howLongAUnitRanAtMostIsSaidWithOneSign() {
        assertThat(running(State.RUNNING, 40, State.READY, 60)).isEqualTo("40 % running");
        assertThat(running(State.ACTIVE, 40, State.WAIT, 60)).isEqualTo("≤ 40 % running");
        assertThat(running(State.ACTIVE, 1, State.WAIT, 100_000)).isEqualTo("<0.1 % running");
    }

    private static String running(State one, long nanos, State other, long otherNanos) {
        return OutcomeController.running(new RunSummary.UnitTime("tens", Map.of(one, nanos, other, otherNanos)));
    }

    @Test
    void whatHasNoExpectationTellsHowItEnded() {
        assertThat(Headline.of(ended(new RunEnd.Completed()), RunSummary.EMPTY, List.of())
                        .question())
                .startsWith("Completed");
        assertThat(Headline.of(ended(new RunEnd.Stopped()), RunSummary.EMPTY, List.of())
                        .question())
                .startsWith("Stopped");
    }

    @Test
    void whatEndedBeforeItsFirstStepHasLastedNevertheless() {
        assertThat(Headline.of(ended(new RunEnd.Stopped()), RunSummary.EMPTY, List.of())
                        .answer())
                .isEqualTo("3.41 s");
    }

    @Test
    void theHeadlineTellsHowWhatIsNoEquationCompares() {
        assertThat(headline(
                        "took < 2ms * 2", Verdict.FAILED, new Value.Time(5_000_000), LESS, new Value.Time(4_000_000)))
                .isEqualTo(new Headline("took < 2ms × 2", "5 ms", "expected < 4 ms", Headline.Tone.BAD));
        var both = new Outcome.Result(
                "a and b", Verdict.FAILED, Optional.of(new Value.Truth(false)), Optional.empty(), Optional.empty());
        assertThat(Headline.of(ended(new RunEnd.Completed()), Reports.of(both), List.of()))
                .isEqualTo(new Headline("a and b", "does not hold", "", Headline.Tone.BAD));
    }

    private Headline headline(
            String text, Verdict verdict, Value actual, Expr.BinaryOperator relation, Value expected) {
        var result =
                new Outcome.Result(text, verdict, Optional.of(actual), Optional.of(relation), Optional.of(expected));
        return Headline.of(ended(new RunEnd.Completed()), Reports.of(result), List.of());
    }

    @Test
    void onlyOfAnAmountThereCanBeAPart() {
        assertThat(headline("a == 4", Verdict.FAILED, new Value.Whole(3), EQUAL, new Value.Whole(4))
                        .beside())
                .isEqualTo("of 4 expected");
        assertThat(headline("a == 0", Verdict.HELD, new Value.Whole(0), EQUAL, new Value.Whole(0))
                        .beside())
                .isEqualTo("expected 0");
        assertThat(headline("a == 'on'", Verdict.HELD, new Value.Text("on"), EQUAL, new Value.Text("on"))
                        .beside())
                .isEqualTo("expected on");
    }

    @Test
    void beforeARunTheHeadlineTellsWhatIsExpected() {
        var headline = Headline.of(new RunState.Idle(), RunSummary.EMPTY, List.of("count == 3"));
        assertThat(headline.answer()).isEqualTo("count = 3");
    }

    @Test
    void whileARunStartsTheHeadlineSaysSo() {
        var starting = new RunState.Idle().start(plan);
        assertThat(Headline.of(starting, RunSummary.EMPTY, List.of("count == 3")))
                .satisfies(it -> assertThat(it.question()).startsWith("The run is starting"))
                .satisfies(it -> assertThat(it.answer()).isEqualTo("count = 3"));
        assertThat(Headline.of(starting, RunSummary.EMPTY, List.of()).question())
                .isEqualTo("The run is starting.");
    }

    @Test
    void lostUpdatesAreCounted() {
        assertThat(FindingWords.full(Reports.updatesLost(1_213).findings().getFirst()))
                .startsWith("1,213 of 8,000 updates of count were lost: 15 %.");
    }

    @Test
    void aDeadlockSaysWhoHoldsWhat() {
        var deadlock = new Finding.Deadlock(
                5,
                List.of(
                        new Finding.Deadlock.Link("ann", "right", 21, "bob", 28),
                        new Finding.Deadlock.Link("bob", "left", 30, "ann", 19)));
        assertThat(FindingWords.full(deadlock))
                .isEqualTo("ann waits at line 21 for right, which bob has held since line 28.\n"
                        + "bob waits at line 30 for left, which ann has held since line 19.");
        var self = new Finding.Deadlock(5, List.of(new Finding.Deadlock.Link("ann", "m", 3, "ann", 2)));
        assertThat(FindingWords.full(self))
                .isEqualTo("ann waits for m at line 3, which it has itself held since line 2.");
    }

    @Test
    void aQueueThatWasFullSaysHowLongItsRoomWasWaitedFor() {
        assertThat(FindingWords.full(new Finding.QueueFull(1, "line", 291, 1_030_000_000, 3_600_000, 0.49)))
                .isEqualTo("line was full: waiting for room in it took 49 % of the units' time, 291 waits, the longest"
                        + " 3.60 ms.");
        assertThat(FindingWords.full(new Finding.QueueFull(1, "line", 1, 3_600_000, 3_600_000, 0.06)))
                .endsWith("6 % of the units' time, one wait of 3.60 ms.");
    }

    @Test
    void everyEndIsASentence() {
        assertThat(end(new RunEnd.Completed())).isEqualTo("Completed in 4.10 ms");
        assertThat(end(new RunEnd.Stopped())).isEqualTo("Stopped after 4.10 ms");
        assertThat(end(new RunEnd.LimitReached())).isEqualTo("Its time was up after 4.10 ms");
        assertThat(end(new RunEnd.UnitFailed("ann", 1_012, "it divides by zero")))
                .isEqualTo("ann failed at line 1,012: it divides by zero");
        assertThat(end(new RunEnd.Refused("no memory"))).isEqualTo("Not started: no memory");
        assertThat(end(new RunEnd.EngineDied("The engine process was killed by signal 9 (SIGKILL)")))
                .isEqualTo("The engine process was killed by signal 9 (SIGKILL); 48,211 events are kept");
    }

    private String end(RunEnd end) {
        return EndWords.of(ended(end), Reports.updatesLost(1_213));
    }

    private RunState ended(RunEnd end) {
        return new RunState.Ended(plan, end, WALL);
    }

    private static RunPlan plan() {
        var document = new Library().find("lost-update").orElseThrow();
        return new RunPlan(document, Settings.of(document.scenario().orElseThrow()), 2, Path.of("run"));
    }
}
