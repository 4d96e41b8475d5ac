package io.interleave.view.reading;

import io.interleave.analysis.CriticalPath;
import io.interleave.analysis.Timeline;
import io.interleave.view.fx.Latest;
import io.interleave.view.timeline.LaneKey;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Finds critical paths in the background, one at a time; what is not wanted any more is not told.
final class RouteFinder {

    private final Latest latest;

    RouteFinder(Executor background, Executor ui) {
        latest = new Latest(background, ui);
    }

    /// @param lane of the unit whose end is explained; null for the run
    void find(Timeline timeline, @Nullable LaneKey lane, Consumer<Optional<CriticalPath>> told) {
        latest.ask(() -> lane == null ? timeline.criticalPath() : timeline.criticalPath(lane.subject()), told);
    }

    void forget() {
        latest.forget();
    }
}
