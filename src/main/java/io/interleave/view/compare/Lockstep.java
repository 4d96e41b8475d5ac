package io.interleave.view.compare;

import io.interleave.view.timeline.Arrangement;
import io.interleave.view.timeline.TimelineView;
import io.interleave.view.timeline.Window;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;

/// Keeps two timelines in step: whoever moves one in time, scrolls it, or folds, hides or sorts its lanes, does
/// it to the other.
final class Lockstep {

    /// Of the stretch that is shown: what is nearer than that is the same, for each rounds to its own pixels.
    private static final double SAME = 1.0 / 2_000;

    private final TimelineView upper;
    private final TimelineView lower;
    private boolean arranged;
    private boolean scrolling;

    Lockstep(TimelineView upper, TimelineView lower) {
        this.upper = upper;
        this.lower = lower;
        follow(upper, lower);
        follow(lower, upper);
    }

    private void follow(TimelineView leader, TimelineView follower) {
        leader.windowProperty().subscribe((_, window) -> move(follower, window));
        leader.arrangementProperty().subscribe((_, arrangement) -> {
            if (arranged) {
                follower.arrangementProperty().set(arrangement);
            }
        });
        scrollBar(leader)
                .ifPresent(bar -> bar.valueProperty()
                        .subscribe((_, value) -> scrollBar(follower).ifPresent(it -> scroll(it, value.doubleValue()))));
    }

    /// @param sameLanes whether a lane of the one is that of the same name of the other
    void begin(Window window, boolean sameLanes) {
        arranged = sameLanes;
        upper.arrangementProperty().set(Arrangement.PLAIN);
        lower.arrangementProperty().set(Arrangement.PLAIN);
        upper.show(window);
        lower.show(window);
    }

    private static void move(TimelineView follower, Window window) {
        var has = follower.windowProperty().get();
        double near = (window.to() - window.from()) * SAME;
        if (Math.abs(has.from() - window.from()) > near || Math.abs(has.to() - window.to()) > near) {
            follower.show(window);
        }
    }

    private void scroll(ScrollBar follower, double value) {
        if (!scrolling) {
            scrolling = true;
            follower.setValue(Math.min(value, follower.getMax()));
            scrolling = false;
        }
    }

    private static Optional<ScrollBar> scrollBar(TimelineView view) {
        return view.getChildrenUnmodifiable().stream()
                .filter(ScrollBar.class::isInstance)
                .map(ScrollBar.class::cast)
                .filter(it -> it.getOrientation() == Orientation.VERTICAL)
                .findFirst();
    }
}
