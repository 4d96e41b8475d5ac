package io.interleave.view.reading;

import io.interleave.analysis.CriticalPath;
import io.interleave.analysis.Timeline;
import io.interleave.view.timeline.LaneKey;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Finds critical paths in the background, one at a time; what is not wanted any more is not told.
final class RouteFinder {

    private final Executor background;
    private final Executor ui;
    private int asked;

    RouteFinder(Executor background, Executor ui) {
        this.background = background;
        this.ui = ui;
    }

    /// @param lane of the unit whose end is explained; null for the run
    void find(Timeline timeline, @Nullable LaneKey lane, Consumer<Optional<CriticalPath>> told) {
        int mine = ++asked;
        background.execute(() -> {
            var path = lane == null ? timeline.criticalPath() : timeline.criticalPath(lane.subject());
            ui.execute(() -> {
                if (mine == asked) {
                    told.accept(path);
                }
            });
        });
    }

    void forget() {
        asked++;
    }
}
