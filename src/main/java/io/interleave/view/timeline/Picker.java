package io.interleave.view.timeline;

import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;

/// What a click chooses. To be asked under the timeline's look.
record Picker(FramePlan plan) {

    /// A span; where several share a pixel, their stretch of time; on a name, the lane.
    Selection at(double x, double y) {
        FramePlan.LanePlan planned = plan.laneAt(y);
        if (planned == null) {
            return Selection.NONE;
        }
        Lane lane = planned.lane();
        LaneKey key = planned.row().key();
        Area plot = plan.areas().plot();
        if (x < plot.x() || lane.kind() == Lane.Kind.GROUP) {
            return new Selection.OfLane(key);
        }
        Spans spans = lane.spans();
        int column = (int) Math.floor(x - plot.x());
        return switch (lane.kind()) {
            case LEVEL, VARIABLE ->
                span(key, spans, spans.at(plan.look().scale().timeAt(column + 0.5)));
            case CORE, UNIT, CHILD, CARRIER, LOCK, GROUP -> piece(key, spans, planned.strip(), column);
        };
    }

    private static Selection piece(LaneKey key, Spans spans, Strip strip, int column) {
        int piece = strip.at(column);
        if (piece < 0 || strip.first(piece) >= spans.size()) {
            return Selection.NONE;
        }
        int first = strip.first(piece);
        int last = Math.min(spans.size(), first + strip.count(piece)) - 1;
        return last > first && spans.end(last) > spans.start(first)
                ? new Selection.Range(spans.start(first), spans.end(last))
                : span(key, spans, first);
    }

    static Selection span(LaneKey key, Spans spans, int span) {
        return span < 0 || span >= spans.size()
                ? Selection.NONE
                : new Selection.OfSpan(key, span, spans.start(span), spans.end(span));
    }
}
