package io.interleave.view.timeline;

import io.interleave.analysis.Lane;
import io.interleave.analysis.State;
import io.interleave.view.timeline.FramePlan.LanePlan;
import io.interleave.view.timeline.FramePlan.SpanText;
import java.util.List;
import java.util.Optional;

/// Paints a plan: first all that lies on whole pixels, then, over it, text and what is round or dashed. Decides
/// nothing. Keeps its buffers.
final class Painter {

    /// From so many pieces of spans, a second thread is worth waking.
    private static final int MANY = 5_000;

    private final Theme theme;
    private final Stacks stacks;
    private final Stacks otherStacks;

    Painter(Theme theme) {
        this.theme = theme;
        stacks = SpanPainter.stacks(theme);
        otherStacks = SpanPainter.stacks(theme);
    }

    Theme theme() {
        return theme;
    }

    void pixels(FramePlan plan, Pixels pixels) {
        Metrics metrics = plan.look().metrics();
        Area plot = plan.areas().plot();
        pixels.fill(0, 0, plan.look().width(), plan.look().height(), theme.back());
        int gridTop = plan.areas().axis().bottom();
        for (TimeAxis.Tick tick : plan.ticks()) {
            pixels.fill(plot.x() + tick.x(), gridTop - metrics.px(0.3), 1, plot.bottom() - gridTop, theme.chip());
        }
        SpanPainter spans = new SpanPainter(theme, pixels, metrics, plot, stacks);
        HeadingPainter headings = new HeadingPainter(theme, metrics);
        lanes(plan, plan.scrolled(), false, spans, pixels);
        headings.pixels(plan, spans, pixels);
        lanes(plan, plan.pinned(), true, spans, pixels);
        pixels.clip(plot.x(), plot.y(), plot.width(), plot.height());
        spans.ticks(plan);
        for (Area outline : plan.deadlocks()) {
            pixels.frame(outline.x(), outline.y(), outline.width(), outline.height(), 2, theme.warning());
        }
        if (plan.nowX() >= 0) {
            boolean moves = plan.live() || plan.look().until() != Long.MAX_VALUE;
            int colour = moves ? theme.accent() : theme.line();
            pixels.fill(plot.x() + plan.nowX(), plot.y(), moves ? 2 : 1, plot.height(), colour);
        }
        new HighlightPainter(theme, metrics).pixels(plan, pixels);
        pixels.unclip();
        new LegendPainter(theme, metrics).pixels(plan, spans, pixels);
        MinimapPainter.paint(plan, theme, pixels);
    }

    /// The pinned lanes, or the others; on two threads where there is very much to fill.
    private void lanes(FramePlan plan, Area band, boolean pinned, SpanPainter spans, Pixels pixels) {
        List<LanePlan> lanes = plan.lanes().stream()
                .filter(it -> it.row().isPinned() == pinned)
                .toList();
        int pieces = lanes.stream().mapToInt(it -> it.strip().size()).sum();
        Optional<Pixels> second = pieces > MANY ? pixels.second() : Optional.empty();
        if (second.isPresent()) {
            Pixels other = second.get();
            SpanPainter otherSpans = new SpanPainter(
                    theme, other, plan.look().metrics(), plan.areas().plot(), otherStacks);
            TwoThreads.share(
                    lanes.size(),
                    index -> fill(plan, lanes.get(index), band, spans, pixels),
                    index -> fill(plan, lanes.get(index), band, otherSpans, other));
        } else {
            lanes.forEach(lane -> fill(plan, lane, band, spans, pixels));
        }
        pixels.unclip();
        if (pinned && band.height() > 0) {
            pixels.fill(0, band.bottom() - 1, plan.look().width(), 1, theme.line());
        }
    }

    private void fill(FramePlan plan, LanePlan lane, Area band, SpanPainter spans, Pixels pixels) {
        Area plot = plan.areas().plot();
        Metrics metrics = plan.look().metrics();
        int names = plan.areas().names().width();
        int size = metrics.px(0.75);
        int startX = Math.clamp(Math.round(plan.look().scale().x(plan.minimap().start())), 0, plot.width());
        if (lane.swatch() >= 0) {
            pixels.clip(0, band.y(), plan.look().width(), band.height());
            int y = lane.y() + (lane.row().bodyHeight() - size) / 2;
            pixels.fill(names - metrics.px(0.6) - size, y, size, size, theme.inks()[lane.swatch()]);
        }
        pixels.clip(plot.x(), band.y(), plot.width(), band.height());
        spans.lane(lane, startX, plan.nowX());
    }

