package io.interleave.view.timeline;

import io.interleave.trace.Clock;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// What the benchmark of the timeline's window measures.
public final class WindowBench extends Application {

    private static final double[] ZOOMS = {1, 0.3, 0.1, 0.01, 0.0001};
    private static final double ZOOM_STEP = 1.01;

    /// After how many frames the window is back where it was.
    private static final int ROUND = 200;

    /// While code is new, its compiler takes a part of the processors.
    private static final int WARM = 2 * ROUND;

    private static final int FRAMES = 2 * ROUND;

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
            private final double[] warming = new double[WARM];
            private int zoom = -1;
            private int frame = FRAMES;
            private long before;
            private Processors began = Processors.now();

            @Override
            public void handle(long pulse) {
                long now = Clock.now();
                if (frame == FRAMES) {
                    next();
                } else if (frame >= 0) {
                    millis[frame] = (now - before) / 1e6;
                } else {
                    warming[WARM + frame] = (now - before) / 1e6;
                    began = frame == -1 ? Processors.now() : began;
                }
                frame++;
                before = now;
                int at = Math.floorMod(frame, ROUND);
                view.steering().pan(at < ROUND / 2 ? 3 : -3);
                view.steering().zoomAt(at % (ROUND / 2) < ROUND / 4 ? 1 / ZOOM_STEP : ZOOM_STEP, 700);
            }

            private void next() {
                if (zoom >= 0) {
                    Arrays.sort(millis);
                    Arrays.sort(warming);
                    System.out.printf(
                            "%6.2f %% of the run in sight: %.1f ms a frame (best %.1f, p99 %.1f; of the first %d p99 %.1f)%n",
                            ZOOMS[zoom] * 100,
                            millis[FRAMES / 2],
                            millis[0],
                            millis[FRAMES * 99 / 100],
                            WARM,
                            warming[WARM * 99 / 100]);
                    System.out.println("        " + Processors.now().since(began, FRAMES));
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

    /// How long the threads of a frame have kept a processor busy, in nanoseconds: what a frame costs however many
    /// others want the processors.
    ///
    /// @param window the thread of the JavaFX application: plan and pixels, and their hand-over
    /// @param helping those that take half of a plan and of its pixels
    /// @param renderer the thread that brings the scene to the screen
    private record Processors(long window, long helping, long renderer) {

        static Processors now() {
            var threads = ManagementFactory.getThreadMXBean();
            long window = 0;
            long helping = 0;
            long renderer = 0;
            for (var thread : threads.getThreadInfo(threads.getAllThreadIds())) {
                if (thread == null) {
                    continue;
                }
                long nanos = Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
                String name = thread.getThreadName();
                window += name.equals("JavaFX Application Thread") ? nanos : 0;
                helping += name.startsWith("ForkJoinPool") ? nanos : 0;
                renderer += name.startsWith("QuantumRenderer") ? nanos : 0;
            }
            return new Processors(window, helping, renderer);
        }

        String since(Processors before, int frames) {
            return "of processors, ms a frame: window %.1f, helping %.1f, renderer %.1f"
                    .formatted(
                            (window - before.window) / 1e6 / frames,
                            (helping - before.helping) / 1e6 / frames,
                            (renderer - before.renderer) / 1e6 / frames);
        }
    }
}
