package io.interleave.analysis;

import java.util.Arrays;

/// Something that units share and wait for: who waits, and what that cost.
abstract class ResourceTrack {

    private static final UnitTrack[] NOBODY = {};

    /// How many of the last that did something to it are known.
    private static final int LAST_ACTS = 8;

    final int id;
    final String name;

    /// What a scenario calls its kind.
    final String word;

    final Spans spans = new Spans();
    private UnitTrack[] waiting = NOBODY;
    private int waiters;
    private final int[] actors = new int[LAST_ACTS];
    private final long[] actedAt = new long[LAST_ACTS];
    private int acts;
    private long waits;
    private long waited;
    private long longest;

    ResourceTrack(int id, String name, String word) {
        this.id = id;
        this.name = name;
        this.word = word;
    }

    /// A unit has come to wait.
    final void comes(long time, UnitTrack unit) {
        if (waiters == waiting.length) {
            waiting = Arrays.copyOf(waiting, Math.max(4, waiters * 2));
        }
        unit.waitSlot(waiters);
        waiting[waiters++] = unit;
        waitersChanged(time, unit, true);
    }

    /// A unit that waits does so no longer.
    final void goes(long time, UnitTrack unit) {
        int slot = unit.waitSlot();
        if (slot >= waiters || waiting[slot] != unit) {
            return;
        }
        var last = waiting[--waiters];
        last.waitSlot(slot);
        waiting[slot] = last;
        long nanos = time - unit.waitsSince();
        waits++;
        waited += nanos;
        longest = Math.max(longest, nanos);
        waitersChanged(time, unit, false);
    }

    /// A unit did something that may end the wait of another.
    final void acted(long time, int unit) {
        int place = acts++ % LAST_ACTS;
        actors[place] = unit;
        actedAt[place] = time;
    }

    /// When a unit last did something, until `end`, that may have ended the wait of another; `end` where that
    /// is not known.
    final long actedAt(int unit, long end) {
        for (int act = acts - 1; act >= 0 && act >= acts - LAST_ACTS; act--) {
            int place = act % LAST_ACTS;
            if (actors[place] == unit && actedAt[place] <= end) {
                return actedAt[place];
            }
        }
        return end;
    }

    /// @param came whether there is one more, or one less
    abstract void waitersChanged(long time, UnitTrack unit, boolean came);

    abstract void advance(long time);

    abstract Lane.Kind kind();

    int waiters() {
        return waiters;
    }

    /// One of those that wait, by a number below {@link #waiters}.
    UnitTrack waiter(int number) {
        return waiting[number];
    }

    /// Waits so far, with those that go on.
    final WaitTimes waitTimes(long now) {
        long sum = waited;
        long most = longest;
        for (int i = 0; i < waiters; i++) {
            long soFar = now - waiting[i].waitsSince();
            sum += soFar;
            most = Math.max(most, soFar);
        }
        return new WaitTimes(waits + waiters, sum, most);
    }

    /// All times in nanoseconds.
    record WaitTimes(long waits, long waited, long longest) {}
}