    void ink(FramePlan plan, Pen pen) {
        Metrics metrics = plan.look().metrics();
        Area plot = plan.areas().plot();
        badges(plan, pen, metrics);
        double baseline = plan.areas().axis().bottom() - metrics.px(0.55);
        for (TimeAxis.Tick tick : plan.ticks()) {
            double width = pen.width(tick.label(), Face.SMALL);
            double x = plot.x() + tick.x() - width / 2;
            double last = plan.look().width() - width - 2;
            if (x <= last + width / 2) {
                pen.text(tick.label(), Math.min(x, last), baseline, Face.SMALL, theme.dim());
            }
        }
        words(plan, plan.scrolled(), false, pen);
        new HeadingPainter(theme, metrics).ink(plan, pen);
        words(plan, plan.pinned(), true, pen);
        pen.clip(plot.x(), plot.y() - metrics.px(1), plot.width(), plot.height() + metrics.px(1));
        marks(plan, pen, metrics);
        pen.unclip();
        new HighlightPainter(theme, metrics).ink(plan, pen);
        new LegendPainter(theme, metrics).ink(plan, pen);
    }

    private void words(FramePlan plan, Area band, boolean pinned, Pen pen) {
        Metrics metrics = plan.look().metrics();
        Area plot = plan.areas().plot();
        pen.clip(0, band.y(), plan.look().width(), band.height());
        for (LanePlan lane : plan.lanes()) {
            if (lane.row().isPinned() == pinned) {
                name(lane, plan.areas().names().width(), pen, metrics);
            }
        }
        pen.unclip();
        pen.clip(plot.x(), band.y(), plot.width(), band.height());
        for (LanePlan lane : plan.lanes()) {
            if (lane.row().isPinned() == pinned) {
                texts(lane, plan, pen, metrics);
            }
        }
        pen.unclip();
    }

    private void badges(FramePlan plan, Pen pen, Metrics metrics) {
        double x = metrics.px(0.7);
        double height = metrics.px(1.5);
        double y = Math.max(2, (plan.areas().badge().height() - height) / 2);
        for (FramePlan.Badge badge : plan.badges()) {
            int colour = switch (badge.tone()) {
                case GOOD -> theme.good();
                case PLAIN -> theme.dim();
                case WARNING -> theme.warning();
            };
            double room = plan.areas().badge().width() - x - metrics.px(1.8);
            if (room < metrics.px(3)) {
                return;
            }
            String text = pen.fitted(badge.text(), Face.SMALL, room);
            double width = pen.width(text, Face.SMALL) + metrics.px(1.8);
            pen.box(x, y, width, height, height / 2, theme.chip(), theme.chip());
            pen.circle(x + metrics.px(0.7), y + height / 2, metrics.em() * 0.25, 0, colour, colour);
            int textColour = badge.tone() == FramePlan.Tone.WARNING ? theme.text() : colour;
            pen.text(text, x + metrics.px(1.2), y + height / 2 + metrics.em() * 0.31, Face.SMALL, textColour);
            x += width + metrics.px(0.6);
        }
    }

    private void name(LanePlan lane, int width, Pen pen, Metrics metrics) {
        Lane.Kind kind = lane.row().kind();
        boolean under = lane.noteIsUnder() && !lane.note().isEmpty();
        double middle = lane.y() + lane.row().bodyHeight() / 2.0 + metrics.em() * 0.35;
        double baseline = under ? middle - metrics.em() * 0.6 : middle;
        int left = metrics.margin() + metrics.px(LanePlanner.indent(lane.row()));
        if (!lane.row().fold().isEmpty()) {
            HeadingPainter.chevron(
                    pen, left - metrics.em() * 0.9, baseline, lane.row().folded(), metrics, theme.dim());
        }
        pen.text(lane.name(), left, baseline, LanePlanner.face(kind), theme.text());
        if (!lane.note().isEmpty()) {
            int colour = lane.warns() ? theme.warning() : theme.dim();
            if (under) {
                Face face = lane.warns() ? Face.SMALL_BOLD : Face.SMALL;
                pen.text(lane.note(), metrics.margin(), baseline + metrics.em() * 1.2, face, colour);
            } else {
                double x = width - metrics.px(0.6) - pen.width(lane.note(), Face.SMALL);
                pen.text(lane.note(), x, baseline, Face.SMALL, colour);
            }
        }
    }

