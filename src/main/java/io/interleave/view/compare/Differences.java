package io.interleave.view.compare;

import io.interleave.analysis.Comparison;
import io.interleave.analysis.Comparison.Row;
import io.interleave.analysis.Comparison.Use;
import io.interleave.analysis.Comparison.Work;
import io.interleave.analysis.Finding;
import io.interleave.analysis.State;
import io.interleave.model.Value;
import io.interleave.view.fx.Messages;
import io.interleave.view.knobs.KnobModel;
import io.interleave.view.outcome.FindingWords;
import io.interleave.view.timeline.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// What came out of two runs, thing by thing: first the whole, then groups, what they waited for, variables,
/// what was found, and last each unit.
final class Differences {

    private static final List<State> STATES = List.of(
            State.RUNNING,
            State.READY,
            State.ACTIVE,
            State.LOCK_WAIT,
            State.WAIT,
            State.IO,
            State.SERIALIZING,
            State.SLEEPING,
            State.SUSPENDED);

    /// More units than these would bury all else.
    private static final int MOST_UNITS = 32;

    private final Comparison comparison;
    private final List<Difference> rows = new ArrayList<>();

    private Differences(Comparison comparison) {
        this.comparison = comparison;
    }

    static List<Difference> of(Side first, Side second) {
        var differences = new Differences(Comparison.of(first.timeline(), second.timeline()));
        differences.rows.add(Difference.words(Messages.text("compare.result"), result(first), result(second)));
        differences.addAll();
        return differences.rows;
    }

    private static String result(Side side) {
        return side.run().result().map(it -> it.words()).orElse("");
    }

    private void addAll() {
        var one = comparison.runs().first();
        var other = comparison.runs().second();
        rows.add(Difference.times(Messages.text("compare.time"), one.nanos(), other.nanos()));
        rows.add(Difference.words(Messages.text("compare.expected"), held(one), held(other)));
        comparison.groups().forEach(this::addWork);
        comparison.locks().forEach(this::addUse);
        comparison.resources().forEach(this::addUse);
        comparison.variables().forEach(this::addVariable);
        comparison.findings().forEach(this::addFinding);
        rows.add(Difference.counts(Messages.text("compare.units"), one.units(), other.units()));
        rows.add(Difference.counts(Messages.text("compare.events"), one.events(), other.events()));
        if (comparison.units().size() <= MOST_UNITS) {
            comparison.units().forEach(this::addWork);
        }
    }

    private static String held(Comparison.Whole run) {
        return run.expectations() == 0 ? "" : Messages.text("compare.held", run.held(), run.expectations());
    }

    private void addWork(Row<Work> row) {
        for (var state : STATES) {
            addTimes(Messages.text("compare.of", row.name(), Words.state(state)), row, it -> it.nanos(state));
        }
        addCounts(Messages.text("compare.of", row.name(), Messages.text("compare.switches")), row, Work::switches);
    }

    private void addUse(Row<Use> row) {
        addTimes(Messages.text("compare.of", row.name(), Messages.text("compare.waited")), row, Use::waited);
        addTimes(Messages.text("compare.of", row.name(), Messages.text("compare.longest")), row, Use::longest);
        addCounts(Messages.text("compare.of", row.name(), Messages.text("compare.waits")), row, Use::waits);
        addTimes(Messages.text("compare.of", row.name(), Messages.text("compare.heldFor")), row, Use::held);
    }

    private <T> void addTimes(String what, Row<T> row, ToLongFunction<T> of) {
        if (isAnything(row, of)) {
            rows.add(Difference.times(what, number(row.first(), of), number(row.second(), of)));
        }
    }

    private <T> void addCounts(String what, Row<T> row, ToLongFunction<T> of) {
        if (isAnything(row, of)) {
            rows.add(Difference.counts(what, number(row.first(), of), number(row.second(), of)));
        }
    }

    private static <T> boolean isAnything(Row<T> row, ToLongFunction<T> of) {
        return number(row.first(), of) != 0 || number(row.second(), of) != 0;
    }

    private static <T> long number(Optional<T> side, ToLongFunction<T> of) {
        return side.map(of::applyAsLong).orElse(0L);
    }

    private void addVariable(Row<Value> row) {
        var what = Messages.text("compare.variable", row.name());
        if (row.first().orElse(null) instanceof Value.Whole(long one)
                && row.second().orElse(null) instanceof Value.Whole(long other)) {
            rows.add(Difference.counts(what, one, other));
        } else if (row.first().orElse(null) instanceof Value.Time(long one)
                && row.second().orElse(null) instanceof Value.Time(long other)) {
            rows.add(Difference.times(what, one, other));
        } else {
            rows.add(Difference.words(what, text(row.first()), text(row.second())));
        }
    }

    private static String text(Optional<Value> value) {
        return value.map(KnobModel::text).orElse("");
    }

    private void addFinding(Row<Finding> row) {
        rows.add(Difference.words(
                Messages.text("compare.finding", row.name()), brief(row.first()), brief(row.second())));
    }

    private static String brief(Optional<Finding> finding) {
        return finding.map(FindingWords::brief).orElse("");
    }
}
