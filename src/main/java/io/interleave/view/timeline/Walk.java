package io.interleave.view.timeline;

import io.interleave.analysis.Flows;
import io.interleave.analysis.Lane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// From what is selected to what is beside it. To be asked under the timeline's look; says {@link
/// Selection#NONE} where there is nothing.
record Walk(Source source) {

    /// The next span of the same lane, or before it; of a lane the one at `time`.
    Selection along(Selection from, int direction, long time) {
        return switch (from) {
            case Selection.OfSpan(var key, int span, long _, long _) -> span(key, span + direction);
            case Selection.OfLane(var key) -> at(key, time);
            case Selection.Range _, Selection.Nothing _ -> Selection.NONE;
        };
    }

    /// What another lane does at the same time.
    Selection across(Selection from, LaneKey lane, long time) {
        if (!from.hasTime()) {
            return at(lane, time);
        }
        var there = at(lane, from.from() + (from.to() - from.from()) / 2);
        return there instanceof Selection.Nothing ? new Selection.OfLane(lane) : there;
    }

    /// The span that caused the selected one.
    Selection back(Selection from) {
        return from instanceof Selection.OfSpan(var lane, int span, long _, long _) && isUnit(lane)
                ? of(source.back(lane.subject(), span))
                : Selection.NONE;
    }

    /// The span that the selected one caused.
    Selection forward(Selection from) {
        return from instanceof Selection.OfSpan(var lane, int span, long _, long _) && isUnit(lane)
                ? of(source.forward(lane.subject(), span))
                : Selection.NONE;
    }

    private Selection of(Optional<Flows.Hop> hop) {
        return hop.map(it -> span(new LaneKey(Lane.Kind.UNIT, it.unit()), it.span()))
                .orElse(Selection.NONE);
    }

    static boolean isUnit(LaneKey lane) {
        return lane.kind() == Lane.Kind.UNIT || lane.kind() == Lane.Kind.CHILD;
    }

    private Selection at(LaneKey key, long time) {
        return source.lane(key.kind(), key.subject())
                .map(Lane::spans)
                .map(it -> Picker.span(key, it, Math.min(it.firstEndingAfter(time), it.size() - 1)))
                .orElse(Selection.NONE);
    }

    private Selection span(LaneKey key, int span) {
        return source.lane(key.kind(), key.subject())
                .map(it -> Picker.span(key, it.spans(), span))
                .orElse(Selection.NONE);
    }

    /// The lanes that are shown, from the top.
    static List<LaneKey> shown(LaneLayout layout) {
        var all = new ArrayList<LaneKey>();
        layout.pinned().forEach(it -> all.add(it.key()));
        layout.rows().forEach(it -> all.add(it.key()));
        return all;
    }
}
