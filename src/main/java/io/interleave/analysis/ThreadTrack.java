package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// One thread of the operating system on its way over the cores.
final class ThreadTrack {

    /// Stands for no thread: is on a core that is free.
    static final ThreadTrack NOBODY = new ThreadTrack(NONE);

    final int tid;
    private UnitTrack unit = UnitTrack.NOBODY;

    /// The unit whose process it belongs to, if that is another one than `unit`.
    private UnitTrack process = UnitTrack.NOBODY;

    /// Whether it left its core although it could have gone on.
    private boolean preempted;

    private int asked = NONE;
    private int core = NONE;
    private int lastCore = NONE;
    private long since;
    private long[] coreTimes = {};
    private long onCores;
    private long switches;
    private long preemptions;
    private long migrations;

    ThreadTrack(int tid) {
        this.tid = tid;
    }

    /// The unit that it carries; {@link UnitTrack#NOBODY} while that is not known.
    UnitTrack unit() {
        return unit;
    }

    /// From now on it carries this unit, and no longer the one before.
    void carries(UnitTrack next, long time) {
        if (next != unit) {
            unit.isLostSightOf(time);
        }
        unit = next;
        if (core != NONE) {
            unit.gotCore(time, core);
        }
    }

    void belongsTo(UnitTrack program, long time) {
        if (core != NONE && program != process) {
            process.otherLostCore(time, false);
            program.otherGotCore(time, core, false);
        }
        process = program;
    }

    /// Whether anything has changed since this was last asked, of which `generation` is the number.
    boolean isNewsSince(int generation) {
        boolean news = asked != generation;
        asked = generation;
        return news;
    }

    /// The core that it is on, or `NONE`.
    int core() {
        return core;
    }

    void enters(long time, int core) {
        this.core = core;
        since = time;
        if (lastCore != NONE && lastCore != core) {
            migrations++;
        }
        lastCore = core;
        unit.gotCore(time, core);
        process.otherGotCore(time, core, preempted);
        preempted = false;
    }

    /// Leaves the core that it is on.
    void leaves(long time, boolean preempted) {
        count(time - since);
        core = NONE;
        switches++;
        preemptions += preempted ? 1 : 0;
        unit.lostCore(time, preempted);
        process.otherLostCore(time, preempted);
        this.preempted = preempted;
    }

    /// It has ended, off any core.
    void isGone(long time) {
        if (preempted) {
            preempted = false;
            process.otherIsReadyNoMore(time);
        }
    }

    /// Was told not to be on a core.
    void isOff(long time) {
        unit.lostCore(time, false);
    }

    /// Where it is, is known no more. Of its stay on a core, if it had one, nothing is known but the beginning.
    void isLostSightOf(long time) {
        if (core != NONE) {
            process.otherLostCore(time, false);
        }
        isGone(time);
        core = NONE;
        unit.isLostSightOf(time);
    }

    /// Nanoseconds on cores so far; -1 where it was never told to be on one.
    long onCores(long now) {
        return lastCore == NONE ? -1 : onCores + (core == NONE ? 0 : now - since);
    }

    /// Nothing more will be told.
    void ends(long time) {
        if (core != NONE) {
            count(time - since);
            since = time;
        }
    }

    private void count(long nanos) {
        onCores += nanos;
        if (core >= coreTimes.length) {
            coreTimes = Arrays.copyOf(coreTimes, core + 1);
        }
        coreTimes[core] += nanos;
    }

    /// Nanoseconds on each core where it has been, without the stay under way.
    Map<Integer, Long> coreTimes() {
        var times = new TreeMap<Integer, Long>();
        for (int i = 0; i < coreTimes.length; i++) {
            if (coreTimes[i] > 0) {
                times.put(i, coreTimes[i]);
            }
        }
        return times;
    }

    long switches() {
        return switches;
    }

    long preemptions() {
        return preemptions;
    }

    long migrations() {
        return migrations;
    }
}
