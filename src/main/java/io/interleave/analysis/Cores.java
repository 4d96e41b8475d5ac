package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

/// Threads on cores, kept in step with each other: at no time a core has two threads, or a thread two cores. A
/// thread that comes ends the stay of one whose leaving was not told.
final class Cores {

    final IntMap<CoreTrack> tracks = new IntMap<>();
    private final IntMap<ThreadTrack> threads = new IntMap<>();
    private long start;

    /// @param time when the watch on the cores that are not known yet began
    void startAt(long time) {
        start = time;
    }

    CoreTrack core(int number) {
        return tracks.get(number, it -> new CoreTrack(it, start));
    }

    void in(long time, int number, int tid) {
        var core = core(number);
        var thread = thread(tid);
        if (core.thread() == thread) {
            return;
        }
        leave(time, core.thread(), false);
        leave(time, thread, false);
        core.enter(time, thread);
        thread.enters(time, number);
    }

    void out(long time, int tid, boolean preempted) {
        var thread = thread(tid);
        if (thread.core() == NONE) {
            thread.isOff(time);
        } else {
            leave(time, thread, preempted);
        }
    }

    /// The thread is gone; its id may come again for another one.
    ///
    /// @return what it was
    ThreadTrack exited(long time, int tid) {
        out(time, tid, false);
        var gone = thread(tid);
        gone.isGone(time);
        threads.put(tid, new ThreadTrack(tid));
        return gone;
    }

    private void leave(long time, ThreadTrack thread, boolean preempted) {
        if (thread.core() != NONE) {
            core(thread.core()).leave(time);
            thread.leaves(time, preempted);
        }
    }

    /// Records of a core were lost: any thread that is not known to be on another one may have been there, and
    /// still be.
    void lost(long time, int number, long records) {
        core(number).lose(time, records);
        for (var thread : threads) {
            if (thread.core() == NONE || thread.core() == number) {
                thread.isLostSightOf(time);
            }
        }
    }

    ThreadTrack thread(int tid) {
        return threads.get(tid, ThreadTrack::new);
    }

    /// From now on the thread carries this unit.
    void started(long time, int tid, UnitTrack unit) {
        var thread = thread(tid);
        if (thread.core() != NONE) {
            core(thread.core()).belongsTo(unit.id);
        }
        thread.carries(unit, time);
    }

    /// From now on the thread carries this unit, which it did not before.
    void carries(long time, ThreadTrack thread, UnitTrack unit) {
        if (thread.core() != NONE) {
            core(thread.core()).passesTo(time, unit.id);
        }
        thread.carries(unit, time);
    }

    void advance(long time) {
        tracks.forEach(it -> it.advance(time));
    }

    /// Nothing more will be told.
    void finish(long time) {
        threads.forEach(it -> it.ends(time));
    }

    /// Records that the kernel dropped.
    long lost() {
        long sum = 0;
        for (var core : tracks) {
            sum += core.lost();
        }
        return sum;
    }
}
