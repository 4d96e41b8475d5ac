package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import org.jspecify.annotations.Nullable;

/// The threads that coroutines run on: which is on which, and for how long without giving it up.
final class Carriers {

    /// Nanoseconds of running on a carrier from which others that wait for one have waited too long. Where
    /// cores are known only the time on a core counts: that a carrier had none is not its coroutine's fault.
    static final long TOO_LONG = 50_000_000;

    private final IntMap<Carrier> carriers = new IntMap<>();
    private final Population population;
    private Blocked worst = Blocked.NOT_AT_ALL;
    private long blocks;

    Carriers(Population population) {
        this.population = population;
    }

    /// One carrier, by the id of its thread.
    static final class Carrier {
        final int tid;
        final int number;
        final String loop;
        final Spans spans = new Spans();
        private int unit = NONE;
        private final ThreadTrack thread;
        private long since;
        private long onCoresBefore;

        Carrier(ThreadTrack thread, int number, String loop) {
            this.thread = thread;
            this.tid = thread.tid;
            this.number = number;
            this.loop = loop;
        }

        void advance(long time) {
            if (unit != NONE) {
                spans.endLast(time);
            }
        }
    }

    /// How long a unit kept a carrier that others waited for.
    ///
    /// @param waiting coroutines that waited for a carrier when it gave it up
    record Blocked(int unit, long since, long nanos, int waiting) {
        static final Blocked NOT_AT_ALL = new Blocked(NONE, 0, 0, 0);

        long until() {
            return since + nanos;
        }
    }

    boolean has(int tid) {
        return find(tid) != null;
    }

    /// @param number within its loop, from 1
    void add(ThreadTrack thread, int number, String loop) {
        carriers.put(thread.tid, new Carrier(thread, number, loop));
    }

    void mounted(long time, int tid, int unit) {
        var carrier = find(tid);
        if (carrier != null) {
            carrier.advance(time);
            carrier.unit = unit;
            carrier.since = time;
            carrier.onCoresBefore = carrier.thread.onCores(time);
            carrier.spans.add(time, time, State.HELD, NONE, unit, tid, NONE);
        }
    }

    private @Nullable Carrier find(int tid) {
        return carriers.orNull(tid);
    }

    void unmounted(long time, int tid, UnitTrack unit) {
        var carrier = find(tid);
        if (carrier == null || carrier.unit != unit.id) {
            return;
        }
        var blocked = blockedBy(carrier, unit, time);
        if (blocked.nanos() > 0) {
            blocks++;
            worst = blocked.nanos() > worst.nanos() ? blocked : worst;
        }
        carrier.advance(time);
        carrier.unit = NONE;
    }

    private Blocked blockedBy(Carrier carrier, UnitTrack unit, long now) {
        long nanos = now - carrier.since;
        long ran = carrier.onCoresBefore < 0 ? nanos : carrier.thread.onCores(now) - carrier.onCoresBefore;
        var loop = unit.group.loop();
        int waiting = loop == null ? population.queued() : loop.amount();
        return ran > TOO_LONG && waiting > 0 ? new Blocked(unit.id, carrier.since, nanos, waiting) : Blocked.NOT_AT_ALL;
    }

    /// The longest that a carrier was kept from others so far.
    Blocked worst(Units units, long now) {
        var found = worst;
        for (var carrier : carriers) {
            if (carrier.unit != NONE) {
                var blocked = blockedBy(carrier, units.get(carrier.unit), now);
                found = blocked.nanos() > found.nanos() ? blocked : found;
            }
        }
        return found;
    }

    /// How often that happened, with those under way.
    long blocks(Units units, long now) {
        long count = blocks;
        for (var carrier : carriers) {
            boolean underWay = carrier.unit != NONE
                    && blockedBy(carrier, units.get(carrier.unit), now).nanos() > 0;
            count += underWay ? 1 : 0;
        }
        return count;
    }

    /// What a carrier is called: its loop's name, with its number where there are several.
    String name(int tid) {
        var carrier = find(tid);
        return carrier == null ? "" : name(carrier);
    }

    String name(Carrier carrier) {
        int ofLoop = 0;
        for (var other : carriers) {
            ofLoop += other.loop.equals(carrier.loop) ? 1 : 0;
        }
        return carrier.loop + " carrier" + (ofLoop == 1 ? "" : " " + carrier.number);
    }

    Iterable<Carrier> all() {
        return carriers;
    }

    void advance(long time) {
        carriers.forEach(it -> it.advance(time));
    }
}
