package io.interleave.view.timeline;

import io.interleave.trace.Clock;
import java.util.Arrays;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// What the benchmark of the timeline's window measures.
public final class WindowBench extends Application {

    private static final double[] ZOOMS = {1, 0.3, 0.1, 0.01};
    private static final double ZOOM_STEP = 1.01;
    private static final int WARM = 120;
    private static final int FRAMES = 300;

    @Override
    public void start(Stage stage) {
        int spans = getParameters().getRaw().isEmpty()
                ? 10_000_000
                : Integer.parseInt(getParameters().getRaw().getFirst());
        TimelineView view = new TimelineView();
        FakeSource source = FrameBench.dense(spans);
        view.show(source);
        stage.setScene(new Scene(view, 1900, 1000));
        stage.show();
        System.out.printf("%,d spans on 64 lanes in a window of 1900 x 1000%n", source.eventsKept());
        new AnimationTimer() {
            private final double[] millis = new double[FRAMES];
            private int zoom = -1;
            private int frame = FRAMES;
            private long before;

            @Override
            public void handle(long pulse) {
                long now = Clock.now();
                if (frame == FRAMES) {
                    next();
                } else if (frame >= 0) {
                    millis[frame] = (now - before) / 1e6;
                }
                frame++;
                before = now;
                view.pan(frame % 200 < 100 ? 3 : -3);
                view.zoomAt(frame % 100 < 50 ? 1 / ZOOM_STEP : ZOOM_STEP, 700);
            }

            private void next() {
                if (zoom >= 0) {
                    Arrays.sort(millis);
                    System.out.printf(
                            "%6.1f %% of the run in sight: %.1f ms a frame (best %.1f, p99 %.1f)%n",
                            ZOOMS[zoom] * 100, millis[FRAMES / 2], millis[0], millis[FRAMES * 99 / 100]);
                }
                if (++zoom == ZOOMS.length) {
                    stop();
                    Platform.exit();
                    return;
                }
                long length = (long) ((source.now() - source.start()) * ZOOMS[zoom]);
                view.zoomTo(source.start(), source.start() + length);
                frame = -WARM;
            }
        }.start();
    }
}
