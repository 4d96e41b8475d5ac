package io.interleave.bench;

import io.interleave.view.timeline.WindowBench;
import javafx.application.Application;

/// Times whole frames of the timeline in a window of 1900 × 1000, with about a million spans (or as many as the
/// first argument says) on 64 lanes: plan, pixels, text and what JavaFX needs to bring them to the screen, while
/// the view pans by itself at every pulse, with the whole run in sight and then with a tenth and a hundredth. Needs
/// a display; says more with `-Dprism.order=sw -Djavafx.animation.fullspeed=true`.
public final class TimelineWindow {

    private TimelineWindow() {}

    public static void main(String[] arguments) {
        Application.launch(WindowBench.class, arguments);
    }
}
