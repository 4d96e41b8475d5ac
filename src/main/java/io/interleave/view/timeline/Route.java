package io.interleave.view.timeline;

import io.interleave.analysis.CriticalPath;
import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The critical path as it is drawn: a bar under each stretch on a lane, and a line from lane to lane where it
/// changes. What is narrower than a pixel still has one.
///
/// @param bars on the lanes
/// @param steps from lane to lane
record Route(List<Area> bars, List<Area> steps) {

    static final Route NONE = new Route(List.of(), List.of());

    Route {
        bars = List.copyOf(bars);
        steps = List.copyOf(steps);
    }

    /// @param top the y of the top of what scrolls
    static Route of(CriticalPath path, LaneLayout layout, Look look, Area plot, int top) {
        List<Area> bars = new ArrayList<>();
        List<Area> steps = new ArrayList<>();
        int tall = Math.max(3, look.metrics().px(0.26));
        LaneLayout.@Nullable Row before = null;
        LaneLayout.@Nullable Row row = null;
        int unit = Spans.NONE;
        int lastStep = -1;
        long end = Math.min(look.until(), look.scale().timeAt(plot.width()));
        for (int index = path.at(look.scale().timeAt(0)); index >= 0 && index < path.size(); index++) {
            var segment = path.segment(index);
            if (segment.from() >= end) {
                break;
            }
            if (segment.unit() != unit || row == null) {
                unit = segment.unit();
                row = unit == Spans.NONE ? null : layout.of(Lane.Kind.UNIT, unit);
            }
            if (row == null) {
                continue;
            }
            int left = Math.clamp(Math.round(look.scale().x(segment.from())), 0, plot.width());
            int right = Math.clamp(
                    Math.round(look.scale().x(Math.min(look.until(), segment.to()))), left + 1, plot.width() + 1);
            int y = row.bodyIn(plot, top) + row.bodyHeight() - tall;
            bar(bars, new Area(plot.x() + left, y, right - left, tall));
            if (before != null && before != row && left > lastStep) {
                int other = before.bodyIn(plot, top) + before.bodyHeight() - tall;
                steps.add(new Area(plot.x() + left, Math.min(y, other), 2, Math.abs(y - other) + tall));
                lastStep = left;
            }
            before = row;
        }
        return new Route(bars, steps);
    }

    /// One after the other on the same lane are one bar.
    private static void bar(List<Area> bars, Area bar) {
        if (!bars.isEmpty()) {
            Area last = bars.getLast();
            if (last.y() == bar.y() && bar.x() <= last.right()) {
                bars.set(
                        bars.size() - 1,
                        new Area(last.x(), last.y(), Math.max(last.right(), bar.right()) - last.x(), last.height()));
                return;
            }
        }
        bars.add(bar);
    }
}
