package io.interleave.view.timeline;

import io.interleave.analysis.Lane;
import io.interleave.analysis.State;
import io.interleave.view.timeline.FramePlan.LanePlan;
import java.util.Arrays;

/// Paints what lies inside the plot on whole pixels: spans, step lines, ticks of conflicts.
final class SpanPainter {

    private final Theme theme;
    private final Pixels pixels;
    private final Metrics metrics;
    private final Area plot;

    /// Where in the colours of `stacks` those of spans begin, which may be hatched; before them are the paler ones
    /// of what shares a column.
    private static final int FULL = Ink.COUNT;

    /// Where those begin that are never hatched.
    private static final int CREST = 2 * Ink.COUNT;

    private final Stacks stacks;

    /// @param stacks as of {@link #stacks}, to be filled and drawn again and again
    SpanPainter(Theme theme, Pixels pixels, Metrics metrics, Area plot, Stacks stacks) {
        this.theme = theme;
        this.pixels = pixels;
        this.metrics = metrics;
        this.plot = plot;
        this.stacks = stacks;
    }

    static Stacks stacks(Theme theme) {
        int[] colours = Arrays.copyOf(theme.merged(), 3 * Ink.COUNT);
        System.arraycopy(theme.inks(), 0, colours, FULL, Ink.COUNT);
        System.arraycopy(theme.inks(), 0, colours, CREST, Ink.COUNT);
        int[] backs = colours.clone();
        for (int ink = 0; ink < State.values().length; ink++) {
            if (Shape.of(ink).hatched()) {
                backs[ink] = theme.hatchBack(ink);
                backs[FULL + ink] = theme.hatchBack(ink);
            }
        }
        return new Stacks(colours, backs);
    }

    /// @param startX where the run begins in the plot
    void lane(LanePlan lane, int startX, int nowX) {
        int height = lane.row().bodyHeight();
        if (lane.row().kind() == Lane.Kind.LOCK || lane.row().kind() == Lane.Kind.CARRIER) {
            int end = nowX < 0 ? plot.width() : nowX;
            pixels.fill(plot.x() + startX, lane.y() + height / 2, end - startX, 1, theme.line());
        }
        if (lane.row().kind() == Lane.Kind.GROUP) {
            census(lane.strip(), lane.y(), height);
            return;
        }
        Strip strip = lane.strip();
        int piece = 0;
        while (piece < strip.size()) {
            int left = strip.left(piece);
            if (!strip.merged(piece)) {
                span(plot.x() + left, lane.y(), strip.right(piece) - left, height, strip.ink(piece));
                piece++;
                continue;
            }
            stacks.clear();
            do {
                stack(strip, piece, height);
                piece++;
            } while (piece < strip.size() && strip.merged(piece) && strip.left(piece) == strip.right(piece - 1));
            pixels.stacks(plot.x() + left, lane.y() + height, stacks);
        }
        switch (lane.row().kind()) {
            case VARIABLE -> line(lane.line(), lane.y(), height);
            case LEVEL -> levels(lane, startX, nowX);
            case CORE, GROUP, UNIT, CHILD, CARRIER, LOCK -> {}
        }
        if (lane.doneX() >= 0) {
            done(plot.x() + lane.doneX(), lane.y(), height);
        }
    }

    /// One span; a pixel is left free behind it where that does not cost its look.
    void span(int x, int y, int width, int height, int ink) {
        Shape shape = Shape.of(ink);
        int top = y + shape.top(height);
        int tall = shape.height(height);
        int wide = width >= 5 ? width - 1 : width;
        int colour = theme.inks()[ink];
        switch (shape) {
            case FULL, HALF, QUARTER, THIN -> pixels.fill(x, top, wide, tall, colour);
            case FULL_BARS -> bars(x, top, wide, tall, 3, Math.max(1, tall / 11), colour);
            case HALF_BARS -> bars(x, top, wide, tall, 2, Math.max(1, (tall + 1) / 3), colour);
            case HALF_HATCHED, QUARTER_HATCHED, HATCHED ->
                pixels.hatch(x, top, wide, tall, colour, theme.hatchBack(ink));
            case HALF_OUTLINE -> pixels.frame(x, top, wide, tall, 1, colour);
        }
    }

    /// Bars above each other, with gaps between them.
    private void bars(int x, int top, int wide, int tall, int count, int gap, int colour) {
        int solid = Math.max(count, tall - gap * (count - 1));
        int drawn = 0;
        for (int bar = 0; bar < count; bar++) {
            int upTo = solid * (bar + 1) / count;
            pixels.fill(x, top + drawn + gap * bar, wide, upTo - drawn, colour);
            drawn = upTo;
        }
    }

