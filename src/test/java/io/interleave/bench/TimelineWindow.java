package io.interleave.bench;

import io.interleave.view.timeline.WindowBench;
import javafx.application.Application;

/// Times whole frames of the timeline in a window of 1900 × 1000, with ten million spans (or as many as the
/// first argument says) on 64 lanes, drawn in software: plan, pixels, text and what JavaFX needs to bring them
/// to the screen, while the view pans and zooms at every frame, with the whole run in sight and then with less.
/// Frames come as quickly as they can. Needs a display.
///
/// `mvn -Pbench -Dbench.main=io.interleave.bench.TimelineWindow -Dbench=10000000`
public final class TimelineWindow {

    private TimelineWindow() {}

    public static void main(String[] arguments) {
        System.setProperty("prism.order", "sw");
        System.setProperty("javafx.animation.fullspeed", "true");
        Application.launch(WindowBench.class, arguments);
    }
}
