package io.interleave.view.timeline;

import io.interleave.analysis.LostUpdates;

/// The window into a run's time: where it is, whether it follows the present, and how it moves. Knows no
/// controls.
final class Navigation {

    /// A live run is shown whole up to this long; then its last part of this length.
    static final long FOLLOWED = 5_000_000_000L;

    private static final long SHORTEST_LIVE = 2_000_000;

    /// So much of what came before a standstill stays in sight.
    private static final long BEFORE_STANDSTILL = FOLLOWED / 4;

    /// How soon a moving picture has closed half of its distance to the present.
    private static final double HALF_LIFE = 40e6;

    private TimeScale scale = TimeScale.fitting(0, SHORTEST_LIVE, 1000);
    private int width = 1000;
    private long start;
    private long now;
    private long extent;
    private boolean ended;
    private boolean following = true;
    private boolean frozen;
    private long stillSince = Long.MAX_VALUE;
    private double shownEnd;
    private long lastPulse;

    TimeScale scale() {
        return scale;
    }

    boolean following() {
        return following;
    }

    boolean frozen() {
        return frozen;
    }

    long start() {
        return start;
    }

    long now() {
        return now;
    }

    /// Another run.
    void begin(long runStart, long runNow, boolean runEnded) {
        start = runStart;
        now = runNow;
        ended = runEnded;
        following = true;
        frozen = false;
        stillSince = Long.MAX_VALUE;
        shownEnd = runNow;
        lastPulse = 0;
        follow();
    }

    void resize(int plotWidth) {
        if (plotWidth != width && plotWidth > 0) {
            long end = scale.timeAt(width);
            width = plotWidth;
            scale = TimeScale.fitting(scale.origin(), Math.max(end, scale.origin() + 1), width);
            if (following && !frozen) {
                follow();
            }
        }
    }

    /// The run has come to `runNow`; `pulse` is the screen's clock in nanoseconds.
    void advance(long runNow, boolean runEnded, long pulse) {
        boolean ends = runEnded && !ended;
        now = runNow;
        ended = runEnded;
        double passed = lastPulse == 0 ? Double.POSITIVE_INFINITY : pulse - lastPulse;
        lastPulse = pulse;
        double rest = Math.pow(0.5, passed / HALF_LIFE);
        shownEnd = ended ? now : now - (now - shownEnd) * rest;
        if (following && !frozen && (!runEnded || ends)) {
            follow();
        }
    }

    /// Nothing has happened since then, and nothing will: all wait for each other. `Long.MAX_VALUE` where that is
    /// not so. What led to it is followed no longer than into sight.
    void still(long since) {
        stillSince = since;
    }

    /// The run is shown beside one that is so long.
    void extent(long nanos) {
        extent = nanos;
    }

    /// Up to where there is something to see.
    private long last() {
        return Math.max(now, start + extent);
    }

    void follow() {
        if (ended) {
            scale = whole(start, last(), width);
        } else if (now - start <= FOLLOWED) {
            scale = TimeScale.fitting(start, start + Math.min(growing(now - start), FOLLOWED), width);
        } else if (stillSince - BEFORE_STANDSTILL < now - FOLLOWED) {
            long from = Math.max(start, stillSince - BEFORE_STANDSTILL);
            scale = TimeScale.fitting(from, from + growing(now - from), width);
        } else {
            TimeScale unaligned = TimeScale.fitting((long) shownEnd - FOLLOWED, (long) shownEnd, width);
            scale = unaligned.alignedTo(start);
        }
    }

    /// How much time to show of a run that has lasted `elapsed`: a little more than that, and changing in
    /// steps, not with every frame.
    private static long growing(long elapsed) {
        double shown = SHORTEST_LIVE;
        while (shown < elapsed) {
            shown *= 1.25;
        }
        return (long) shown;
    }

    /// The whole of a run, with a little air behind its end.
    static TimeScale whole(long start, long now, int width) {
        long length = Math.max(1_000, now - start);
        return TimeScale.fitting(start, start + length + length / 100, width);
    }

    /// The reads and writes of a conflict in the middle.
    static TimeScale around(LostUpdates lost, int conflict, int width) {
        long from = Math.min(lost.lostWriteTime(conflict), lost.overwriterWriteTime(conflict));
        long to = Math.max(lost.lostWriteTime(conflict), lost.overwriterWriteTime(conflict));
        if (lost.lostReadTime(conflict) != Long.MIN_VALUE) {
            from = Math.min(from, lost.lostReadTime(conflict));
        }
        if (lost.overwriterReadTime(conflict) != Long.MIN_VALUE) {
            from = Math.min(from, lost.overwriterReadTime(conflict));
        }
        long air = Math.max(50, (to - from) * 6 / 10);
        return TimeScale.fitting(from - air, to + air, width);
    }

    /// The conflict next to `focused` in a direction; with none focused the first one right or left of the left
    /// edge; -1 if none.
    int conflict(LostUpdates lost, int focused, int direction) {
        if (lost.size() == 0) {
            return -1;
        }
        boolean known = focused >= 0 && focused < lost.size();
        int from = known ? focused : lost.firstAtOrAfter(scale.timeAt(0)) - (direction > 0 ? 1 : 0);
        return Math.clamp(from + direction, 0, lost.size() - 1);
    }

    void following(boolean follows) {
        following = follows;
        if (follows) {
            frozen = false;
            shownEnd = now;
            follow();
        }
    }

    void frozen(boolean freezes) {
        frozen = freezes;
        if (!freezes && following) {
            shownEnd = now;
            follow();
        }
    }

    void show(TimeScale target) {
        following = false;
        scale = limited(target);
    }

    void zoom(double factor, double x) {
        show(scale.zoomed(factor, x));
    }

    /// By whole pixels, so that columns keep what they hold.
    void pan(double pixels) {
        show(scale.panned(Math.rint(pixels)));
    }

    /// The whole run, or as much as there is so far; a live run is followed again while it is short enough to
    /// be shown whole.
    void fitAll() {
        scale = whole(start, last(), width);
        following = ended || now - start <= FOLLOWED;
    }

    void zoomTo(long from, long to) {
        show(TimeScale.fitting(from, Math.max(to, from + 1), width));
    }

    /// Moves the window, if it must, to where a stretch of time can be seen, and widens it where that is too
    /// long; what is hardly a pixel wide is zoomed to.
    void bringIntoSight(long from, long to) {
        double left = scale.x(from);
        double right = scale.x(to);
        if (right - left < 3) {
            long air = Math.max(500, (to - from) * 20);
            zoomTo(from - air, to + air);
        } else if (left < 0 || right > width) {
            if (right - left > width * 0.9) {
                long air = (to - from) / 8;
                zoomTo(from - air, to + air);
            } else {
                centre(from + (to - from) / 2);
            }
        }
    }

    /// Centres the window on `time`.
    void centre(long time) {
        show(scale.panned(scale.x(time) - width / 2.0));
    }

    /// Never so wide that the run is lost in it, and never so far off that nothing of it is in sight.
    private TimeScale limited(TimeScale target) {
        double widest = Math.max(TimeScale.DEEPEST, 4.0 * Math.max(1_000, last() - start) / width);
        TimeScale zoomed =
                target.nanosPerPixel() > widest ? target.zoomed(widest / target.nanosPerPixel(), width / 2.0) : target;
        double first = zoomed.x(start);
        double last = zoomed.x(last());
        if (last < width * 0.1) {
            return zoomed.panned(Math.rint(last - width * 0.1));
        }
        return first > width * 0.9 ? zoomed.panned(Math.rint(first - width * 0.9)) : zoomed;
    }
}
