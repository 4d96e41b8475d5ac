package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import java.util.Arrays;

/// The tasks of one pool: who submitted each, and how many workers have one.
final class PoolTrack extends LevelTrack {

    private int[] submitters = new int[16];
    private long[] submitTimes = new long[16];
    private int tasks;
    private int busy;
    private long submitted;
    private long done;
    private long rejected;
    private long stolen;

    PoolTrack(int id, String name) {
        super(id, name, "pool");
    }

    void submitted(long time, int unit, long task) {
        submitted++;
        if (task < 0 || task > tasks + (1 << 20)) {
            return;
        }
        int place = (int) task;
        if (place >= submitters.length) {
            int capacity = Math.max(place + 1, submitters.length + (submitters.length >> 1));
            submitters = Arrays.copyOf(submitters, capacity);
            submitTimes = Arrays.copyOf(submitTimes, capacity);
        }
        while (tasks <= place) {
            submitters[tasks++] = NONE;
        }
        submitters[place] = unit;
        submitTimes[place] = time;
    }

    void begins(long time, UnitTrack worker, long task, Links links) {
        if (worker.task() == NONE) {
            busy++;
            others(time, worker.id, busy);
        }
        if (task >= 0 && task < tasks && submitters[(int) task] != NONE) {
            links.add(Links.Kind.TASK, id, submitters[(int) task], submitTimes[(int) task], worker.id, time);
        }
    }

    /// A worker has done with its task, or has ended.
    void ends(long time, UnitTrack worker, boolean complete) {
        if (worker.task() != NONE) {
            busy--;
            done += complete ? 1 : 0;
            others(time, worker.id, busy);
        }
    }

    void rejected() {
        rejected++;
    }

    void stolen() {
        stolen++;
    }

    /// Those who wait are not drawn: the number beside the tasks is that of the workers that have one.
    @Override
    void waitersChanged(long time, UnitTrack unit, boolean came) {}

    PoolFigures figures() {
        return new PoolFigures(id, name, submitted, done, rejected, stolen);
    }
}
