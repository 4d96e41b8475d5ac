package io.interleave.view.timeline;

import static io.interleave.analysis.Spans.NONE;

import io.interleave.analysis.Finding;
import io.interleave.analysis.Lane;
import io.interleave.analysis.SpansBuilder;
import io.interleave.analysis.State;
import io.interleave.trace.Definition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Plays workers that add to a counter on a few cores, with time slices, a lock that may be off, and what goes
/// wrong without it: data for looking at and measuring the picture. Not how the engine works, but what its traces
/// look like.
final class SampleRun {

    private static final int READ = 1;
    private static final int COMPUTE = 2;
    private static final int WRITE = 3;
    private static final int SLEEP = 4;
    private static final int MUTEX = 100;
    private static final int COUNT = 101;

    private final int cores;
    private final int rounds;
    private final boolean locked;
    private final long computing;
    private final Random random;
    private final List<Worker> workers = new ArrayList<>();
    private final ArrayDeque<Worker> ready = new ArrayDeque<>();
    private final ArrayDeque<Worker> lockQueue = new ArrayDeque<>();
    private final SpansBuilder[] coreLanes;
    private final SpansBuilder mutex = new SpansBuilder();
    private final SpansBuilder count = new SpansBuilder();
    private final FakeSource source = new FakeSource();
    private final Worker[] running;
    private final long[] sliceEnds;
    private final long[] onSince;
    private Worker holder;
    private long heldSince;
    private long value;
    private Worker lastWriter;
    private Worker writerBefore;
    private long lost;

    private static final class Worker {
        final int id;
        final SpansBuilder lane = new SpansBuilder();
        int step = READ;
        long left = 200;
        int round;
        long since = FakeSource.START;
        State state = State.READY;
        long readTime;
        long read;
        long writeTime;
        long wrote;
        long writtenFrom;
        long writtenFromTime;
        int waitsFor = NONE;
        long wakes;
        boolean done;

        Worker(int id) {
            this.id = id;
        }
    }

    private SampleRun(int workers, int cores, int rounds, boolean locked, long computing, long seed) {
        this.cores = cores;
        this.rounds = rounds;
        this.locked = locked;
        this.computing = computing;
        random = new Random(seed);
        coreLanes = new SpansBuilder[cores];
        running = new Worker[cores];
        sliceEnds = new long[cores];
        onSince = new long[cores];
        for (int core = 0; core < cores; core++) {
            coreLanes[core] = new SpansBuilder();
        }
        for (int id = 0; id < workers; id++) {
            Worker worker = new Worker(id);
            this.workers.add(worker);
            ready.add(worker);
        }
    }

    /// @param computing nanoseconds between read and write, about
    static FakeSource counting(int workers, int cores, int rounds, boolean locked, long computing, long seed) {
        return new SampleRun(workers, cores, rounds, locked, computing, seed).play();
    }

    private FakeSource play() {
        long time = FakeSource.START;
        count.add(time, time, State.VALUE, NONE, NONE, 0, NONE);
        while (workers.stream().anyMatch(worker -> !worker.done)) {
            for (Worker worker : workers) {
                if (worker.state == State.SLEEPING && worker.wakes <= time) {
                    change(worker, State.READY, time);
                    ready.add(worker);
                }
            }
            for (int core = 0; core < cores; core++) {
                if (running[core] == null && !ready.isEmpty()) {
                    Worker worker = ready.poll();
                    change(worker, State.RUNNING, time);
                    running[core] = worker;
                    onSince[core] = time;
                    sliceEnds[core] = time + 300_000 + random.nextInt(400_000);
                }
            }
            long next = Long.MAX_VALUE;
            for (int core = 0; core < cores; core++) {
                if (running[core] != null) {
                    next = Math.min(next, time + running[core].left);
                    next = Math.min(next, Math.max(time + 1, sliceEnds[core]));
                }
            }
            for (Worker worker : workers) {
                if (worker.state == State.SLEEPING) {
                    next = Math.min(next, worker.wakes);
                }
            }
            for (int core = 0; core < cores; core++) {
                if (running[core] != null) {
                    running[core].left -= next - time;
                }
            }
            time = next;
            for (int core = 0; core < cores; core++) {
                if (running[core] != null) {
                    onCore(core, time);
                }
            }
        }
        return finished(time);
    }

