package io.interleave.view.timeline;

import io.interleave.analysis.Finding;
import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import io.interleave.analysis.State;
import io.interleave.trace.Definition;
import io.interleave.view.timeline.FramePlan.Badge;
import io.interleave.view.timeline.FramePlan.LanePlan;
import io.interleave.view.timeline.FramePlan.SpanText;
import io.interleave.view.timeline.FramePlan.Tone;
import java.util.ArrayList;
import java.util.List;

/// Makes the plan of one picture from a still moment of a run. To be called under the timeline's look; keeps its
/// buffers.
final class FramePlanner {

    /// Words inside spans cost most of all to paint.
    private static final int MOST_SPAN_TEXTS = 500;

    private final StripPlanner strips = new StripPlanner();
    private final TextRuler ruler;
    private int spanTexts;
    private boolean merged;
    private boolean done;

    FramePlanner(TextRuler ruler) {
        this.ruler = ruler;
    }

    FramePlan plan(Source source, RunSummary.Result summary, Look look) {
        spanTexts = 0;
        merged = false;
        done = false;
        Metrics metrics = look.metrics();
        List<Lane> lanes = source.lanes();
        boolean conflicts = source.lostUpdates().size() > 0;
        List<LegendPlanner.Entry> legend = legend(source, summary, look, true, true);
        Areas areas = Areas.of(look.width(), look.height(), metrics, LegendPlanner.rows(legend), !look.whole());
        Area plot = areas.plot();
        double smallest = look.whole() ? LaneLayout.SMALLEST / 2 : LaneLayout.SMALLEST;
        LaneLayout layout = LaneLayout.of(lanes, metrics, plot.height(), conflicts, smallest);
        int scroll = Math.clamp(look.scroll(), 0, Math.max(0, layout.height() - plot.height()));
        int top = plot.y() - scroll;
        List<LanePlan> planned = new ArrayList<>();
        for (LaneLayout.Row row : layout.rows()) {
            if (top + row.bottom() > plot.y() && top + row.y() < plot.bottom()) {
                planned.add(lane(source, lanes.get(row.lane()), row, top + row.body(), look, areas));
            }
        }
        List<Area> deadlocks = deadlocks(source, planned, look, plot);
        double now = look.scale().x(Math.min(source.now(), look.until()));
        long mapEnd = Math.max(source.now(), source.start() + 1);
        int units = (int)
                lanes.stream().filter(lane -> lane.kind() == Lane.Kind.UNIT).count();
        return new FramePlan(
                look,
                areas,
                layout,
                top,
                List.copyOf(planned),
                TimeAxis.ticks(look.scale(), plot.width(), source.start(), metrics.px(2.5), ruler),
                new ConflictPlanner(source, layout, look.scale(), plot, metrics, ruler).plan(top, look.focused()),
                deadlocks,
                badges(source, look),
                legend(source, summary, look, merged, done),
                new FramePlan.Minimap(source.start(), mapEnd, summary, units),
                now >= 0 && now <= plot.width() ? (int) Math.round(now) : -1,
                !source.ended(),
                summary(source, look, plot, lanes, units));
    }

    private List<LegendPlanner.Entry> legend(
            Source source, RunSummary.Result summary, Look look, boolean withMerged, boolean withDone) {
        List<LegendPlanner.Swatch> others = new ArrayList<>();
        if (withMerged) {
            others.add(new LegendPlanner.Swatch.Merged());
        }
        if (source.lostUpdates().size() > 0) {
            others.add(new LegendPlanner.Swatch.Conflict());
        }
        if (source.findings().stream().anyMatch(Finding.Deadlock.class::isInstance)) {
            others.add(new LegendPlanner.Swatch.Deadlock());
        }
        if (withDone) {
            others.add(new LegendPlanner.Swatch.Done());
        }
        Metrics metrics = look.metrics();
        return LegendPlanner.plan(summary.seen(), others, look.width() - 2 * metrics.margin(), metrics, ruler);
    }

