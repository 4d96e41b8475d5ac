package io.interleave.view.timeline;

/// Turns times into distances from the left edge, and back. The time at the left edge is kept as whole nanoseconds
/// and a fraction, and only differences to it become floating point: what is on screen is exact to a small part of
/// a pixel however far from the beginning of time and however deep the zoom.
///
/// @param origin the whole nanosecond at or before the left edge
/// @param fraction from there to the left edge, 0 to below 1
/// @param nanosPerPixel above 0
record TimeScale(long origin, double fraction, double nanosPerPixel) {

    /// A thousand pixels for ten nanoseconds: no clock tells more.
    static final double DEEPEST = 0.01;

    /// A pixel for a quarter of an hour.
    static final double WIDEST = 1e12;

    TimeScale {
        if (!(nanosPerPixel >= DEEPEST && nanosPerPixel <= WIDEST)) {
            throw new IllegalArgumentException("nanoseconds per pixel: " + nanosPerPixel);
        }
        if (!(fraction >= 0 && fraction < 1)) {
            throw new IllegalArgumentException("fraction of a nanosecond: " + fraction);
        }
    }

    /// The scale that shows `start` at the left edge and `end` at `width`, as far as the limits of zoom allow.
    static TimeScale fitting(long start, long end, int width) {
        return new TimeScale(start, 0, limited((double) (end - start) / Math.max(1, width)));
    }

    double x(long time) {
        return ((time - origin) - fraction) / nanosPerPixel;
    }

    /// The time at `x`, rounded down to a whole nanosecond.
    long timeAt(double x) {
        return origin + (long) Math.floor(fraction + x * nanosPerPixel);
    }

    /// The first whole nanosecond at or right of the left side of pixel column `x`.
    long columnStart(int x) {
        return origin + (long) Math.ceil(fraction + x * nanosPerPixel);
    }

    /// Shows `factor` times as much time (less than 1: zooms in) and leaves the time at `x` where it is.
    TimeScale zoomed(double factor, double x) {
        double target = limited(nanosPerPixel * factor);
        return movedTo(fraction + x * nanosPerPixel - x * target, target);
    }

    /// Moves the window by `pixels` towards later times.
    TimeScale panned(double pixels) {
        return movedTo(fraction + pixels * nanosPerPixel, nanosPerPixel);
    }

    /// The nearest scale whose pixel columns lie on multiples of a pixel from `anchor`: while the window moves, the
    /// same times keep sharing a column, so that merged spans do not flicker.
    TimeScale alignedTo(long anchor) {
        double columns = Math.rint(((origin - anchor) + fraction) / nanosPerPixel);
        double offset = columns * nanosPerPixel;
        double whole = Math.floor(offset);
        return new TimeScale(anchor + (long) whole, offset - whole, nanosPerPixel);
    }

    private TimeScale movedTo(double offset, double target) {
        double whole = Math.floor(offset);
        double rest = offset - whole;
        return rest < 1
                ? new TimeScale(origin + (long) whole, rest, target)
                : new TimeScale(origin + (long) whole + 1, 0, target);
    }

    private static double limited(double nanosPerPixel) {
        return Math.clamp(nanosPerPixel, DEEPEST, WIDEST);
    }
}