    private void onCore(int core, long time) {
        Worker worker = running[core];
        if (worker.left <= 0) {
            stepDone(worker, time);
        }
        if (worker.state != State.RUNNING || worker.done) {
            leave(core, time);
        } else if (time >= sliceEnds[core] && !ready.isEmpty()) {
            change(worker, State.READY, time);
            leave(core, time);
            ready.add(worker);
        } else if (time >= sliceEnds[core]) {
            sliceEnds[core] = time + 300_000;
        }
    }

    private void leave(int core, long time) {
        coreLanes[core].add(onSince[core], time, State.RUNNING, core, running[core].id, 4000 + running[core].id, NONE);
        running[core] = null;
    }

    private void stepDone(Worker worker, long time) {
        change(worker, State.RUNNING, time);
        switch (worker.step) {
            case READ -> {
                if (locked && holder != worker) {
                    if (holder != null) {
                        worker.waitsFor = holder.id;
                        change(worker, State.LOCK_WAIT, time);
                        lockQueue.add(worker);
                        worker.left = 100;
                        return;
                    }
                    hold(worker, time);
                }
                worker.read = value;
                worker.readTime = time;
                begin(worker, COMPUTE, computing / 2 + random.nextLong(computing));
            }
            case COMPUTE -> begin(worker, WRITE, 150 + random.nextInt(100));
            case WRITE -> write(worker, time);
            default -> begin(worker, READ, 200);
        }
    }

    private void write(Worker worker, long time) {
        if (value != worker.read
                && lastWriter != null
                && lastWriter != worker
                && worker.readTime < lastWriter.writeTime) {
            Worker loser = lastWriter;
            SpansBuilder.conflict(
                    source.lost,
                    COUNT,
                    loser.id,
                    worker.id,
                    loser.writtenFromTime,
                    loser.writtenFrom,
                    loser.writeTime,
                    loser.wrote,
                    worker.readTime,
                    worker.read,
                    time,
                    worker.read + 1);
            lost++;
        }
        count.endLast(time);
        value = worker.read + 1;
        count.add(time, time, State.VALUE, NONE, worker.id, value, WRITE);
        worker.writtenFrom = worker.read;
        worker.writtenFromTime = worker.readTime;
        worker.writeTime = time;
        worker.wrote = value;
        lastWriter = worker;
        if (locked) {
            mutex.add(heldSince, time, State.HELD, NONE, worker.id, lockQueue.size(), NONE);
            holder = null;
            if (!lockQueue.isEmpty()) {
                Worker next = lockQueue.poll();
                hold(next, time);
                change(next, State.READY, time);
                ready.add(next);
            }
        }
        worker.round++;
        if (worker.round == rounds) {
            worker.done = true;
        } else if (random.nextInt(60) == 0) {
            worker.step = SLEEP;
            worker.wakes = time + 20_000 + random.nextInt(200_000);
            change(worker, State.SLEEPING, time);
            worker.left = 100;
        } else {
            begin(worker, READ, 150 + random.nextInt(100));
        }
    }

    private void hold(Worker worker, long time) {
        holder = worker;
        heldSince = time;
    }

    private void begin(Worker worker, int step, long length) {
        worker.step = step;
        worker.left = length;
    }

    private void change(Worker worker, State state, long time) {
        if (time > worker.since) {
            boolean waits = worker.state == State.LOCK_WAIT;
            int step = worker.state == State.READY ? NONE : worker.step;
            int core = worker.state == State.RUNNING ? coreOf(worker) : NONE;
            worker.lane.add(
                    worker.since, time, worker.state, core, waits ? MUTEX : NONE, waits ? worker.waitsFor : NONE, step);
        }
        worker.since = time;
        worker.state = state;
    }

    private int coreOf(Worker worker) {
        for (int core = 0; core < cores; core++) {
            if (running[core] == worker) {
                return core;
            }
        }
        return NONE;
    }

