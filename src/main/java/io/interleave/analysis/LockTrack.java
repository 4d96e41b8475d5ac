package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

/// Who holds one lock, and what waiting for it cost.
final class LockTrack {

    final int id;
    final String name;
    final Spans spans = new Spans();
    private int holder = NONE;
    private int heldSinceStep = NONE;
    private boolean off;
    private boolean open;
    private long waits;
    private long waited;
    private long longest;

    LockTrack(int id, String name) {
        this.id = id;
        this.name = name;
    }

    void acquired(long time, int unit, int step) {
        close(time);
        holder = unit;
        heldSinceStep = step;
        spans.add(time, time, State.HELD, NONE, unit, 0, step);
        open = true;
    }

    /// Of a unit that does not hold it, nothing changes.
    void released(long time, int unit) {
        if (holder == unit) {
            close(time);
            holder = NONE;
            openOff(time);
        }
    }

    void enabled(long time, boolean on) {
        off = !on;
        if (holder == NONE) {
            close(time);
            openOff(time);
        }
    }

    /// A unit has come to wait.
    void waiter() {
        if (holder != NONE) {
            int last = spans.size() - 1;
            spans.valueOfLast(spans.value(last) + 1);
        }
    }

    void waitEnded(long nanos) {
        waits++;
        waited += nanos;
        longest = Math.max(longest, nanos);
    }

    void advance(long time) {
        if (open) {
            spans.endLast(time);
        }
    }

    private void openOff(long time) {
        if (off) {
            spans.add(time, time, State.OFF, NONE, NONE, 0, NONE);
            open = true;
        }
    }

    private void close(long time) {
        advance(time);
        open = false;
    }

    /// The unit that holds it, or `NONE`.
    int holder() {
        return holder;
    }

    int heldSinceStep() {
        return heldSinceStep;
    }

    /// Waits that are over; so too `waited` and `longest`, which are in nanoseconds.
    long waits() {
        return waits;
    }

    long waited() {
        return waited;
    }

    long longest() {
        return longest;
    }
}
