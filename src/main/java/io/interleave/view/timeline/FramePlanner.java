package io.interleave.view.timeline;

import io.interleave.analysis.Finding;
import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import io.interleave.view.timeline.FramePlan.LanePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the plan of one picture from a still moment of a run. To be called under the timeline's look; keeps
/// its buffers.
final class FramePlanner {

    private final LanePlanner lanePlanner;
    private final TextRuler ruler;
    private final Strips strips = new Strips();
    private final FoldPlanner folds = new FoldPlanner();
    private final Layouts layouts = new Layouts();
    private Inventory inventory = Inventory.NONE;

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
        folds.begin();
        Metrics metrics = look.metrics();
        List<Lane> lanes = source.lanes();
        List<LegendPlanner.Entry> legend = legend(source, summary, look, true, true);
        List<FramePlan.Badge> badges = BadgePlanner.badges(source, look);
        boolean ownRow = badges.size() > 1
                || ruler.width(badges.getFirst().text(), Face.SMALL) + metrics.px(2.6)
                        > Areas.names(look.width(), metrics);
        Areas areas =
                Areas.of(look.width(), look.height(), metrics, LegendPlanner.rows(legend), look.surroundings(), ownRow);
        Area plot = areas.plot();
        LaneLayout layout = layouts.of(source, look, plot.height());
        int room = plot.height() - layout.pinnedHeight();
        int scroll = Math.clamp(look.scroll(), 0, Math.max(0, layout.height() - room));
        int top = plot.y() + layout.pinnedHeight() - scroll;
        List<LaneLayout.Row> rows = new ArrayList<>(layout.pinned());
        rows.addAll(layout.between(scroll, scroll + room));
        List<LanePlan> planned = lanes(source, rows, top, look, areas);
        long now = Math.min(source.now(), look.until());
        double nowX = look.scale().x(now);
        long mapEnd = Math.max(source.now(), source.start() + 1);
        if (inventory.lanes() != lanes) {
            inventory = Inventory.of(lanes);
        }
        return new FramePlan(
                look,
                areas,
                layout,
                top,
                planned,
                headings(source, layout, top, look, plot),
                TimeAxis.ticks(look.scale(), plot.width(), source.start(), metrics.px(2.5), ruler),
                new ConflictPlanner(source, layout, look.scale(), plot, metrics, ruler).plan(top, look.focused()),
                deadlocks(source, planned, look, plot),
                selected(planned, look, plot),
                look.highlights()
                        .route()
                        .map(it -> Route.of(it, layout, look, plot, top))
                        .orElse(Route.NONE),
                new ArrowPlanner(source, layout, look, plot, top).plan(),
                notes(source, look, plot),
                new StepPlanner(source, look.highlights().lines()).plan(planned, plot, Math.max(2, metrics.px(0.15))),
                badges,
                legend(source, summary, look, lanePlanner.merged(), lanePlanner.done()),
                new FramePlan.Minimap(source.start(), mapEnd, summary),
                nowX >= 0 && nowX <= plot.width() ? (int) Math.round(nowX) : -1,
                !source.ended(),
                inventory);
    }

    private static Columns columns(Source source, Look look, Area plot) {
        return Columns.of(look.scale(), plot.width(), look.grain(), source.start());
    }

    private List<LanePlan> lanes(Source source, List<LaneLayout.Row> rows, int top, Look look, Areas areas) {
        List<Lane> lanes = source.lanes();
        List<LaneLayout.Row> shown = new ArrayList<>(rows.size());
        List<Lane> inSight = new ArrayList<>(rows.size());
        for (LaneLayout.Row row : rows) {
            var lane = row.lane() >= 0 ? Optional.of(lanes.get(row.lane())) : source.lane(row.kind(), row.subject());
            lane.ifPresent(it -> {
                shown.add(row);
                inSight.add(it);
            });
        }
        Strip[] planned = strips.plan(inSight, columns(source, look, areas.plot()), look.until());
        List<LanePlan> plans = new ArrayList<>(planned.length);
        for (int index = 0; index < planned.length; index++) {
            LaneLayout.Row row = shown.get(index);
            int y = row.bodyIn(areas.plot(), top);
            plans.add(lanePlanner.plan(source, inSight.get(index), planned[index], row, y, look, areas));
        }
        return List.copyOf(plans);
    }

    private List<FramePlan.HeadingPlan> headings(Source source, LaneLayout layout, int top, Look look, Area plot) {
        Columns columns = columns(source, look, plot);
        List<FramePlan.HeadingPlan> plans = new ArrayList<>();
        for (LaneLayout.Heading heading : layout.headings()) {
            if (top + heading.bottom() <= plot.y() + layout.pinnedHeight() || top + heading.y() >= plot.bottom()) {
                continue;
            }
            Strip strip = Strip.EMPTY;
            if (heading.bodyHeight() > 0) {
                List<Strip> members = new ArrayList<>();
                for (Section.Entry entry : heading.lanes()) {
                    if (entry.lane() >= 0 && entry.depth() == 0) {
                        members.add(strips.plan(source.lanes().get(entry.lane()), columns, look.until()));
                    }
                }
                strip = folds.plan(members, plot.width());
            }
            plans.add(new FramePlan.HeadingPlan(heading, top + heading.y(), strip));
        }
        return List.copyOf(plans);
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
        if (look.highlights().route().isPresent()) {
            others.add(new LegendPlanner.Swatch.Route());
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
                Spans spans = lane.lane().spans();
                int span = Deadlocks.span(deadlock, spans);
                if (lane.row().kind() != Lane.Kind.UNIT
                        || !Deadlocks.waitsForEver(deadlock, lane.lane().name(), spans, span)) {
                    continue;
                }
                int left = Math.clamp(Math.round(look.scale().x(spans.start(span))), -4, plot.width());
                int right = Math.clamp(Math.round(look.scale().x(spans.end(span))), -4, plot.width() + 4);
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

    /// A span that grows is selected as it grows.
    private static Optional<Area> selected(List<LanePlan> lanes, Look look, Area plot) {
        if (look.highlights().selection() instanceof Selection.OfSpan(var key, int span, long from, long _)) {
            for (LanePlan lane : lanes) {
                if (lane.row().key().equals(key) && span < lane.lane().spans().size()) {
                    double end = look.scale().x(lane.lane().spans().end(span));
                    int left = Math.clamp(Math.round(look.scale().x(from)), -4, plot.width() + 4);
                    int right = Math.clamp(Math.round(end), left, plot.width() + 4);
                    int height = lane.row().bodyHeight();
                    return Optional.of(new Area(plot.x() + left, lane.y(), Math.max(3, right - left), height));
                }
            }
        }
        return Optional.empty();
    }

    private static List<FramePlan.NotePlan> notes(Source source, Look look, Area plot) {
        List<FramePlan.NotePlan> notes = new ArrayList<>();
        for (Note note : look.highlights().notes()) {
            double x = look.scale().x(source.start() + note.time());
            if (x >= 0 && x < plot.width()) {
                notes.add(new FramePlan.NotePlan((int) Math.round(x), note.text()));
            }
        }
        return List.copyOf(notes);
    }
}
