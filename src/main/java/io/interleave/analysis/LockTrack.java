package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import java.util.Arrays;

/// Who holds one lock: one unit that writes, or any number that read.
final class LockTrack extends ResourceTrack {

    /// Whether units that wait for it keep their cores.
    final boolean spins;

    private int holder = NONE;
    private int heldSinceStep = NONE;

    /// How often the holder has acquired it.
    private int depth;

    private int[] readers = new int[2];
    private int[] readSteps = new int[2];
    private int reading;
    private boolean off;
    private boolean open;
    private int lastReleaser = NONE;
    private long acquisitions;

    LockTrack(int id, String name, boolean spins) {
        super(id, name, "lock");
        this.spins = spins;
    }

    void acquired(long time, int unit, int step) {
        acquisitions++;
        if (holder == unit) {
            depth++;
            return;
        }
        holder = unit;
        heldSinceStep = step;
        depth = 1;
        show(time);
    }

    /// Of a unit that does not hold it, nothing changes.
    void released(long time, int unit) {
        if (holder == unit && --depth == 0) {
            holder = NONE;
            lastReleaser = unit;
            acted(time, unit);
            show(time);
        }
    }

    void shared(long time, int unit, int step) {
        acquisitions++;
        if (reading == readers.length) {
            readers = Arrays.copyOf(readers, reading * 2);
            readSteps = Arrays.copyOf(readSteps, reading * 2);
        }
        readers[reading] = unit;
        readSteps[reading++] = step;
        show(time);
    }

    void unshared(long time, int unit) {
        for (int i = reading - 1; i >= 0; i--) {
            if (readers[i] == unit) {
                reading--;
                acted(time, unit);
                System.arraycopy(readers, i + 1, readers, i, reading - i);
                System.arraycopy(readSteps, i + 1, readSteps, i, reading - i);
                lastReleaser = unit;
                show(time);
                return;
            }
        }
    }

    void enabled(long time, boolean on) {
        off = !on;
        if (holder == NONE && reading == 0) {
            show(time);
        }
    }

    private void show(long time) {
        advance(time);
        open = true;
        if (holder != NONE) {
            spans.add(time, time, State.HELD, NONE, holder, LockUse.of(1, 0), heldSinceStep);
        } else if (reading > 0) {
            int only = reading == 1 ? readers[0] : NONE;
            spans.add(time, time, State.SHARED, NONE, only, LockUse.of(reading, 0), NONE);
        } else if (off) {
            spans.add(time, time, State.OFF, NONE, NONE, 0, NONE);
        } else {
            open = false;
        }
    }

    @Override
    void waitersChanged(long time, UnitTrack unit, boolean came) {
        int last = spans.size() - 1;
        if (came && open && spans.state(last) != State.OFF) {
            long use = spans.value(last);
            spans.valueOfLast(LockUse.of(LockUse.holders(use), LockUse.waiters(use) + 1));
        }
    }

    @Override
    void advance(long time) {
        if (open) {
            spans.endLast(time);
        }
    }

    @Override
    Lane.Kind kind() {
        return Lane.Kind.LOCK;
    }

    LockFigures figures(long now) {
        long held = 0;
        long nanos = 0;
        for (int span = 0; span < spans.size(); span++) {
            if (spans.state(span) != State.OFF) {
                held++;
                nanos += spans.end(span) - spans.start(span);
            }
        }
        var times = waitTimes(now);
        return new LockFigures(id, name, held, nanos, times.waits(), times.waited(), times.longest());
    }

    /// How many hold it: one that writes, or those that read.
    int holders() {
        return holder != NONE ? 1 : reading;
    }

    /// One of those that hold it, by a number below {@link #holders}.
    int holder(int number) {
        return holder != NONE ? holder : readers[number];
    }

    int heldSinceStep(int number) {
        return holder != NONE ? heldSinceStep : readSteps[number];
    }

    /// The unit that gave it up last, or `NONE`.
    int lastReleaser() {
        return lastReleaser;
    }

    /// How often it was acquired so far.
    long acquisitions() {
        return acquisitions;
    }
}
