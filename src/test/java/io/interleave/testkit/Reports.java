package io.interleave.testkit;

import io.interleave.analysis.Finding;
import io.interleave.analysis.Outcome;
import io.interleave.analysis.State;
import io.interleave.model.Expr;
import io.interleave.model.Value;
import io.interleave.trace.CoreSource;
import io.interleave.view.session.RunSummary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a run may amount to.
public final class Reports {

    private Reports() {}

    /// Four workers of lost-update without the lock, as it could have been.
    public static RunSummary updatesLost(long lost) {
        long expected = 8_000;
        var result = new Outcome.Result(
                "count == workers * rounds",
                lost == 0 ? Outcome.Verdict.HELD : Outcome.Verdict.FAILED,
                Optional.of(new Value.Whole(expected - lost)),
                Optional.of(Expr.BinaryOperator.EQUAL),
                Optional.of(new Value.Whole(expected)));
        return of(
                List.of(result),
                lost == 0 ? List.of() : List.of(new Finding.UpdatesLost(1, "count", lost, expected, 40)));
    }

    /// The clerks of two-locks, each of which has what the other wants.
    public static RunSummary deadlock() {
        var result = new Outcome.Result(
                "transfers == 2 * rounds",
                Outcome.Verdict.UNDECIDED,
                Optional.of(new Value.Whole(0)),
                Optional.of(Expr.BinaryOperator.EQUAL),
                Optional.of(new Value.Whole(1_000)));
        var circle = List.of(
                new Finding.Deadlock.Link("first", "bob_lock", 41, "second", 57),
                new Finding.Deadlock.Link("second", "alice_lock", 59, "first", 39));
        return of(List.of(result), List.of(new Finding.Deadlock(5, circle)));
    }

    /// Of which this came out, and nothing was found.
    public static RunSummary of(Outcome.Result... results) {
        return of(List.of(results), List.of());
    }

    private static RunSummary of(List<Outcome.Result> results, List<Finding> findings) {
        return new RunSummary(
                4_100_000,
                new Outcome(results),
                findings,
                List.of(),
                units(4),
                List.of(0.98, 0.97),
                Optional.of(new RunSummary.Source(CoreSource.EXACT, "")),
                List.of(new RunSummary.Line(1_000_000, "worker 1", "half way")),
                48_211,
                0,
                0,
                Optional.empty());
    }

    private static List<RunSummary.UnitTime> units(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(index -> new RunSummary.UnitTime(
                        "worker " + index,
                        Map.of(
                                State.RUNNING,
                                2_200_000L + index * 50_000,
                                State.READY,
                                1_400_000L,
                                State.LOCK_WAIT,
                                500_000L)))
                .toList();
    }
}
