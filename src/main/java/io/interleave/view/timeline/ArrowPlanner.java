package io.interleave.view.timeline;

import io.interleave.analysis.Flow;
import io.interleave.analysis.Flows;
import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Decides which arrows a picture has: those of the selected span, and the chain through it some way back and
/// forth; all in sight where that is asked for.
final class ArrowPlanner {

    /// More are only a tangle.
    private static final int MOST = 300;

    private static final int MOST_OF_SPAN = 24;
    private static final int CHAIN = 6;

    private final Source source;
    private final LaneLayout layout;
    private final Look look;
    private final Area plot;
    private final int top;
    private final List<Arrow> arrows = new ArrayList<>();
    private final Set<Flow> seen = new HashSet<>();

    /// @param top the y of the top of what scrolls
    ArrowPlanner(Source source, LaneLayout layout, Look look, Area plot, int top) {
        this.source = source;
        this.layout = layout;
        this.look = look;
        this.plot = plot;
        this.top = top;
    }

    List<Arrow> plan() {
        if (look.highlights().selection() instanceof Selection.OfSpan(var lane, int span, long _, long _)
                && (lane.kind() == Lane.Kind.UNIT || lane.kind() == Lane.Kind.CHILD)) {
            source.flows(lane.subject(), span).stream().limit(MOST_OF_SPAN).forEach(it -> add(it, true));
            chain(lane.subject(), span, true);
            chain(lane.subject(), span, false);
        }
        if (look.highlights().arrows()) {
            long from = look.scale().timeAt(0);
            // Zoomed in deeply, the last nanosecond in sight is many pixels wide.
            long to = Math.min(look.until(), look.scale().timeAt(plot.width()) + 1);
            source.flows(from, to, MOST).flows().forEach(it -> add(it, false));
        }
        return List.copyOf(arrows);
    }

    private void chain(int unit, int span, boolean backwards) {
        int atUnit = unit;
        int atSpan = span;
        for (int hop = 0; hop < CHAIN && atSpan != Spans.NONE; hop++) {
            var next = backwards ? source.back(atUnit, atSpan) : source.forward(atUnit, atSpan);
            if (next.isEmpty()) {
                return;
            }
            Flows.Hop to = next.get();
            add(to.flow(), hop == 0);
            atUnit = to.unit();
            atSpan = to.span();
        }
    }

    private void add(Flow flow, boolean near) {
        if (flow.toTime() > look.until() || !seen.add(flow)) {
            return;
        }
        var from = layout.of(Lane.Kind.UNIT, flow.from());
        var to = layout.of(Lane.Kind.UNIT, flow.to());
        if (from == null || to == null) {
            return;
        }
        double fromX = look.scale().x(flow.fromTime());
        double toX = look.scale().x(flow.toTime());
        double fromY = y(from);
        double toY = y(to);
        clipped(flow.kind(), fromX, fromY, toX, toY, near);
    }

    /// Adds the part of a line that lies in the plot, if there is one.
    private void clipped(Flow.Kind kind, double fromX, double fromY, double toX, double toY, boolean near) {
        double first = 0;
        double last = 1;
        double[] distances = {fromX, plot.width() - fromX, fromY - plot.y(), plot.bottom() - fromY};
        double[] ways = {fromX - toX, toX - fromX, fromY - toY, toY - fromY};
        for (int side = 0; side < ways.length; side++) {
            double at = distances[side] / ways[side];
            if (ways[side] > 0) {
                last = Math.min(last, at);
            } else if (ways[side] < 0) {
                first = Math.max(first, at);
            } else if (distances[side] < 0) {
                return;
            }
        }
        if (first <= last) {
            arrows.add(new Arrow(
                    kind,
                    plot.x() + fromX + first * (toX - fromX),
                    fromY + first * (toY - fromY),
                    plot.x() + fromX + last * (toX - fromX),
                    fromY + last * (toY - fromY),
                    near));
        }
    }

    private double y(LaneLayout.Row row) {
        return row.bodyIn(plot, top) + row.bodyHeight() * 0.5;
    }
}
