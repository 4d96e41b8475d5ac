package io.interleave.view.timeline;

import io.interleave.analysis.Lane;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// Where each lane and each heading lies. Pinned lanes are reckoned from the top of the plot, all others from
/// the top of what scrolls below them.
///
/// @param pinned the rows that do not scroll
/// @param rows those that do
/// @param separators where a section without a heading begins
/// @param height of what scrolls
record LaneLayout(
        List<Row> pinned,
        List<Row> rows,
        List<Heading> headings,
        List<Integer> separators,
        int pinnedHeight,
        int height) {

    /// @param lane index among the timeline's lanes; -1 of a unit that has none there
    /// @param fold the key of what folds under it; empty for nothing
    /// @param folded whether that is folded
    /// @param depth how far it is indented
    /// @param y the top of the room that is the lane's alone
    /// @param body the top of what is drawn
    record Row(
            int lane,
            Lane.Kind kind,
            int subject,
            String fold,
            boolean folded,
            int depth,
            boolean isPinned,
            int y,
            int height,
            int body,
            int bodyHeight) {

        LaneKey key() {
            return new LaneKey(kind, subject);
        }

        int bottom() {
            return y + height;
        }

        /// Where what is drawn of it begins in the picture.
        ///
        /// @param plot of the picture, where what is pinned begins
        /// @param top the y of the top of what scrolls
        int bodyIn(Area plot, int top) {
            return (isPinned ? plot.y() : top) + body;
        }
    }

    /// The line above a section, or of a folded one all that is shown.
    ///
    /// @param key of the section
    /// @param lanes of the section; where it is folded it shows their sum
    /// @param more units that have no lane, to be given one; 0 of a heading
    /// @param body the top of what is drawn of a folded one
    /// @param bodyHeight 0 where nothing is drawn
    record Heading(
            String key,
            String title,
            boolean folded,
            List<Section.Entry> lanes,
            int more,
            int y,
            int height,
            int body,
            int bodyHeight) {

        int bottom() {
            return y + height;
        }
    }

    /// A lane smaller than this has no room for its name.
    static final double SMALLEST = 0.68;

    LaneLayout {
        pinned = List.copyOf(pinned);
        rows = List.copyOf(rows);
        headings = List.copyOf(headings);
        separators = List.copyOf(separators);
    }

    /// The scrolled row at `y`, or null.
    @Nullable
    Row at(double y) {
        return at(rows, y);
    }

    @Nullable
    Row pinnedAt(double y) {
        return at(pinned, y);
    }

    private static @Nullable Row at(List<Row> rows, double y) {
        int index = firstEndingBelow(rows, (int) Math.floor(y), Row::bottom);
        return index < rows.size() && rows.get(index).y() <= y ? rows.get(index) : null;
    }

    @Nullable
    Heading headingAt(double y) {
        int index = firstEndingBelow(headings, (int) Math.floor(y), Heading::bottom);
        return index < headings.size() && headings.get(index).y() <= y ? headings.get(index) : null;
    }

    /// The scrolled rows of which something lies between two heights.
    List<Row> between(int from, int to) {
        int first = firstEndingBelow(rows, from, Row::bottom);
        int last = first;
        while (last < rows.size() && rows.get(last).y() < to) {
            last++;
        }
        return rows.subList(first, last);
    }

    private static <T> int firstEndingBelow(List<T> rows, int y, ToIntFunction<T> bottom) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bottom.applyAsInt(rows.get(middle)) <= y) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The row of a unit or resource, or null where it has none or is folded away.
    @Nullable
    Row of(Lane.Kind kind, int subject) {
        for (Row row : pinned) {
            if (row.kind() == kind && row.subject() == subject) {
                return row;
            }
        }
        for (Row row : rows) {
            if (row.kind() == kind && row.subject() == subject) {
                return row;
            }
        }
        return null;
    }
}
