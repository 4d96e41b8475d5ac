package io.interleave.view.timeline;

import io.interleave.analysis.Lane;

/// Which lane: the same while the run grows, and for a scenario's next run.
///
/// @param subject as of {@link Lane}
public record LaneKey(Lane.Kind kind, int subject) {

    static LaneKey of(Lane lane) {
        return new LaneKey(lane.kind(), lane.subject());
    }
}
