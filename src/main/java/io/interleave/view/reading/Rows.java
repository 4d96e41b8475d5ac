package io.interleave.view.reading;

import io.interleave.analysis.Figures.Distribution;
import io.interleave.analysis.State;
import io.interleave.view.fx.Figures;
import io.interleave.view.fx.Messages;
import io.interleave.view.timeline.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Gathers the rows of a report.
final class Rows {

    private final List<ReportRow> rows = new ArrayList<>();
    private String section = "";

    /// The rows that follow belong to this.
    Rows section(String key, Object... arguments) {
        section = Messages.text("report." + key, arguments);
        return this;
    }

    Rows nanos(String name, long nanos) {
        return add(name, Figures.duration(nanos), Figures.count(nanos) + " ns");
    }

    Rows count(String name, long count) {
        return add(name, Figures.count(count), "");
    }

    /// A time with its share of another.
    Rows share(String name, long nanos, long whole) {
        String part = whole > 0 ? " · " + Figures.percent((double) nanos / whole) : "";
        return add(name, Figures.duration(nanos) + part, Figures.count(nanos) + " ns");
    }

    Rows states(Map<State, Long> states) {
        long whole = states.values().stream().mapToLong(it -> it).sum();
        states.forEach((state, nanos) -> share(Words.state(state), nanos, whole));
        return this;
    }

    Rows distribution(Distribution of) {
        if (of.count() > 0) {
            count(Messages.text("report.count"), of.count());
            nanos(Messages.text("report.sum"), of.sum());
            nanos(Messages.text("report.min"), of.min());
            nanos(Messages.text("report.p50"), of.p50());
            nanos(Messages.text("report.p90"), of.p90());
            nanos(Messages.text("report.p99"), of.p99());
            nanos(Messages.text("report.max"), of.max());
        }
        return this;
    }

    private Rows add(String name, String value, String exact) {
        rows.add(new ReportRow(section, name, value, exact));
        section = "";
        return this;
    }

    List<ReportRow> all() {
        return List.copyOf(rows);
    }
}
