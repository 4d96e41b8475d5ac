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
        return of(source, look(scale, Arrangement.PLAIN, Highlights.NONE, Long.MAX_VALUE, focused, scroll, METRICS));
    }

    static FramePlan of(Source source, Arrangement arrangement, Highlights highlights) {
        return of(source, look(wholeScale(source), arrangement, highlights, Long.MAX_VALUE, -1, 0, METRICS));
    }

    static FramePlan of(Source source, Look look) {
        RunSummary.Result summary = new RunSummary(source.start()).update(source);
        return source.look(still -> new FramePlanner(new RecordingSurface()).plan(still, summary, look));
    }

    static TimeScale wholeScale(Source source) {
        return Navigation.whole(source.start(), source.now(), Areas.plotWidth(WIDTH, METRICS));
    }

    static Look look(
            TimeScale scale,
            Arrangement arrangement,
            Highlights highlights,
            long until,
            int focused,
            int scroll,
            Metrics metrics) {
        return new Look(
                WIDTH,
                HEIGHT,
                metrics,
                scale,
                arrangement,
                highlights,
                scroll,
                until,
                focused,
                1,
                false,
                Surroundings.ALL);
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
