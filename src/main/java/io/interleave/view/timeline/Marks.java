package io.interleave.view.timeline;

/// Lost updates as they are drawn.
sealed interface Marks {

    /// A read (open circle) or write (filled) on a unit's lane.
    record Dot(int conflict, double x, double y, boolean write) implements Marks {}

    /// From a unit's read to its write.
    record Link(int conflict, double fromX, double toX, double y) implements Marks {}

    /// What was read or written, in a box beside the dot.
    record Note(int conflict, Area box, String text) implements Marks {}

    /// How many conflicts a pixel column above a variable's lane has.
    ///
    /// @param share 0 to 1, of the window's most
    record Tick(LaneLayout.Row row, int x, int count, double share) implements Marks {}
}
