package io.interleave.view.timeline;

import io.interleave.analysis.Lane;
import io.interleave.analysis.LostUpdates;
import java.util.ArrayList;
import java.util.List;

/// Decides how the lost updates of a window are shown: always as ticks above their variable's lane, and with
/// their reads, writes and values on the lanes of the units where few enough are in sight.
final class ConflictPlanner {

    /// More than this many at once are a scribble.
    private static final int MOST = 3;

    private final LostUpdates lost;
    private final LaneLayout layout;
    private final TimeScale scale;
    private final Area plot;
    private final Metrics metrics;
    private final TextRuler ruler;
    private final Source source;
    private final List<Marks> marks = new ArrayList<>();
    private final List<Area> notes = new ArrayList<>();

    /// @param top the y of the layout's top in the picture
    ConflictPlanner(Source source, LaneLayout layout, TimeScale scale, Area plot, Metrics metrics, TextRuler ruler) {
        this.source = source;
        this.lost = source.lostUpdates();
        this.layout = layout;
        this.scale = scale;
        this.plot = plot;
        this.metrics = metrics;
        this.ruler = ruler;
    }

    /// @param focused the conflict to show, and no other; or -1
    List<Marks> plan(int top, int focused) {
        int from = lost.firstAtOrAfter(scale.timeAt(0));
        int to = lost.firstAtOrAfter(scale.timeAt(plot.width()));
        ticks(from, to);
        if (focused >= 0 && focused < lost.size()) {
            mark(focused, top);
        } else if (to - from <= MOST) {
            for (int conflict = from; conflict < to; conflict++) {
                if (legible(conflict)) {
                    mark(conflict, top);
                }
            }
        }
        return List.copyOf(marks);
    }

    private void ticks(int from, int to) {
        if (from == to) {
            return;
        }
        for (LaneLayout.Row row : layout.rows()) {
            if (row.kind() == Lane.Kind.VARIABLE) {
                ticks(row, from, to);
            }
        }
        for (LaneLayout.Row row : layout.pinned()) {
            if (row.kind() == Lane.Kind.VARIABLE) {
                ticks(row, from, to);
            }
        }
    }

    private void ticks(LaneLayout.Row row, int from, int to) {
        int[] counts = new int[plot.width()];
        int most = 0;
        for (int conflict = from; conflict < to; conflict++) {
            if (lost.variable(conflict) == row.subject()) {
                int x = Math.clamp(Math.round(scale.x(lost.overwriterWriteTime(conflict))), 0, plot.width() - 1);
                most = Math.max(most, ++counts[x]);
            }
        }
        for (int x = 0; x < counts.length; x++) {
            if (counts[x] > 0) {
                marks.add(new Marks.Tick(row, x, counts[x], (double) counts[x] / most));
            }
        }
    }

    private boolean legible(int conflict) {
        double apart = scale.x(lost.overwriterWriteTime(conflict)) - scale.x(lost.lostWriteTime(conflict));
        return apart >= metrics.px(1);
    }

    private void mark(int conflict, int top) {
        side(conflict, lost.lostUnit(conflict), top, true);
        side(conflict, lost.overwriter(conflict), top, false);
    }

    private void side(int conflict, int unit, int top, boolean first) {
        LaneLayout.Row row = layout.of(Lane.Kind.UNIT, unit);
        if (row == null) {
            return;
        }
        int variable = lost.variable(conflict);
        long readTime = first ? lost.lostReadTime(conflict) : lost.overwriterReadTime(conflict);
        long writeTime = first ? lost.lostWriteTime(conflict) : lost.overwriterWriteTime(conflict);
        double y = row.bodyIn(plot, top) + row.bodyHeight() / 2.0;
        double write = plot.x() + scale.x(writeTime);
        if (readTime != Long.MIN_VALUE) {
            double read = plot.x() + scale.x(readTime);
            marks.add(new Marks.Link(conflict, read, write, y));
            marks.add(new Marks.Dot(conflict, read, y, false));
            long value = first ? lost.lostReadValue(conflict) : lost.overwriterReadValue(conflict);
            note(conflict, Words.text("mark.reads", source.display(variable, value)), read, y, true);
        }
        marks.add(new Marks.Dot(conflict, write, y, true));
        long value = first ? lost.lostWriteValue(conflict) : lost.overwriterWriteValue(conflict);
        note(conflict, Words.text("mark.writes", source.display(variable, value)), write, y, false);
    }

    /// Beside the dot, outwards; where something is already there, above or below.
    private void note(int conflict, String text, double x, double y, boolean leftwards) {
        int width = (int) Math.ceil(ruler.width(text, Face.SMALL_BOLD)) + metrics.px(0.8);
        int height = metrics.px(1.35);
        int gap = metrics.px(0.7);
        int left = (int) Math.round(leftwards ? x - gap - width : x + gap);
        left = Math.clamp(left, plot.x() + 2, Math.max(plot.x() + 2, plot.right() - width - 2));
        int middle = (int) Math.round(y) - height / 2;
        int other = (int) Math.round(leftwards ? x + gap : x - gap - width);
        Area best = null;
        for (Area place : List.of(
                new Area(left, middle, width, height),
                new Area((int) x - width / 2, middle - height - 2, width, height),
                new Area((int) x - width / 2, middle + height + 2, width, height),
                new Area(other, middle, width, height))) {
            if (best == null
                    && place.x() >= plot.x()
                    && place.right() <= plot.right()
                    && notes.stream().noneMatch(taken -> overlap(taken, place))
                    && !hidesDot(place)) {
                best = place;
            }
        }
        if (best != null) {
            notes.add(best);
            marks.add(new Marks.Note(conflict, best, text));
        }
    }

    private boolean hidesDot(Area place) {
        return marks.stream().anyMatch(mark -> mark instanceof Marks.Dot dot && place.contains(dot.x(), dot.y()));
    }

    private static boolean overlap(Area one, Area other) {
        return one.x() < other.right()
                && other.x() < one.right()
                && one.y() < other.bottom()
                && other.y() < one.bottom();
    }
}
