package io.interleave.view.timeline;

import javafx.application.ConditionalFeature;
import javafx.application.Platform;

/// How often to look for what is new in a run.
///
/// After a frame, what is new waits for so many times as long as the frame took, and where there is no graphics
/// card for at least `SOFTWARE_REST`: the run and this window share the machine's cores, and drawing every
/// frame in software would take a core from what is drawn. Frames that a person asks for, by a key or the
/// mouse, come at every pulse.
final class Pacing {

    private static final int REST = 3;

    /// Nanoseconds: 30 frames a second.
    private static final long SOFTWARE_REST = 30_000_000;

    /// Nanoseconds: the first frames, and those that got no core, take long and say little of the next.
    private static final long LONGEST_REST = 200_000_000;

    /// JavaFX paints three-dimensional scenes on graphics cards only.
    private final long rest = Platform.isSupported(ConditionalFeature.SCENE3D) ? 0 : SOFTWARE_REST;

    private long newsDue;

    /// @param now the screen's clock, in nanoseconds
    boolean isDue(long now) {
        return now >= newsDue;
    }

    /// A frame was painted.
    ///
    /// @param nanos how long that took
    void painted(long now, long nanos) {
        newsDue = now + Math.clamp(REST * nanos, rest, LONGEST_REST);
    }
}