    /// Adds a column that several spans share: their inks stacked by their share of its time, paler than a span
    /// of its own and with a crest of full colour.
    private void stack(Strip strip, int piece, int height) {
        stacks.column(strip.right(piece) - strip.left(piece));
        int filled = 0;
        int drawn = 0;
        int last = strip.lastSlice(piece) - 1;
        for (int slice = strip.firstSlice(piece); slice <= last; slice++) {
            filled += strip.sliceShare(slice);
            int ink = strip.sliceInk(slice);
            int upTo = level(filled, drawn, height);
            if (slice == last) {
                stacks.slice(upTo - 1, ink);
                stacks.slice(upTo, CREST + ink);
            } else {
                stacks.slice(upTo, ink);
            }
            drawn = upTo;
        }
    }

    /// How high a column is filled; what is there at all gets a pixel, as long as there is one.
    private static int level(int filled, int drawn, int height) {
        return Math.min(height, Math.max(drawn + 1, (filled * height + Strip.WHOLE / 2) / Strip.WHOLE));
    }

    /// How many units of a group are in which state: whole columns in full colour.
    void census(Strip strip, int y, int height) {
        if (strip.size() == 0) {
            return;
        }
        stacks.clear();
        for (int piece = 0; piece < strip.size(); piece++) {
            if (piece > 0 && strip.left(piece) > strip.right(piece - 1)) {
                pixels.stacks(plot.x() + strip.right(piece - 1) - stacks.width(), y + height, stacks);
                stacks.clear();
            }
            stacks.column(strip.right(piece) - strip.left(piece));
            int filled = 0;
            int drawn = 0;
            for (int slice = strip.firstSlice(piece); slice < strip.lastSlice(piece); slice++) {
                filled += strip.sliceShare(slice);
                drawn = level(filled, drawn, height);
                stacks.slice(drawn, FULL + strip.sliceInk(slice));
            }
        }
        pixels.stacks(plot.x() + strip.right(strip.size() - 1) - stacks.width(), y + height, stacks);
    }

    /// How much there is, from the foot up; how many wait, from the top down.
    private void levels(LanePlan lane, int startX, int nowX) {
        Levels levels = Levels.of(lane);
        int foot = lane.y() + lane.row().bodyHeight() - 1;
        int end = nowX < 0 ? plot.width() : nowX;
        pixels.fill(plot.x() + startX, foot, end - startX, 1, theme.line());
        int faint = Colours.mix(theme.back(), theme.accent(), 0.35);
        StepLine line = lane.line();
        for (int run = 0; run < line.size(); run++) {
            int tall = Math.round(line.high()[run] * levels.amountRoom());
            int wide = line.to()[run] - line.from()[run];
            if (levels.amountRoom() > 0 && tall > 0) {
                pixels.fill(plot.x() + line.from()[run], foot - tall, wide, tall, faint);
                int low = Math.min(tall - 1, Math.round(line.low()[run] * levels.amountRoom()));
                pixels.fill(plot.x() + line.from()[run], foot - tall, wide, Math.max(2, tall - low), theme.accent());
            }
        }
        int waiting = theme.inks()[Ink.of(levels.ofWorkers() ? State.RUNNING : State.WAIT)];
        StepLine others = lane.others();
        for (int run = 0; run < others.size(); run++) {
            int tall = Math.round(others.high()[run] * levels.othersRoom());
            if (levels.othersRoom() > 0 && tall > 0) {
                int top = levels.hanging() ? lane.y() : foot - tall;
                pixels.fill(plot.x() + others.from()[run], top, others.to()[run] - others.from()[run], tall, waiting);
            }
        }
    }

    private void line(StepLine line, int y, int height) {
        int thickness = Math.max(2, metrics.px(0.14));
        int room = height - thickness;
        for (int run = 0; run < line.size(); run++) {
            int top = y + Math.round((1 - line.high()[run]) * room);
            int bottom = y + Math.round((1 - line.low()[run]) * room) + thickness;
            pixels.fill(
                    plot.x() + line.from()[run], top, line.to()[run] - line.from()[run], bottom - top, theme.accent());
        }
    }

    private void done(int x, int y, int height) {
        int width = Math.max(3, metrics.px(0.3));
        pixels.fill(x - 1, y - 1, width + 2, height + 2, theme.endRim());
        pixels.fill(x, y, width, height, theme.end());
    }

    void ticks(FramePlan plan) {
        int strip = metrics.px(0.7);
        for (Marks mark : plan.marks()) {
            if (mark instanceof Marks.Tick(var row, var x, var _, var share)) {
                Area band = plan.band(row);
                pixels.clip(plot.x(), band.y(), plot.width(), band.height());
                int tall = Math.max(strip / 2, (int) Math.round(strip * share));
                int bottom = row.bodyIn(plot, plan.top()) - metrics.px(0.25);
                pixels.fill(plot.x() + x, bottom - tall, Math.max(1, metrics.px(0.1)), tall, theme.warning());
            }
        }
        pixels.clip(plot.x(), plot.y(), plot.width(), plot.height());
    }
}
