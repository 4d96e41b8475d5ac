package io.interleave.view.session;

import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import io.interleave.analysis.State;
import io.interleave.analysis.Timeline;
import java.util.ArrayList;
import java.util.EnumMap;

/// Sums a timeline up.
public final class Reports {

    private static final int LINES = 2_000;

    private Reports() {}

    public static RunSummary of(Timeline timeline) {
        return timeline.look(Reports::sum);
    }

    private static RunSummary sum(Timeline timeline) {
        long elapsed = Math.max(0, timeline.now() - timeline.start());
        var units = new ArrayList<RunSummary.UnitTime>();
        var cores = new ArrayList<RunSummary.CoreTime>();
        for (var lane : timeline.lanes()) {
            switch (lane.kind()) {
                case UNIT -> units.add(unit(lane));
                case CORE -> cores.add(new RunSummary.CoreTime(lane.subject(), share(busy(lane.spans()), elapsed)));
                case LOCK, VARIABLE -> {}
            }
        }
        var all = timeline.lines();
        var lines = all.subList(Math.max(0, all.size() - LINES), all.size()).stream()
                .map(line -> new RunSummary.Line(
                        line.time() - timeline.start(), timeline.unitName(line.unit()), line.text()))
                .toList();
        return new RunSummary(
                elapsed,
                timeline.outcome(),
                timeline.findings(),
                units,
                cores,
                timeline.cores().map(it -> new RunSummary.Source(it.source(), it.reason())),
                lines,
                timeline.eventsKept(),
                timeline.eventsNotKept(),
                timeline.switchesLost());
    }

    private static RunSummary.UnitTime unit(Lane lane) {
        var states = State.values();
        var sums = new long[states.length];
        var spans = lane.spans();
        for (int index = 0; index < spans.size(); index++) {
            sums[spans.state(index).ordinal()] += spans.end(index) - spans.start(index);
        }
        var times = new EnumMap<State, Long>(State.class);
        for (var state : states) {
            if (sums[state.ordinal()] > 0) {
                times.put(state, sums[state.ordinal()]);
            }
        }
        return new RunSummary.UnitTime(lane.name(), times);
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
