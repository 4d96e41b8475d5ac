package io.interleave.view.session;

import io.interleave.analysis.Spans;
import io.interleave.analysis.Timeline;
import io.interleave.view.fx.Messages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Sums a timeline up.
final class Reports {

    private static final int LINES = 2_000;

    private Reports() {}

    static RunSummary of(Timeline timeline) {
        return timeline.look(Reports::sum);
    }

    private static RunSummary sum(Timeline timeline) {
        long elapsed = Math.max(0, timeline.now() - timeline.start());
        var damages = timeline.damages().size();
        return new RunSummary(
                elapsed,
                timeline.outcome(),
                timeline.findings(),
                Facts.of(timeline),
                units(timeline),
                cores(timeline, elapsed),
                timeline.cores().map(it -> new RunSummary.Source(it.source(), it.reason())),
                lines(timeline),
                timeline.eventsKept(),
                timeline.eventsNotKept(),
                timeline.switchesLost(),
                damages == 0 ? Optional.empty() : Optional.of(Messages.text("status.damage", damages)));
    }

    /// Each unit, or where a group is large, the group.
    private static List<RunSummary.UnitTime> units(Timeline timeline) {
        var times = new ArrayList<RunSummary.UnitTime>();
        var large = new HashSet<String>();
        for (var group : timeline.groupTimes()) {
            if (group.shown() < group.units()) {
                large.add(group.name());
                times.add(new RunSummary.UnitTime(
                        Messages.text("outcome.time.group", group.name(), group.units()), group.states()));
            }
        }
        for (var unit : timeline.unitTimes()) {
            if (!large.contains(unit.group()) && !unit.states().isEmpty()) {
                times.add(new RunSummary.UnitTime(unit.name(), unit.states()));
            }
        }
        return times;
    }

    private static List<Double> cores(Timeline timeline, long elapsed) {
        return timeline.lanes().stream()
                .filter(lane -> switch (lane.kind()) {
                    case CORE -> true;
                    case GROUP, UNIT, CHILD, CARRIER, LOCK, LEVEL, VARIABLE -> false;
                })
                .map(lane -> share(busy(lane.spans()), elapsed))
                .toList();
    }

    private static List<RunSummary.Line> lines(Timeline timeline) {
        var all = timeline.lines();
        return all.subList(Math.max(0, all.size() - LINES), all.size()).stream()
                .map(line -> new RunSummary.Line(
                        line.time() - timeline.start(), timeline.unitName(line.unit()), line.text()))
                .toList();
    }

    private static long busy(Spans spans) {
        long busy = 0;
        for (int index = 0; index < spans.size(); index++) {
            if (spans.object(index) != Spans.NONE) {
                busy += spans.end(index) - spans.start(index);
            }
        }
        return busy;
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : Math.min(1, (double) part / whole);
    }
}
