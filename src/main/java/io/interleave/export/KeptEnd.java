package io.interleave.export;

import io.interleave.analysis.Timeline;
import io.interleave.run.RunEnd;

/// How a run ended, by its trace alone.
public final class KeptEnd {

    private KeptEnd() {}

    /// @return {@link RunEnd.EngineDied} where the trace does not tell
    public static RunEnd of(Timeline timeline) {
        return timeline.end()
                .map(it -> switch (it.how()) {
                    case COMPLETED -> new RunEnd.Completed();
                    case STOPPED -> new RunEnd.Stopped();
                    case LIMIT -> new RunEnd.LimitReached();
                    case FAILED -> failed(timeline);
                })
                .orElseGet(() ->
                        new RunEnd.EngineDied("The run has no end: its engine process was killed, or still runs"));
    }

    private static RunEnd failed(Timeline timeline) {
        return timeline.failure()
                .<RunEnd>map(it -> new RunEnd.UnitFailed(timeline.unitName(it.unit()), it.line(), it.message()))
                .orElseGet(() -> new RunEnd.EngineDied("The run failed, and the trace does not tell why"));
    }
}
