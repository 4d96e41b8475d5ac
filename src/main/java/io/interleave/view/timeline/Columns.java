package io.interleave.view.timeline;

/// The columns of the plot that narrow spans are gathered in: a pixel wide each, or a few pixels while a moving
/// picture has no time for more.
///
/// @param width of the plot
/// @param grain how many pixels a column is wide, a power of two
/// @param phase how many pixels of the first column lie left of the plot
record Columns(TimeScale scale, int width, int grain, int phase) {

    /// Each a pixel wide.
    static Columns fine(TimeScale scale, int width) {
        return new Columns(scale, width, 1, 0);
    }

    /// Columns that lie on multiples of their width from `anchor`: while the window moves, the same times keep
    /// sharing one.
    static Columns of(TimeScale scale, int width, int grain, long anchor) {
        return new Columns(scale, width, grain, (int) Math.floorMod(-Math.round(scale.x(anchor)), (long) grain));
    }

    /// The left edge of the column that a pixel of the plot is in.
    int left(int x) {
        return Math.max(0, (x + phase & -grain) - phase);
    }

    /// Its right edge, exclusive.
    int right(int x) {
        return Math.min(width, (x + phase & -grain) + grain - phase);
    }

    /// How much time a whole column stands for, in nanoseconds.
    double nanos() {
        return scale.nanosPerPixel() * grain;
    }
}