    private LanePlan lane(Source source, Lane lane, LaneLayout.Row row, int y, Look look, Areas areas) {
        Metrics metrics = look.metrics();
        Spans spans = lane.spans();
        int width = areas.plot().width();
        boolean variable = lane.kind() == Lane.Kind.VARIABLE;
        Strip strip = variable ? Strip.EMPTY : strips.plan(lane.kind(), spans, look.scale(), width, look.until());
        StepLine line = variable
                ? StepLine.plan(source, lane.subject(), spans, look.scale(), width, look.until(), ruler)
                : StepLine.EMPTY;
        for (int piece = 0; piece < strip.size() && !merged; piece++) {
            merged = strip.merged(piece);
        }
        boolean warns = false;
        String note = "";
        if (variable) {
            long lost = lost(source, lane.subject());
            warns = lost > 0;
            note = warns ? Words.text("lane.lost", TimeText.count(lost)) : "";
        } else if (lane.kind() == Lane.Kind.LOCK && spans.size() > 0 && spans.state(spans.size() - 1) == State.OFF) {
            note = Words.text("lane.off");
        }
        boolean unit = lane.kind() == Lane.Kind.UNIT;
        double taken = metrics.margin() * 2 + (unit ? metrics.px(1.4) : 0);
        if (!note.isEmpty() && !variable) {
            taken += ruler.width(note, Face.SMALL) + metrics.px(0.6);
        }
        Face face = unit || lane.kind() == Lane.Kind.CORE ? Face.BOLD : Face.NORMAL;
        String name = ruler.fitted(lane.name(), face, areas.names().width() - taken);
        return new LanePlan(
                row,
                y,
                strip,
                line,
                texts(source, lane, row, strip, metrics),
                lane.name(),
                name,
                note,
                warns,
                unit ? Ink.ofUnit(lane.subject()) : -1,
                unit ? doneX(source, spans, look, width) : -1);
    }

    private static long lost(Source source, int variable) {
        for (Finding finding : source.findings()) {
            if (finding instanceof Finding.UpdatesLost lost && lost.variable() == variable) {
                return lost.lost();
            }
        }
        return 0;
    }

    private int doneX(Source source, Spans spans, Look look, int width) {
        if (spans.size() == 0 || spans.end(spans.size() - 1) >= source.now()) {
            return -1;
        }
        long end = spans.end(spans.size() - 1);
        double x = look.scale().x(end);
        if (end > look.until() || x < 0 || x > width) {
            return -1;
        }
        done = true;
        return (int) Math.round(x);
    }

    private List<SpanText> texts(Source source, Lane lane, LaneLayout.Row row, Strip strip, Metrics metrics) {
        if (row.bodyHeight() < metrics.px(1)) {
            return List.of();
        }
        List<SpanText> texts = new ArrayList<>();
        Spans spans = lane.spans();
        int pad = metrics.px(0.35);
        for (int piece = 0; piece < strip.size() && spanTexts < MOST_SPAN_TEXTS; piece++) {
            int room = strip.right(piece) - strip.left(piece) - 2 * pad;
            if (strip.merged(piece) || room < metrics.px(1.6)) {
                continue;
            }
            String text = text(source, lane.kind(), spans, strip.first(piece));
            boolean mayShorten = room >= metrics.px(4);
            String fitted = mayShorten ? ruler.fitted(text, Face.SMALL, room) : text;
            double width = ruler.width(fitted, Face.SMALL);
            if (!fitted.isEmpty() && width <= room) {
                int middle = strip.left(piece) + pad + (int) Math.round((room - width) / 2);
                texts.add(new SpanText(middle, fitted, strip.ink(piece)));
                spanTexts++;
            }
        }
        return List.copyOf(texts);
    }

