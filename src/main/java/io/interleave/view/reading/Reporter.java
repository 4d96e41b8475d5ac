package io.interleave.view.reading;

import io.interleave.analysis.CriticalPath;
import io.interleave.analysis.Figures;
import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import io.interleave.analysis.Timeline;
import io.interleave.view.fx.Messages;
import io.interleave.view.timeline.LaneKey;
import io.interleave.view.timeline.Selection;
import io.interleave.view.timeline.SelectionWords;
import java.util.List;
import java.util.Optional;

/// Says all about a selection: of a span what it is and why it waited, of a lane and of a range of time where
/// the time went. Takes as long as there are spans in it: to be asked in the background.
final class Reporter {

    private static final int MOST_SHARES = 12;

    private final Timeline timeline;

    private Reporter(Timeline timeline) {
        this.timeline = timeline;
    }

    static Report of(Timeline timeline, Selection selection, Optional<CriticalPath> route) {
        var figures = figures(timeline, selection);
        return timeline.look(it -> new Reporter(it).report(selection, figures, route));
    }

    /// Not within a look: nobody has to wait for it.
    private static Optional<Figures> figures(Timeline timeline, Selection selection) {
        return switch (selection) {
            case Selection.Nothing _, Selection.OfSpan _ -> Optional.empty();
            case Selection.Range(long from, long to) -> Optional.of(timeline.figures(units(timeline), from, to));
            case Selection.OfLane(var lane) ->
                timeline.lane(lane.kind(), lane.subject())
                        .map(it -> timeline.figures(List.of(it), timeline.start(), timeline.now() + 1));
        };
    }

    /// What cores and locks had would be counted with them a second time.
    private static List<Lane> units(Timeline timeline) {
        return timeline.lanes().stream()
                .filter(it -> switch (it.kind()) {
                    case UNIT, CHILD, GROUP -> true;
                    case CORE, CARRIER, LOCK, LEVEL, VARIABLE -> false;
                })
                .toList();
    }

    private Report report(Selection selection, Optional<Figures> figures, Optional<CriticalPath> route) {
        var rows = new Rows();
        route.ifPresent(it -> path(rows, it));
        var words = SelectionWords.of(timeline, selection);
        return switch (selection) {
            case Selection.Nothing _ ->
                new Report(route.isPresent() ? Messages.text("report.path") : "", List.of(), rows.all(), List.of());
            case Selection.Range(long from, long to) -> {
                time(rows, from, to);
                figures.ifPresent(it -> figures(rows, it));
                yield new Report(Messages.text("report.range"), List.of(), rows.all(), List.of());
            }
            case Selection.OfLane _ -> {
                time(rows, timeline.start(), timeline.now());
                figures.ifPresent(it -> figures(rows, it));
                yield new Report(words.title(), words.lines(), rows.all(), List.of());
            }
            case Selection.OfSpan(var lane, int span, long from, long to) -> {
                time(rows, from, to);
                yield new Report(words.title(), words.lines(), rows.all(), chain(lane, span));
            }
        };
    }

    private List<Report.Cause> chain(LaneKey lane, int span) {
        return lane.kind() == Lane.Kind.UNIT || lane.kind() == Lane.Kind.CHILD
                ? timeline.why(lane.subject(), span)
                        .map(it -> new WhyWords(timeline).of(it))
                        .orElse(List.of())
                : List.of();
    }

    private void time(Rows rows, long begin, long to) {
        // A variable has its first value from before the run.
        long from = Math.max(begin, timeline.start());
        rows.section("time")
                .nanos(Messages.text("report.from"), from - timeline.start())
                .nanos(Messages.text("report.to"), to - timeline.start())
                .nanos(Messages.text("report.length"), to - from);
    }

    private void figures(Rows rows, Figures figures) {
        rows.section("states").states(figures.states());
        rows.section("waits").distribution(figures.waits());
        rows.section("waits.by");
        for (var each : figures.waitsFor()) {
            String name = each.resource() == Spans.NONE
                    ? Messages.text("report.other")
                    : timeline.resourceName(each.resource());
            rows.nanos(
                    Messages.text("report.waits.of", name, each.waits().count()),
                    each.waits().sum());
        }
        rows.section("cores");
        figures.cores().forEach((core, nanos) -> rows.nanos(Messages.text("report.core", core), nanos));
        rows.section("shares");
        figures.shares().stream()
                .limit(MOST_SHARES)
                .forEach(it -> rows.nanos(timeline.unitName(it.unit()), it.nanos()));
        rows.section(figures.exact() ? "counts" : "counts.estimated")
                .count(Messages.text("report.spans"), figures.spans())
                .count(Messages.text("report.switches"), figures.switches())
                .count(Messages.text("report.preemptions"), figures.preemptions())
                .count(Messages.text("report.migrations"), figures.migrations());
        if (figures.items() > 0) {
            rows.count(Messages.text("report.items"), figures.items());
        }
        if (figures.tasks() > 0) {
            rows.count(Messages.text("report.tasks"), figures.tasks());
        }
    }

    private void path(Rows rows, CriticalPath path) {
        long whole = path.end() - path.start();
        rows.section("path").nanos(Messages.text("report.length"), whole);
        rows.states(path.states());
        rows.section("path.waits");
        path.waits()
                .forEach((resource, nanos) -> rows.share(
                        resource == Spans.NONE ? Messages.text("report.other") : timeline.resourceName(resource),
                        nanos,
                        whole));
    }
}
