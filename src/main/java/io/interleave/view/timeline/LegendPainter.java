package io.interleave.view.timeline;

import io.interleave.analysis.State;
import io.interleave.view.timeline.LegendPlanner.Swatch;
import java.util.List;

/// Paints the legend's small pictures with the same hand as the lanes, and their words.
record LegendPainter(Theme theme, Metrics metrics) {

    void pixels(FramePlan plan, SpanPainter spans, Pixels pixels) {
        int width = metrics.px(1.3);
        int height = metrics.px(1.0);
        for (LegendPlanner.Entry entry : entries(plan)) {
            int x = plan.areas().legend().x() + entry.x();
            int y = top(plan, entry);
            switch (entry.swatch()) {
                case Swatch.OfState(State state) -> spans.span(x, y, width, height, Ink.of(state));
                case Swatch.Others() -> spans.span(x, y, width, height, Ink.OTHER);
                case Swatch.Merged() -> {
                    int half = height / 2;
                    int thirds = width / 3;
                    int run = theme.merged()[Ink.of(State.RUNNING)];
                    int ready = theme.merged()[Ink.of(State.READY)];
                    pixels.fill(x, y, width, height, ready);
                    pixels.fill(x, y + half, thirds, height - half, run);
                    pixels.fill(x + thirds, y + half / 2, thirds, height - half / 2, run);
                    pixels.fill(x + 2 * thirds, y + height - half / 2, width - 2 * thirds, half / 2, run);
                }
                case Swatch.Deadlock() -> {
                    pixels.hatch(
                            x + 2,
                            y + 2,
                            width - 4,
                            height - 4,
                            theme.inks()[Ink.of(State.LOCK_WAIT)],
                            theme.hatchBack(Ink.of(State.LOCK_WAIT)));
                    pixels.frame(x, y, width, height, 2, theme.warning());
                }
                case Swatch.Done() -> {
                    int wide = Math.max(3, metrics.px(0.3));
                    int left = x + (width - wide) / 2;
                    pixels.fill(left - 1, y - 1, wide + 2, height + 2, theme.endRim());
                    pixels.fill(left, y, wide, height, theme.end());
                }
                case Swatch.Route() -> {
                    int tall = Math.max(3, metrics.px(0.26));
                    pixels.fill(x, y + height - tall, width, tall, theme.route());
                }
                case Swatch.Conflict() -> {}
            }
        }
    }

    void ink(FramePlan plan, Pen pen) {
        for (LegendPlanner.Entry entry : entries(plan)) {
            int x = plan.areas().legend().x() + entry.x();
            int y = top(plan, entry);
            if (entry.swatch() instanceof Swatch.Conflict) {
                double middle = y + metrics.px(1.0) / 2.0;
                double radius = metrics.em() * 0.26;
                double left = x + radius + 1;
                double right = x + metrics.px(1.3) - radius;
                pen.line(left, middle, right, middle, 1.5, theme.warning(), false);
                pen.circle(left, middle, radius, 1.5, theme.back(), theme.warning());
                pen.circle(right, middle, radius, 1.5, theme.warning(), theme.warning());
            }
            pen.text(
                    entry.text(),
                    x + metrics.px(1.9),
                    y + metrics.px(1.0) / 2.0 + metrics.em() * 0.31,
                    Face.SMALL,
                    theme.dim());
        }
    }

    private static List<LegendPlanner.Entry> entries(FramePlan plan) {
        return plan.areas().legend().height() > 0 ? plan.legend() : List.of();
    }

    private int top(FramePlan plan, LegendPlanner.Entry entry) {
        return plan.areas().legend().y() + metrics.px(0.55) + entry.row() * metrics.px(1.6);
    }
}
