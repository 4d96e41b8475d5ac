package io.interleave.view.timeline;

import io.interleave.analysis.Lane;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where each lane lies, from the top of the first. Independent of scrolling.
///
/// @param rows one for each lane, in their order
/// @param separators where a new section begins
record LaneLayout(List<Row> rows, List<Integer> separators, int height) {

    /// @param lane index among the timeline's lanes
    /// @param y the top of the room that is the lane's alone
    /// @param body the top of what is drawn
    record Row(int lane, Lane.Kind kind, int subject, int y, int height, int body, int bodyHeight) {

        int bottom() {
            return y + height;
        }
    }

    /// A lane smaller than this has no room for its name.
    static final double SMALLEST = 0.68;

    private static final double LARGEST = 1.25;

    /// Lays the lanes out in `room` pixels, larger where there are few, down to `smallest` times their usual
    /// height where there are many; where that is not enough they scroll. What room is left goes to the curves,
    /// which gain by it.
    static LaneLayout of(List<Lane> lanes, Metrics metrics, int room, boolean conflicts, double smallest) {
        int gap = metrics.px(0.7);
        double full = 0;
        int sections = 0;
        for (int index = 0; index < lanes.size(); index++) {
            full += ems(lanes.get(index).kind(), conflicts);
            if (startsSection(lanes, index)) {
                sections++;
            }
        }
        double available = (room - (double) gap * (sections + 1)) / metrics.em();
        double squeeze = full == 0 ? 1 : Math.clamp(available / full, smallest, LARGEST);
        long curves = lanes.stream().filter(lane -> isCurve(lane.kind())).count();
        double left = curves == 0 ? 0 : Math.clamp((available - full * squeeze) / curves, 0, 6);
        List<Row> rows = new ArrayList<>(lanes.size());
        List<Integer> separators = new ArrayList<>();
        int y = gap / 2;
        for (int index = 0; index < lanes.size(); index++) {
            Lane lane = lanes.get(index);
            if (startsSection(lanes, index)) {
                separators.add(y + gap / 2);
                y += gap;
            }
            double more = isCurve(lane.kind()) ? left : 0;
            int height = metrics.px(ems(lane.kind(), conflicts) * squeeze + more);
            int strip = lane.kind() == Lane.Kind.VARIABLE && conflicts ? metrics.px(0.9 * squeeze) : 0;
            int space = Math.max(2, metrics.px(0.36 * squeeze));
            int body = y + space / 2 + strip;
            rows.add(new Row(index, lane.kind(), lane.subject(), y, height, body, height - space - strip));
            y += height;
        }
        return new LaneLayout(List.copyOf(rows), List.copyOf(separators), y + gap / 2);
    }

    /// The row at `y` from the top of the first, or null.
    @Nullable
    Row at(double y) {
        int low = 0;
        int high = rows.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Row row = rows.get(middle);
            if (y < row.y()) {
                high = middle - 1;
            } else if (y >= row.bottom()) {
                low = middle + 1;
            } else {
                return row;
            }
        }
        return null;
    }

    /// The rows of which something lies between two heights, from the top of the first.
    List<Row> between(int from, int to) {
        int first = firstEndingBelow(from);
        int last = first;
        while (last < rows.size() && rows.get(last).y() < to) {
            last++;
        }
        return rows.subList(first, last);
    }

    private int firstEndingBelow(int y) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.get(middle).bottom() <= y) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The row of a unit or resource, or null.
    @Nullable
    Row of(Lane.Kind kind, int subject) {
        for (Row row : rows) {
            if (row.kind() == kind && row.subject() == subject) {
                return row;
            }
        }
        return null;
    }

    private static boolean startsSection(List<Lane> lanes, int index) {
        return index > 0
                && section(lanes.get(index).kind())
                        != section(lanes.get(index - 1).kind());
    }

    private static int section(Lane.Kind kind) {
        return switch (kind) {
            case CORE -> 0;
            case GROUP, UNIT, CHILD -> 1;
            case CARRIER, LOCK, LEVEL -> 2;
            case VARIABLE -> 3;
        };
    }

    private static boolean isCurve(Lane.Kind kind) {
        return switch (kind) {
            case GROUP, LEVEL, VARIABLE -> true;
            case CORE, UNIT, CHILD, CARRIER, LOCK -> false;
        };
    }

    private static double ems(Lane.Kind kind, boolean conflicts) {
        return switch (kind) {
            case CORE, UNIT -> 2.2;
            case CHILD -> 1.7;
            case CARRIER, LOCK -> 2.0;
            case LEVEL -> 2.6;
            case GROUP -> 3.8;
            case VARIABLE -> conflicts ? 3.8 : 2.9;
        };
    }
}
