package io.interleave.view.timeline;

import static io.interleave.analysis.Spans.NONE;

import io.interleave.analysis.Lane;
import io.interleave.analysis.SpansBuilder;
import io.interleave.analysis.State;
import io.interleave.trace.Clock;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.Random;

/// What the benchmark of the timeline's frames measures.
public final class FrameBench {

    private static final int WIDTH = 1900;
    private static final int HEIGHT = 1000;
    private static final int LANES = 64;

    private FrameBench() {}

    /// 8 cores, 55 units, one variable, with spans of 1 to 20 µs.
    static FakeSource dense(int spans) {
        Random random = new Random(11);
        FakeSource source = new FakeSource();
        State[] states = {State.RUNNING, State.READY, State.LOCK_WAIT, State.RUNNING, State.SLEEPING, State.IO};
        for (int lane = 0; lane < LANES; lane++) {
            SpansBuilder builder = new SpansBuilder();
            long time = FakeSource.START;
            boolean core = lane < 8;
            boolean variable = lane == LANES - 1;
            for (int span = 0; span < spans / LANES; span++) {
                long end = time + 1_000 + random.nextInt(19_000);
                State state = core ? State.RUNNING : variable ? State.VALUE : states[random.nextInt(states.length)];
                builder.add(time, end, state, core ? lane : NONE, random.nextInt(55), variable ? span : NONE, NONE);
                time = end;
            }
            Lane.Kind kind = core ? Lane.Kind.CORE : variable ? Lane.Kind.VARIABLE : Lane.Kind.UNIT;
            source.lane(kind, core ? lane : lane - 8, kind.name().toLowerCase() + " " + lane, builder);
        }
        source.now += 1_000;
        return source;
    }

    public static void run(int spans) {
        FakeSource source = dense(spans);
        Metrics metrics = new Metrics(13);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        AwtPen pen = new AwtPen(image, 13);
        FramePlanner planner = new FramePlanner(pen);
        Raster raster =
                new Raster(WIDTH, HEIGHT, 1, ((DataBufferInt) image.getRaster().getDataBuffer()).getData());
        long before = Clock.now();
        RunSummary summary = new RunSummary(source.start());
        RunSummary.Result result = summary.update(source);
        System.out.printf("%,d spans on %d lanes, %d x %d%n", source.eventsKept(), LANES, WIDTH, HEIGHT);
        System.out.printf("first summary of the run %.1f ms%n", (Clock.now() - before) / 1e6);
        int width = Areas.plotWidth(WIDTH, metrics);
        TimeScale whole = Navigation.whole(source.start(), source.now(), width);
        Painter painter = new Painter(Theme.DARK);
        for (double zoom : new double[] {1, 0.3, 0.1, 0.01, 0.001}) {
            double[] plans = new double[200];
            double[] pixels = new double[200];
            double[] inks = new double[200];
            for (int warm = 0; warm < 2; warm++) {
                for (int frame = 0; frame < plans.length; frame++) {
                    TimeScale scale = whole.zoomed(zoom, width * 0.4).panned(frame * 3.0);
                    Look look = new Look(
                            WIDTH,
                            HEIGHT,
                            metrics,
                            scale,
                            Arrangement.PLAIN,
                            Highlights.NONE,
                            0,
                            Long.MAX_VALUE,
                            -1,
                            1,
                            false,
                            Surroundings.ALL);
                    long a = Clock.now();
                    FramePlan plan = source.look(still -> planner.plan(still, result, look));
                    long b = Clock.now();
                    painter.pixels(plan, raster);
                    long c = Clock.now();
                    painter.ink(plan, pen);
                    long d = Clock.now();
                    plans[frame] = (b - a) / 1e6;
                    pixels[frame] = (c - b) / 1e6;
                    inks[frame] = (d - c) / 1e6;
                }
            }
            System.out.printf(
                    "%6.1f %% of the run in sight: plan %s, pixels %s, text on an image %s%n",
                    zoom * 100, figures(plans), figures(pixels), figures(inks));
        }
    }

    private static String figures(double[] millis) {
        Arrays.sort(millis);
        return String.format(
                "%.1f ms (best %.1f, p99 %.1f)",
                millis[millis.length / 2], millis[0], millis[millis.length * 99 / 100]);
    }
}
