package io.interleave.view.timeline;

import io.interleave.analysis.Lane;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that one picture consists of, decided; what is left is to paint it.
///
/// @param top the y of the layout's top, above the plot where it is scrolled
/// @param nowX where the known part of the run ends in the plot, or -1 if that is out of sight
/// @param live whether that end is still moving
record FramePlan(
        Look look,
        Areas areas,
        LaneLayout layout,
        int top,
        List<LanePlan> lanes,
        List<TimeAxis.Tick> ticks,
        List<Marks> marks,
        List<Area> deadlocks,
        List<Badge> badges,
        List<LegendPlanner.Entry> legend,
        Minimap minimap,
        int nowX,
        boolean live,
        String summary) {

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
            int y,
            Strip strip,
            StepLine line,
            StepLine others,
            boolean ofWorkers,
            List<SpanText> texts,
            String fullName,
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

    enum Tone {
        GOOD,
        PLAIN,
        WARNING
    }

    record Badge(String text, Tone tone) {}

    /// @param end the time at its right edge
    record Minimap(long start, long end, RunSummary.Result summary, int units) {}

    /// What is shown of the lane in that row, or null.
    @Nullable
    LanePlan lane(LaneLayout.Row row) {
        for (LanePlan lane : lanes) {
            if (lane.row().lane() == row.lane()) {
                return lane;
            }
        }
        return null;
    }

    /// How far the lanes can be scrolled up.
    int mostScroll() {
        return Math.max(0, layout.height() - areas.plot().height());
    }

    /// The scroll that brings a lane into sight; `scroll` itself where it is in sight or there is no such lane.
    int scrollFor(Lane.Kind kind, int subject, int scroll) {
        LaneLayout.Row row = layout.of(kind, subject);
        int room = areas.plot().height();
        if (row == null || row.y() >= scroll && row.bottom() <= scroll + room) {
            return scroll;
        }
        return Math.clamp(row.y() - room / 3, 0, mostScroll());
    }
}
