package io.interleave.view.timeline;

/// Makes plans for tests: 1000 × 700, in letters of the same width.
final class Plans {

    static final Metrics METRICS = new Metrics(13);
    static final int WIDTH = 1000;
    static final int HEIGHT = 700;

    private Plans() {}

    static FramePlan whole(Source source) {
        return of(source, Navigation.whole(source.start(), source.now(), Areas.plotWidth(WIDTH, METRICS)), -1);
    }

    static FramePlan of(Source source, TimeScale scale, int focused) {
        return of(source, scale, focused, 0);
    }

    static FramePlan of(Source source, TimeScale scale, int focused, int scroll) {
        RunSummary.Result summary = new RunSummary(source.start()).update(source);
        Look look = new Look(
                WIDTH,
                HEIGHT,
                METRICS,
                scale,
                Arrangement.PLAIN,
                Highlights.NONE,
                scroll,
                Long.MAX_VALUE,
                focused,
                false,
                Surroundings.ALL);
        return source.look(still -> new FramePlanner(new RecordingSurface()).plan(still, summary, look));
    }

    static FramePlan around(FakeSource source, int conflict) {
        return of(source, Navigation.around(source.lost, conflict, Areas.plotWidth(WIDTH, METRICS)), conflict);
    }

    static RecordingSurface painted(FramePlan plan, Theme theme) {
        RecordingSurface surface = new RecordingSurface();
        new Painter(theme).pixels(plan, surface);
        new Painter(theme).ink(plan, surface);
        return surface;
    }
}
