package io.interleave.analysis;

/// All units of a run together, as far as sums go. Kept at every change, so that none of them is looked for.
final class Population {

    /// Stands for the time at which something has not happened.
    static final long NEVER = Long.MAX_VALUE;

    private int living;
    private long life;
    private long changedAt;

    /// Those that live and do not just wait to be used, as generators and the workers of pools do; and of them
    /// those that only another one can wake.
    private int actors;

    private int stuckActors;
    private int stuckWorkers;
    private int workers;
    private long stalledSince = NEVER;
    private int queued;

    void changed(long time, UnitTrack unit, State from, State to) {
        if (from == State.UNKNOWN) {
            lives(time, unit, 1);
        } else if (to == State.UNKNOWN) {
            lives(time, unit, -1);
        }
    }

    private void lives(long time, UnitTrack unit, int more) {
        switch (unit.group.kind) {
            case THREAD, COROUTINE, PROCESS -> actors += more;
            case WORKER -> workers += more;
            case GENERATOR -> {}
            case CHILD -> {
                return;
            }
        }
        life += living * (time - changedAt);
        changedAt = time;
        living += more;
        lookForStall(time);
    }

    /// A unit can only be woken by another one from now on, or no longer.
    void stuck(long time, UnitTrack unit, boolean now) {
        int more = now ? 1 : -1;
        switch (unit.group.kind) {
            case THREAD, COROUTINE, PROCESS -> stuckActors += more;
            case WORKER -> stuckWorkers += more;
            case GENERATOR, CHILD -> {
                return;
            }
        }
        lookForStall(time);
    }

    private void lookForStall(long time) {
        boolean stalled = actors > 0 && stuckActors == actors && stuckWorkers == workers;
        stalledSince = !stalled ? NEVER : stalledSince == NEVER ? time : stalledSince;
    }

    /// A coroutine waits for a carrier from now on, or no longer.
    void queued(boolean now) {
        queued += now ? 1 : -1;
    }

    /// Coroutines that wait for a carrier.
    int queued() {
        return queued;
    }

    /// Since when every unit waits for another one, or `NEVER`.
    long stalledSince() {
        return stalledSince;
    }

    /// How long all units have lived, in nanoseconds.
    long life(long now) {
        return life + living * Math.max(0, now - changedAt);
    }
}
