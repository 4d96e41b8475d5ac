package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

/// How many coroutines of one event loop could run and wait for a carrier.
final class LoopTrack extends LevelTrack {

    LoopTrack(int id, String name) {
        super(id, name, "event_loop");
    }

    /// @param more 1 for one that comes, -1 for one that goes
    void ready(long time, UnitTrack unit, int more) {
        level(time, unit.id, amount() + more, NONE);
    }
}