    /// What is written inside a span: who has the core or the lock; what the unit does.
    private static String text(Source source, Lane.Kind kind, Spans spans, int span) {
        return switch (kind) {
            case CORE -> spans.state(span) == State.UNKNOWN ? "" : source.unitName(spans.object(span));
            case LOCK -> spans.state(span) == State.HELD ? source.unitName(spans.object(span)) : "";
            case UNIT -> unitText(source, spans, span);
            case VARIABLE -> "";
        };
    }

    private static String unitText(Source source, Spans spans, int span) {
        return switch (spans.state(span)) {
            case RUNNING, ACTIVE, SERIALIZING, IO, SLEEPING ->
                spans.step(span) == Spans.NONE
                        ? ""
                        : source.step(spans.step(span))
                                .map(Definition.Step::text)
                                .orElse("");
            case LOCK_WAIT, WAIT ->
                spans.object(span) == Spans.NONE
                        ? ""
                        : Words.text("span.waits", source.resourceName(spans.object(span)));
            case READY, SUSPENDED, HELD, VALUE, OFF, UNKNOWN -> "";
        };
    }

    /// The outlines of the waiting spans that form a circle.
    private static List<Area> deadlocks(Source source, List<LanePlan> lanes, Look look, Area plot) {
        List<Area> outlines = new ArrayList<>();
        for (Finding finding : source.findings()) {
            if (!(finding instanceof Finding.Deadlock deadlock)) {
                continue;
            }
            for (LanePlan lane : lanes) {
                Spans spans = source.lanes().get(lane.row().lane()).spans();
                if (lane.row().kind() != Lane.Kind.UNIT
                        || !Deadlocks.waitsForEver(deadlock, lane.fullName(), spans, spans.size() - 1)) {
                    continue;
                }
                int last = spans.size() - 1;
                int left = Math.clamp(Math.round(look.scale().x(spans.start(last))), -4, plot.width());
                int right = Math.clamp(Math.round(look.scale().x(spans.end(last))), -4, plot.width() + 4);
                int height = lane.row().bodyHeight();
                if (right > 0 && left < plot.width()) {
                    int top = lane.y() + Shape.HALF.top(height);
                    outlines.add(new Area(
                            plot.x() + left, top - 2, Math.max(3, right - left), Shape.HALF.height(height) + 4));
                }
            }
        }
        return List.copyOf(outlines);
    }

    private static List<Badge> badges(Source source, Look look) {
        List<Badge> badges = new ArrayList<>();
        badges.add(source.cores().map(FramePlanner::badge).orElse(new Badge(Words.text("badge.none"), Tone.PLAIN)));
        if (source.switchesLost() > 0) {
            badges.add(new Badge(Words.text("badge.switches", TimeText.count(source.switchesLost())), Tone.WARNING));
        }
        if (source.eventsNotKept() > 0) {
            badges.add(new Badge(Words.text("badge.events", TimeText.count(source.eventsNotKept())), Tone.WARNING));
        }
        if (look.frozen()) {
            badges.add(new Badge(Words.text("badge.frozen"), Tone.PLAIN));
        }
        return List.copyOf(badges);
    }

    private static Badge badge(Definition.Cores cores) {
        String plain = cores.reason().isEmpty() ? ".plain" : "";
        return switch (cores.source()) {
            case EXACT -> new Badge(Words.text("badge.exact"), Tone.GOOD);
            case SAMPLED -> new Badge(Words.text("badge.sampled" + plain, cores.reason()), Tone.WARNING);
            case ESTIMATED -> new Badge(Words.text("badge.estimated" + plain, cores.reason()), Tone.WARNING);
        };
    }

    private static String summary(Source source, Look look, Area plot, List<Lane> lanes, int units) {
        long cores =
                lanes.stream().filter(lane -> lane.kind() == Lane.Kind.CORE).count();
        long from = Math.max(0, look.scale().timeAt(0) - source.start());
        long length = look.scale().timeAt(plot.width()) - look.scale().timeAt(0);
        return Words.text(
                "view.summary",
                cores,
                units,
                lanes.size() - cores - units,
                TimeText.duration(length),
                TimeText.duration(from));
    }
}
