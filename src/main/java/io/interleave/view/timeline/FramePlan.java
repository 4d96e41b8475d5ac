package io.interleave.view.timeline;

import io.interleave.analysis.Lane;
import io.interleave.view.fx.Figures;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything that one picture consists of, decided; what is left is to paint it.
///
/// @param top the y of the top of what scrolls, above the plot where it is scrolled
/// @param selected the room of the span that is selected
/// @param steps below the lanes, where units are at the steps that are highlighted
/// @param nowX where the known part of the run ends in the plot, or -1 if that is out of sight
/// @param live whether that end is still moving
record FramePlan(
        Look look,
        Areas areas,
        LaneLayout layout,
        int top,
        List<LanePlan> lanes,
        List<HeadingPlan> headings,
        List<TimeAxis.Tick> ticks,
        List<Marks> marks,
        List<Area> deadlocks,
        Optional<Area> selected,
        Route route,
        List<Arrow> arrows,
        List<NotePlan> notes,
        List<Area> steps,
        List<Badge> badges,
        List<LegendPlanner.Entry> legend,
        Minimap minimap,
        int nowX,
        boolean live,
        Inventory inventory) {

    /// @param y the top of its body in the picture
    /// @param line the values of a variable, or how much there is
    /// @param others how many wait for it, or of a pool how many workers have a task
    /// @param ofWorkers whether `others` are workers
    /// @param note a word under or behind the name, like the number of lost updates; empty if none
    /// @param noteIsUnder whether that stands under the name
    /// @param warns whether the note is a warning
    /// @param swatch the ink of the unit, or -1
    /// @param doneX where the unit came to its end, or -1
    record LanePlan(
            LaneLayout.Row row,
            Lane lane,
            int y,
            Strip strip,
            StepLine line,
            StepLine others,
            boolean ofWorkers,
            List<SpanText> texts,
            String name,
            String note,
            boolean noteIsUnder,
            boolean warns,
            int swatch,
            int doneX) {}

    /// Words inside a span.
    ///
    /// @param ink of the span
    record SpanText(int x, String text, int ink) {}

    /// @param x in the plot
    record NotePlan(int x, String text) {}

    enum Tone {
        GOOD,
        PLAIN,
        WARNING
    }

    record Badge(String text, Tone tone) {}

    /// @param end the time at its right edge
    record Minimap(long start, long end, RunSummary.Result summary) {}

    /// @param y its top in the picture
    /// @param strip the sum of its lanes where it is folded
    record HeadingPlan(LaneLayout.Heading heading, int y, Strip strip) {}

    /// All in short.
    String summary() {
        long start = look.scale().timeAt(0);
        long length = look.scale().timeAt(areas.plot().width()) - start;
        return Words.text(
                "view.summary",
                inventory.cores(),
                inventory.units(),
                inventory.shared(),
                Figures.duration(length),
                Figures.duration(Math.max(0, start - minimap.start())));
    }

    /// Where the pinned lanes are.
    Area pinned() {
        Area plot = areas.plot();
        return new Area(plot.x(), plot.y(), plot.width(), Math.min(plot.height(), layout.pinnedHeight()));
    }

    /// Where the others scroll.
    Area scrolled() {
        Area plot = areas.plot();
        int from = pinned().bottom();
        return new Area(plot.x(), from, plot.width(), plot.bottom() - from);
    }

    /// The one of these two that a row is in.
    Area band(LaneLayout.Row row) {
        return row.isPinned() ? pinned() : scrolled();
    }

    /// The lane at a height of the picture, or null.
    @Nullable
    LanePlan laneAt(double y) {
        Area plot = areas.plot();
        if (y < plot.y() || y >= plot.bottom()) {
            return null;
        }
        LaneLayout.Row row = y < scrolled().y() ? layout.pinnedAt(y - plot.y()) : layout.at(y - top);
        return row == null ? null : lane(row.key());
    }

    /// The heading at a height of the picture, or null.
    LaneLayout.@Nullable Heading headingAt(double y) {
        return y >= scrolled().y() && y < areas.plot().bottom() ? layout.headingAt(y - top) : null;
    }

    /// What is shown of a lane, or null where it is out of sight.
    @Nullable
    LanePlan lane(LaneKey key) {
        for (LanePlan lane : lanes) {
            if (lane.row().subject() == key.subject() && lane.row().kind() == key.kind()) {
                return lane;
            }
        }
        return null;
    }

    /// How far the lanes can be scrolled up.
    int mostScroll() {
        return Math.max(0, layout.height() - room());
    }

    private int room() {
        return areas.plot().height() - layout.pinnedHeight();
    }

    /// The scroll that brings a lane into sight; `scroll` itself where it is in sight or there is no such lane.
    int scrollFor(Lane.Kind kind, int subject, int scroll) {
        LaneLayout.Row row = layout.of(kind, subject);
        if (row == null || row.isPinned() || row.y() >= scroll && row.bottom() <= scroll + room()) {
            return scroll;
        }
        return Math.clamp(row.y() - room() / 3, 0, mostScroll());
    }
}