    private FakeSource finished(long time) {
        count.endLast(time);
        if (!locked) {
            mutex.add(FakeSource.START, time, State.OFF, NONE, NONE, 0, NONE);
        }
        for (int core = 0; core < cores; core++) {
            source.lane(Lane.Kind.CORE, core, "core " + core, coreLanes[core]);
        }
        for (Worker worker : workers) {
            source.lane(Lane.Kind.UNIT, worker.id, "worker " + (worker.id + 1), worker.lane);
        }
        source.lane(Lane.Kind.LOCK, MUTEX, "mutex", mutex);
        source.lane(Lane.Kind.VARIABLE, COUNT, "count", count);
        source.steps.put(READ, new Definition.Step(READ, "read", "read: count", 19));
        source.steps.put(COMPUTE, new Definition.Step(COMPUTE, "compute", "compute: 1us", 20));
        source.steps.put(WRITE, new Definition.Step(WRITE, "write", "write: count + 1", 21));
        source.steps.put(SLEEP, new Definition.Step(SLEEP, "sleep", "sleep: 100us", 22));
        if (lost > 0) {
            source.findings.add(
                    new Finding.UpdatesLost(COUNT, "count", lost, (long) rounds * workers.size(), source.lost.size()));
        }
        source.now = time + 1_000;
        return source;
    }

    /// Two units that wait for each other's lock for ever.
    static FakeSource deadlock() {
        long t = FakeSource.START;
        FakeSource source = new FakeSource();
        SpansBuilder one = new SpansBuilder()
                .add(t, t + 40_000, State.READY)
                .add(t + 40_000, t + 240_000, State.RUNNING, 0, NONE, NONE, COMPUTE)
                .add(t + 240_000, t + 1_240_000, State.SLEEPING, NONE, NONE, NONE, SLEEP)
                .add(t + 1_240_000, t + 1_290_000, State.RUNNING, 0, NONE, NONE, COMPUTE)
                .add(t + 1_290_000, t + 6_000_000, State.LOCK_WAIT, NONE, 101, 1, READ);
        SpansBuilder two = new SpansBuilder()
                .add(t, t + 90_000, State.READY)
                .add(t + 90_000, t + 390_000, State.RUNNING, 1, NONE, NONE, COMPUTE)
                .add(t + 390_000, t + 1_390_000, State.SLEEPING, NONE, NONE, NONE, SLEEP)
                .add(t + 1_390_000, t + 1_440_000, State.RUNNING, 1, NONE, NONE, COMPUTE)
                .add(t + 1_440_000, t + 6_000_000, State.LOCK_WAIT, NONE, 100, 0, READ);
        SpansBuilder core0 = new SpansBuilder()
                .add(t + 40_000, t + 240_000, State.RUNNING, 0, 0, 4000, NONE)
                .add(t + 500_000, t + 900_000, State.RUNNING, 0, NONE, 1, NONE)
                .add(t + 1_240_000, t + 1_290_000, State.RUNNING, 0, 0, 4000, NONE)
                .add(t + 3_000_000, t + 3_900_000, State.UNKNOWN);
        SpansBuilder core1 = new SpansBuilder()
                .add(t + 90_000, t + 390_000, State.RUNNING, 1, 1, 4001, NONE)
                .add(t + 1_390_000, t + 1_440_000, State.RUNNING, 1, 1, 4001, NONE);
        source.lane(Lane.Kind.CORE, 0, "core 0", core0).lane(Lane.Kind.CORE, 1, "core 1", core1);
        source.lane(Lane.Kind.UNIT, 0, "carry from left to right", one).lane(Lane.Kind.UNIT, 1, "right", two);
        source.lane(
                Lane.Kind.LOCK,
                100,
                "left lock",
                new SpansBuilder().add(t + 240_000, t + 6_000_000, State.HELD, NONE, 0, 1, NONE));
        source.lane(
                Lane.Kind.LOCK,
                101,
                "right lock",
                new SpansBuilder().add(t + 390_000, t + 6_000_000, State.HELD, NONE, 1, 1, NONE));
        source.lane(Lane.Kind.LOCK, 102, "spare lock", new SpansBuilder());
        source.steps.put(COMPUTE, new Definition.Step(COMPUTE, "compute", "compute: 200us", 14));
        source.steps.put(SLEEP, new Definition.Step(SLEEP, "sleep", "sleep: 1ms", 16));
        source.steps.put(READ, new Definition.Step(READ, "acquire", "acquire: right lock", 17));
        source.findings.add(new Finding.Deadlock(
                t + 1_440_000,
                List.of(
                        new Finding.Deadlock.Link("carry from left to right", "right lock", 17, "right", 12),
                        new Finding.Deadlock.Link("right", "left lock", 24, "carry from left to right", 10))));
        source.switchesLost = 12;
        return source;
    }
}
