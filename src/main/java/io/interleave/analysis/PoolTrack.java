package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import java.util.Arrays;

/// The tasks of one pool: who submitted each, and how many workers have one.
final class PoolTrack extends LevelTrack {

    private int[] submitters = new int[16];
    private long[] submitTimes = new long[16];
    private int tasks;
    private final IntMap<Hand> hands = new IntMap<>();
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

    /// A worker begins a task, perhaps within another one: a task of a fork-join pool that waits for others
    /// lets its worker run those meanwhile.
    void begins(long time, UnitTrack worker, long task, Links links) {
        var under = hands.get(worker.id, _ -> new Hand());
        if (under.tasks++ == 0) {
            busy++;
            others(time, worker.id, busy);
        }
        under.push(worker.task());
        if (task >= 0 && task < tasks && submitters[(int) task] != NONE) {
            links.add(Links.Kind.TASK, id, submitters[(int) task], submitTimes[(int) task], worker.id, time);
        }
    }

    /// A worker has done with its task.
    ///
    /// @return the number of the task that it goes on with, `NONE` where there is none
    long ends(long time, UnitTrack worker) {
        var under = hands.orNull(worker.id);
        if (under == null || under.tasks == 0) {
            return NONE;
        }
        done++;
        if (--under.tasks == 0) {
            busy--;
            others(time, worker.id, busy);
        }
        return under.pop();
    }

    /// A worker ends with a task in hand.
    void dies(long time, UnitTrack worker) {
        var under = hands.orNull(worker.id);
        if (under != null && under.tasks > 0) {
            under.tasks = 0;
            busy--;
            others(time, worker.id, busy);
        }
    }

    /// The tasks that a worker has begun, but for the last.
    private static final class Hand {
        private int tasks;
        private long[] before = new long[2];

        /// To be called when the task is counted already.
        void push(long task) {
            if (tasks > before.length) {
                before = Arrays.copyOf(before, tasks * 2);
            }
            before[tasks - 1] = task;
        }

        /// To be called when the task is counted no more.
        long pop() {
            return before[tasks];
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
