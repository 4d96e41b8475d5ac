package io.interleave.analysis;

import java.util.Arrays;
import java.util.function.Predicate;

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
    private final WaitTimes over = new WaitTimes();

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
        over.add(time - unit.waitsSince());
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
        return withThoseThatGoOn(over, _ -> true, now);
    }

    /// @param of some of the waits that are over
    /// @param units whose waits belong to those
    final WaitTimes withThoseThatGoOn(WaitTimes of, Predicate<UnitTrack> units, long now) {
        var all = new WaitTimes();
        all.add(of);
        for (int i = 0; i < waiters; i++) {
            if (units.test(waiting[i])) {
                all.add(now - waiting[i].waitsSince());
            }
        }
        return all;
    }

    /// A count of waits, with their sum and the longest in nanoseconds.
    static final class WaitTimes {

        private long waits;
        private long waited;
        private long longest;

        void add(long nanos) {
            waits++;
            waited += nanos;
            longest = Math.max(longest, nanos);
        }

        private void add(WaitTimes others) {
            waits += others.waits;
            waited += others.waited;
            longest = Math.max(longest, others.longest);
        }

        long waits() {
            return waits;
        }

        long waited() {
            return waited;
        }

        long longest() {
            return longest;
        }

        /// The sum as a part of `whole`, 0 where that is nothing.
        double share(long whole) {
            return whole == 0 ? 0 : (double) waited / whole;
        }
    }
}
