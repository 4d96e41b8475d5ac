package io.interleave.view.timeline;

import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import io.interleave.view.fx.Figures;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says in words what lies at a point of the picture. To be asked under the timeline's look.
final class HoverWords {

    private final Source source;
    private final FramePlan plan;

    HoverWords(Source source, FramePlan plan) {
        this.source = source;
        this.plan = plan;
    }

    Hover at(double x, double y) {
        Area plot = plan.areas().plot();
        if (plan.areas().minimap().contains(x, y)) {
            String length = Figures.duration(source.now() - source.start());
            return new Hover(Words.text("hover.minimap", length), List.of(), -1, 0, 0);
        }
        LaneLayout.Heading heading = plan.headingAt(y);
        if (heading != null) {
            return new HeadingWords(source, plan).of(heading, x);
        }
        FramePlan.LanePlan planned = plan.laneAt(y);
        if (planned == null) {
            return Hover.NOTHING;
        }
        if (plan.areas().names().contains(x, y)) {
            return name(planned);
        }
        if (!plot.contains(x, y)) {
            return Hover.NOTHING;
        }
        int dot = conflictDot(x, y);
        if (dot >= 0) {
            return ConflictWords.of(source, dot);
        }
        int column = (int) Math.floor(x - plot.x());
        Lane lane = planned.lane();
        return switch (lane.kind()) {
            case VARIABLE -> variable(planned, column, y);
            case LEVEL, GROUP -> new CountWords(source, plan).of(lane, column);
            case CORE, UNIT, CHILD, CARRIER, LOCK -> spans(planned, column);
        };
    }

    private static Hover name(FramePlan.LanePlan lane) {
        List<String> lines = new ArrayList<>();
        if (!lane.note().isEmpty()) {
            lines.add(lane.note());
        }
        lines.add(Words.text("hover.name.how"));
        return new Hover(lane.lane().name(), lines, -1, 0, 0);
    }

    private int conflictDot(double x, double y) {
        double near = plan.look().metrics().em() * 0.7;
        for (Marks mark : plan.marks()) {
            if (mark instanceof Marks.Dot dot && Math.hypot(dot.x() - x, dot.y() - y) <= near) {
                return dot.conflict();
            }
            if (mark instanceof Marks.Note note && note.box().contains(x, y)) {
                return note.conflict();
            }
        }
        return -1;
    }

    private Hover variable(FramePlan.LanePlan planned, int column, double y) {
        Lane lane = planned.lane();
        Hover ticks = ticks(planned, column, y);
        if (ticks != null) {
            return ticks;
        }
        Spans spans = lane.spans();
        long time = plan.look().scale().timeAt(column + 0.5);
        int span = spans.at(time);
        if (span == Spans.NONE) {
            return new Hover(Words.text("hover.before", lane.name()), List.of(at(time)), -1, 0, 0);
        }
        return new LaneWords(source).of(lane, span);
    }

    /// The conflicts whose ticks are near the pointer, if it is above the lane's line; null if there are none.
    private @Nullable Hover ticks(FramePlan.LanePlan planned, int column, double y) {
        Lane lane = planned.lane();
        if (y >= planned.y() - plan.look().metrics().px(0.1)) {
            return null;
        }
        int total = 0;
        for (Marks mark : plan.marks()) {
            if (mark instanceof Marks.Tick tick && tick.row() == planned.row() && Math.abs(tick.x() - column) <= 2) {
                total += tick.count();
            }
        }
        if (total == 0) {
            return null;
        }
        TimeScale scale = plan.look().scale();
        int first = source.lostUpdates().firstAtOrAfter(scale.timeAt(column - 2.5));
        while (first < source.lostUpdates().size() && source.lostUpdates().variable(first) != lane.subject()) {
            first++;
        }
        if (first >= source.lostUpdates().size()) {
            return null;
        }
        if (total == 1) {
            return ConflictWords.of(source, first);
        }
        String title = Words.text("hover.ticks", lane.name(), Figures.count(total));
        return new Hover(title, List.of(Words.text("hover.ticks.how")), first, 0, 0);
    }

    private Hover spans(FramePlan.LanePlan planned, int column) {
        Lane lane = planned.lane();
        Spans spans = lane.spans();
        int piece = planned.strip().at(column);
        if (piece >= 0 && planned.strip().merged(piece)) {
            int first = planned.strip().first(piece);
            int last = Math.min(spans.size(), first + planned.strip().count(piece));
            if (first < last) {
                return MergedWords.of(source, lane, first, last);
            }
        }
        if (piece < 0 || planned.strip().first(piece) >= spans.size()) {
            return nothing(lane, plan.look().scale().timeAt(column + 0.5));
        }
        return new LaneWords(source).of(lane, planned.strip().first(piece));
    }

    private Hover nothing(Lane lane, long time) {
        Spans spans = lane.spans();
        boolean done = (lane.kind() == Lane.Kind.UNIT || lane.kind() == Lane.Kind.CHILD)
                && spans.size() > 0
                && time >= spans.end(spans.size() - 1)
                && spans.end(spans.size() - 1) < source.now();
        String key = switch (lane.kind()) {
            case CORE -> "hover.idle";
            case CARRIER -> "hover.carrier.idle";
            case LOCK -> "hover.unheld";
            case UNIT, CHILD -> done ? "hover.done" : "hover.before";
            case GROUP, LEVEL, VARIABLE -> "hover.before";
        };
        return new Hover(Words.text(key, lane.name()), List.of(at(time)), -1, 0, 0);
    }

    private String at(long time) {
        return SpanWords.at(source, time);
    }
}
