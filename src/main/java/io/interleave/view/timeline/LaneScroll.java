package io.interleave.view.timeline;

import io.interleave.analysis.Lane;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;

/// How far the lanes are scrolled, with the bar that says and changes it.
final class LaneScroll {

    private final ScrollBar bar = new ScrollBar();
    private final Runnable changed;
    private int pixels;
    private int most;

    /// @param changed is told when the lanes have moved
    LaneScroll(Runnable changed) {
        this.changed = changed;
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        // It stands still while the picture below moves: in software its rounded shapes take as long as a quarter of
        // that.
        bar.setCache(true);
        bar.valueProperty().addListener((_, _, value) -> to(value.intValue()));
    }

    ScrollBar bar() {
        return bar;
    }

    /// How far they are scrolled up.
    int pixels() {
        return pixels;
    }

    void begin() {
        pixels = 0;
        most = 0;
        bar.setVisible(false);
    }

    void to(int target) {
        int limited = Math.clamp(target, 0, most);
        if (limited != pixels) {
            pixels = limited;
            changed.run();
        }
    }

    void by(double more) {
        to((int) Math.round(pixels + more));
    }

    void bringIntoSight(FramePlan plan, Lane.Kind kind, int subject) {
        to(plan.scrollFor(kind, subject, pixels));
    }

    /// The lanes have been laid out.
    ///
    /// @param right where the bar ends
    void fit(FramePlan plan, double right) {
        Area room = plan.scrolled();
        most = plan.mostScroll();
        pixels = Math.min(pixels, most);
        bar.setVisible(most > 0);
        bar.setMax(most);
        bar.setVisibleAmount(
                (double) most * room.height() / Math.max(1, plan.layout().height()));
        bar.setValue(pixels);
        double width = Math.min(plan.look().metrics().margin(), bar.prefWidth(-1));
        bar.resizeRelocate(right - width, room.y(), width, room.height());
    }
}
