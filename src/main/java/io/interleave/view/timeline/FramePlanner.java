package io.interleave.view.timeline;

import io.interleave.analysis.Finding;
import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import io.interleave.trace.Definition;
import io.interleave.view.fx.Figures;
import io.interleave.view.timeline.FramePlan.Badge;
import io.interleave.view.timeline.FramePlan.LanePlan;
import io.interleave.view.timeline.FramePlan.Tone;
import java.util.ArrayList;
import java.util.List;

/// Makes the plan of one picture from a still moment of a run. To be called under the timeline's look; keeps
/// its buffers.
final class FramePlanner {

    private final LanePlanner lanePlanner;
    private final TextRuler ruler;
    private final Strips strips = new Strips();

    FramePlanner(TextRuler ruler) {
        this.ruler = ruler;
        lanePlanner = new LanePlanner(ruler);
    }

    /// Another run is shown from now on.
    void forget() {
        strips.forget();
    }

    FramePlan plan(Source source, RunSummary.Result summary, Look look) {
        lanePlanner.begin();
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
        List<LaneLayout.Row> shown = layout.between(plot.y() - top, plot.bottom() - top);
        List<Lane> inSight = shown.stream().map(row -> lanes.get(row.lane())).toList();
        Strip[] planned = strips.plan(inSight, look.scale(), plot.width(), look.until());
        List<LanePlan> lanePlans = new ArrayList<>(planned.length);
        for (int index = 0; index < planned.length; index++) {
            LaneLayout.Row row = shown.get(index);
            Lane lane = inSight.get(index);
            lanePlans.add(lanePlanner.plan(source, lane, planned[index], row, top + row.body(), look, areas));
        }
        List<Area> deadlocks = deadlocks(source, lanePlans, look, plot);
        double now = look.scale().x(Math.min(source.now(), look.until()));
        long mapEnd = Math.max(source.now(), source.start() + 1);
        int units = RunSummary.units(lanes);
        return new FramePlan(
                look,
                areas,
                layout,
                top,
                List.copyOf(lanePlans),
                TimeAxis.ticks(look.scale(), plot.width(), source.start(), metrics.px(2.5), ruler),
                new ConflictPlanner(source, layout, look.scale(), plot, metrics, ruler).plan(top, look.focused()),
                deadlocks,
                badges(source, look),
                legend(source, summary, look, lanePlanner.merged(), lanePlanner.done()),
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
            badges.add(new Badge(Words.text("badge.switches", Figures.count(source.switchesLost())), Tone.WARNING));
        }
        if (source.eventsNotKept() > 0) {
            badges.add(new Badge(Words.text("badge.events", Figures.count(source.eventsNotKept())), Tone.WARNING));
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
        long shared = lanes.stream().filter(FramePlanner::isShared).count();
        long from = Math.max(0, look.scale().timeAt(0) - source.start());
        long length = look.scale().timeAt(plot.width()) - look.scale().timeAt(0);
        return Words.text("view.summary", cores, units, shared, Figures.duration(length), Figures.duration(from));
    }

    private static boolean isShared(Lane lane) {
        return switch (lane.kind()) {
            case CORE, GROUP, UNIT, CHILD -> false;
            case CARRIER, LOCK, LEVEL, VARIABLE -> true;
        };
    }
}
