package io.interleave.view.timeline;

import io.interleave.analysis.Lane;
import io.interleave.analysis.LockUse;
import io.interleave.analysis.Spans;
import io.interleave.analysis.State;
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
        LaneLayout.Row row = y >= plot.y() && y < plot.bottom() ? plan.layout().at(y - plan.top()) : null;
        if (row == null || row.lane() >= source.lanes().size()) {
            return Hover.NOTHING;
        }
        if (plan.areas().names().contains(x, y)) {
            return name(row);
        }
        if (!plot.contains(x, y)) {
            return Hover.NOTHING;
        }
        int dot = conflictDot(x, y);
        if (dot >= 0) {
            return ConflictWords.of(source, dot);
        }
        int column = (int) Math.floor(x - plot.x());
        Lane lane = source.lanes().get(row.lane());
        return switch (lane.kind()) {
            case VARIABLE -> variable(lane, row, column, y);
            case LEVEL, GROUP -> new CountWords(source, plan).of(lane, column);
            case CORE, UNIT, CHILD, CARRIER, LOCK -> spans(lane, row, column);
        };
    }

    private Hover name(LaneLayout.Row row) {
        FramePlan.LanePlan lane = plan.lane(row);
        if (lane == null) {
            return Hover.NOTHING;
        }
        List<String> lines = lane.note().isEmpty() ? List.of() : List.of(lane.note());
        return new Hover(lane.fullName(), lines, -1, 0, 0);
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

    private Hover variable(Lane lane, LaneLayout.Row row, int column, double y) {
        Hover ticks = ticks(lane, row, column, y);
        if (ticks != null) {
            return ticks;
        }
        Spans spans = lane.spans();
        long time = plan.look().scale().timeAt(column + 0.5);
        int span = spans.at(time);
        if (span == Spans.NONE) {
            return new Hover(Words.text("hover.before", lane.name()), List.of(at(time)), -1, 0, 0);
        }
        List<String> lines = new ArrayList<>();
        if (spans.object(span) != Spans.NONE) {
            lines.add(Words.text("hover.value.by", source.unitName(spans.object(span))));
        }
        step(spans, span, lines);
        lines.add(at(spans.start(span)));
        String value = source.display(lane.subject(), spans.value(span));
        String title = Words.text("hover.value", lane.name(), value, Figures.duration(length(spans, span)));
        return new Hover(title, lines, -1, spans.start(span), spans.end(span));
    }

    /// The conflicts whose ticks are near the pointer, if it is above the lane's line; null if there are none.
    private @Nullable Hover ticks(Lane lane, LaneLayout.Row row, int column, double y) {
        if (y >= plan.top() + row.body() - plan.look().metrics().px(0.1)) {
            return null;
        }
        int total = 0;
        for (Marks mark : plan.marks()) {
            if (mark instanceof Marks.Tick tick && tick.row() == row.lane() && Math.abs(tick.x() - column) <= 2) {
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

    private Hover spans(Lane lane, LaneLayout.Row row, int column) {
        FramePlan.LanePlan planned = plan.lane(row);
        Spans spans = lane.spans();
        if (planned == null) {
            return nothing(lane, plan.look().scale().timeAt(column + 0.5));
        }
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
        int span = planned.strip().first(piece);
        return switch (lane.kind()) {
            case CORE -> core(lane, spans, span);
            case UNIT, CHILD -> new UnitWords(source).of(lane, span);
            case CARRIER -> carrier(lane, spans, span);
            case LOCK -> lock(lane, spans, span);
            case GROUP, LEVEL, VARIABLE -> Hover.NOTHING;
        };
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

    private Hover core(Lane lane, Spans spans, int span) {
        List<String> lines = new ArrayList<>();
        if (spans.state(span) == State.UNKNOWN) {
            lines.add(Words.text("hover.unknown.why"));
        } else if (spans.value(span) > 0) {
            lines.add(Words.text("hover.thread", Long.toString(spans.value(span))));
        }
        lines.add(at(spans.start(span)));
        String length = Figures.duration(length(spans, span));
        String title = spans.state(span) == State.UNKNOWN
                ? Words.text("hover.unknown", lane.name(), length)
                : Words.text("hover.unit", lane.name(), SpanWords.owner(source, spans, span), length);
        return new Hover(title, lines, -1, spans.start(span), spans.end(span));
    }

    private Hover carrier(Lane lane, Spans spans, int span) {
        String length = Figures.duration(length(spans, span));
        String title = Words.text("hover.carrier", lane.name(), source.unitName(spans.object(span)), length);
        return new Hover(title, List.of(at(spans.start(span))), -1, spans.start(span), spans.end(span));
    }

    private Hover lock(Lane lane, Spans spans, int span) {
        List<String> lines = new ArrayList<>();
        String length = Figures.duration(length(spans, span));
        String title = switch (spans.state(span)) {
            case OFF -> Words.text("hover.off", lane.name(), length);
            case UNKNOWN -> Words.text("hover.unknown", lane.name(), length);
            case SHARED -> {
                waiters(spans, span, lines);
                yield Words.text("hover.shared", lane.name(), SpanWords.readers(source, spans, span), length);
            }
            default -> {
                waiters(spans, span, lines);
                yield Words.text("hover.held", lane.name(), source.unitName(spans.object(span)), length);
            }
        };
        lines.add(at(spans.start(span)));
        return new Hover(title, lines, -1, spans.start(span), spans.end(span));
    }

    private static void waiters(Spans spans, int span, List<String> lines) {
        long waiters = LockUse.waiters(spans.value(span));
        if (waiters == 1) {
            lines.add(Words.text("hover.held.waiter"));
        } else if (waiters > 1) {
            lines.add(Words.text("hover.held.waiters", Figures.count(waiters)));
        }
    }

    private void step(Spans spans, int span, List<String> lines) {
        SpanWords.step(source, spans, span).ifPresent(lines::add);
    }

    private String at(long time) {
        return SpanWords.at(source, time);
    }

    private static long length(Spans spans, int span) {
        return spans.end(span) - spans.start(span);
    }
}
