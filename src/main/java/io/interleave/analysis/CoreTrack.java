package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

/// Who is on one core. At any time at most one thread: one that comes ends the stay of one whose leaving was not told.
final class CoreTrack {

    final int core;
    final Spans spans = new Spans();
    private int tid = NONE;
    private boolean open;
    private long told = Long.MIN_VALUE;
    private long lost;

    CoreTrack(int core) {
        this.core = core;
    }

    /// @param unit that the thread belongs to, or `NONE`
    void enter(long time, int tid, int unit) {
        leave(time);
        this.tid = tid;
        open = true;
        spans.add(time, time, State.RUNNING, core, unit, tid, NONE);
    }

    void leave(long time) {
        advance(time);
        open = false;
        told = time;
    }

    void advance(long time) {
        if (open) {
            spans.endLast(time);
        }
    }

    /// The kernel dropped records between the last that was told of this core and `time`.
    void lose(long time, long records) {
        lost += records;
        long from = open ? spans.end(spans.size() - 1) : told;
        open = false;
        if (from != Long.MIN_VALUE && from < time) {
            spans.add(from, time, State.UNKNOWN, core, NONE, records, NONE);
        }
        told = time;
    }

    /// The thread that is on the core, or `NONE`.
    int tid() {
        return open ? tid : NONE;
    }

    /// When the present stay began.
    long since() {
        return spans.start(spans.size() - 1);
    }

    /// Says now to which unit the thread on the core belongs.
    void belongsTo(int unit) {
        spans.objectOfLast(unit);
    }

    long lost() {
        return lost;
    }
}
