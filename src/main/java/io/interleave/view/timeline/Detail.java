package io.interleave.view.timeline;

/// How fine the picture is. While a person moves the window and a frame takes longer than there is time for, narrow
/// spans are gathered in wider columns; once the window rests, the picture is made anew in full. Nothing is left
/// out in between: a column that is two pixels wide stands for the time of two.
final class Detail {

    /// Nanoseconds for plan and paint: the other half of a sixtieth of a second brings it to the screen.
    private static final long TIME = 8_000_000;

    /// How long a window has not moved that rests, in nanoseconds.
    private static final long REST = 100_000_000;

    private static final int COARSEST = 4;

    private int grain = 1;
    /// What the window needed when it moved last: it begins to move with that, not with frames that take too long.
    private int needed = 1;
    private boolean moved;
    private long movedAt;

    /// The window is being moved.
    void move() {
        moved = true;
    }

    /// The width of columns, in pixels.
    int grain() {
        return grain;
    }

    /// To be asked at every pulse; `now` is the screen's clock in nanoseconds.
    ///
    /// @return whether the picture is to be made anew, finer than it is
    boolean refines(long now) {
        if (moved) {
            moved = false;
            grain = moves(now) ? grain : needed;
            movedAt = now;
        }
        if (grain == 1 || moves(now)) {
            return false;
        }
        grain = 1;
        return true;
    }

    /// Whether the window does not rest, as of the last time that was asked whether it {@link #refines}.
    boolean moves(long now) {
        return now - movedAt < REST;
    }

    /// A picture was made.
    ///
    /// @param nanos how long that took
    void made(long now, long nanos) {
        if (!moves(now)) {
            return;
        }
        if (nanos > TIME && grain < COARSEST) {
            grain *= 2;
        } else if (nanos < TIME / 3 && grain > 1) {
            grain /= 2;
        }
        needed = grain;
    }
}
