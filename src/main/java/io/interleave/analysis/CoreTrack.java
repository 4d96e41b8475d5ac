package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

/// Who is on one core. At any time at most one thread.
final class CoreTrack {

    final int core;
    final Spans spans = new Spans();
    private ThreadTrack thread = ThreadTrack.NOBODY;
    private long told;
    private long lost;

    /// @param since when the watch on it began
    CoreTrack(int core, long since) {
        this.core = core;
        this.told = since;
    }

    /// A thread comes; the core must be free.
    void enter(long time, ThreadTrack comes) {
        thread = comes;
        told = time;
        spans.add(time, time, State.RUNNING, core, comes.unit().id, comes.tid, NONE);
    }

    /// The thread on it leaves.
    void leave(long time) {
        advance(time);
        thread = ThreadTrack.NOBODY;
        told = time;
    }

    void advance(long time) {
        if (thread != ThreadTrack.NOBODY) {
            spans.endLast(time);
        }
    }

    /// The kernel dropped records between the last that was told of this core and `time`. Whoever came with
    /// that last one, may have left at once.
    void lose(long time, long records) {
        lost += records;
        if (thread != ThreadTrack.NOBODY) {
            spans.replaceLast(time, State.UNKNOWN, NONE, records);
        } else if (told < time) {
            spans.add(told, time, State.UNKNOWN, core, NONE, records, NONE);
        }
        thread = ThreadTrack.NOBODY;
        told = time;
    }

    /// The thread that is on the core, or {@link ThreadTrack#NOBODY}.
    ThreadTrack thread() {
        return thread;
    }

    /// Says now to which unit the thread on the core belongs.
    void belongsTo(int unit) {
        spans.objectOfLast(unit);
    }

    /// From now on the thread on the core carries another unit.
    void passesTo(long time, int unit) {
        int last = spans.size() - 1;
        if (spans.object(last) == unit) {
            return;
        }
        advance(time);
        if (spans.start(last) == time) {
            spans.objectOfLast(unit);
        } else {
            spans.add(time, time, State.RUNNING, core, unit, thread.tid, NONE);
        }
    }

    /// Whether the thread of a span left the core at its end, and did not just pass it on to another unit that
    /// it carries, or is still there.
    boolean wasLeftAfter(int span) {
        if (span == spans.size() - 1) {
            return thread == ThreadTrack.NOBODY;
        }
        return spans.start(span + 1) != spans.end(span) || spans.value(span + 1) != spans.value(span);
    }

    long lost() {
        return lost;
    }
}