    private void texts(LanePlan lane, FramePlan plan, Pen pen, Metrics metrics) {
        int height = lane.row().bodyHeight();
        Area plot = plan.areas().plot();
        for (SpanText text : lane.texts()) {
            double left = plot.x() + text.x();
            if (crossed(plan, lane, left, left + pen.width(text.text(), Face.SMALL))) {
                continue;
            }
            boolean half = Shape.of(text.ink()).top(height) > 0;
            // Half-height spans leave their upper half free for words.
            double middle = half ? height * 0.25 - 3 : height / 2.0;
            int colour = half || text.ink() == Ink.of(State.UNKNOWN)
                    ? theme.dim()
                    : Colours.readableOn(theme.inks()[text.ink()]);
            if (Shape.of(text.ink()) == Shape.FULL_BARS) {
                ground(text, left, lane.y() + height / 2.0, Math.min(height, metrics.px(1.15)), pen, metrics);
            }
            if (!half || height >= metrics.px(1.8)) {
                pen.text(text.text(), plot.x() + text.x(), lane.y() + middle + metrics.em() * 0.31, Face.SMALL, colour);
            }
        }
        if (lane.row().kind() == Lane.Kind.LEVEL) {
            new LevelPainter(theme, metrics).ink(lane, plot, pen);
            return;
        }
        StepLine line = lane.line();
        for (StepLine.Step step : line.steps()) {
            boolean above = step.level() < 0.5;
            double y = lane.y() + (1 - step.level()) * (height - 2);
            double x = plot.x() + step.middle() - pen.width(step.text(), Face.SMALL) / 2;
            double baseline = above ? y - metrics.em() * 0.3 : y + metrics.em() * 1.15;
            pen.text(step.text(), x, baseline, Face.SMALL, theme.accent());
        }
        if (!line.last().isEmpty()) {
            last(lane, line, plot, pen, metrics);
        }
    }

    /// Closes the gaps between bars, which letters cannot be read across.
    private void ground(SpanText text, double left, double middle, double height, Pen pen, Metrics metrics) {
        int colour = theme.inks()[text.ink()];
        double pad = metrics.em() * 0.2;
        double width = pen.width(text.text(), Face.SMALL) + 2 * pad;
        pen.box(left - pad, middle - height / 2, width, height, 0, colour, colour);
    }

    /// Whether the marks of a lost update run over these words.
    private static boolean crossed(FramePlan plan, LanePlan lane, double left, double right) {
        for (Marks mark : plan.marks()) {
            boolean over = mark instanceof Marks.Link link
                            && link.fromX() < right
                            && left < link.toX()
                            && link.y() >= lane.y()
                            && link.y() <= lane.y() + lane.row().bodyHeight()
                    || mark instanceof Marks.Note note
                            && note.box().x() < right
                            && left < note.box().right()
                            && note.box().y() < lane.y() + lane.row().bodyHeight()
                            && note.box().bottom() > lane.y();
            if (over) {
                return true;
            }
        }
        return false;
    }

    /// The value at the end, in a box that keeps it readable over the line.
    private void last(LanePlan lane, StepLine line, Area plot, Pen pen, Metrics metrics) {
        int end = line.size() - 1;
        String text = pen.fitted(line.last(), Face.SMALL_BOLD, metrics.px(12));
        double width = pen.width(text, Face.SMALL_BOLD) + metrics.px(0.7);
        double height = metrics.px(1.3);
        double level = lane.y() + (1 - line.high()[end]) * (lane.row().bodyHeight() - 2);
        double top = Math.clamp(
                level + metrics.px(0.3),
                lane.y(),
                Math.max(lane.y(), lane.y() + lane.row().bodyHeight() - height));
        double x = Math.min(plot.x() + line.to()[end], plot.right()) - width;
        pen.box(Math.max(plot.x(), x), top, width, height, 3, theme.back(), theme.line());
        pen.text(
                text,
                Math.max(plot.x(), x) + metrics.em() * 0.35,
                top + height / 2 + metrics.em() * 0.31,
                Face.SMALL_BOLD,
                theme.accent());
    }

    private void marks(FramePlan plan, Pen pen, Metrics metrics) {
        for (Marks mark : plan.marks()) {
            if (mark instanceof Marks.Link link) {
                pen.line(link.fromX(), link.y(), link.toX(), link.y(), 4, theme.back(), false);
                pen.line(link.fromX(), link.y(), link.toX(), link.y(), 2, theme.warning(), true);
            }
        }
        double radius = metrics.em() * 0.36;
        for (Marks mark : plan.marks()) {
            switch (mark) {
                case Marks.Dot dot -> {
                    pen.circle(dot.x(), dot.y(), radius + 2, 0, theme.back(), theme.back());
                    pen.circle(
                            dot.x(), dot.y(), radius, 2, dot.write() ? theme.warning() : theme.back(), theme.warning());
                }
                case Marks.Note note -> {
                    Area box = note.box();
                    pen.box(box.x(), box.y(), box.width(), box.height(), 3, theme.back(), theme.warning());
                    double inside = box.x() + (box.width() - pen.width(note.text(), Face.SMALL_BOLD)) / 2;
                    double baseline = box.y() + box.height() / 2.0 + metrics.em() * 0.31;
                    pen.text(note.text(), inside, baseline, Face.SMALL_BOLD, theme.warning());
                }
                case Marks.Link _, Marks.Tick _ -> {}
            }
        }
    }
}
