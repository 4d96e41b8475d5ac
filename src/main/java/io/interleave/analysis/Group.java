package io.interleave.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The units of one group. Of a large one not every unit has a lane; its census has them all.
final class Group {

    /// Of a group with more units, only the first have lanes.
    static final int MOST_LANES = 64;

    static final int FIRST_ONES = 16;

    final String name;
    final UnitKind kind;

    /// The unit that started the first of them, or to whose process they belong; `NONE` for the run itself.
    final int parent;

    final Population population;

    /// By id, in which they mostly come; children as they come.
    private final List<UnitTrack> units = new ArrayList<>();
    private @Nullable Census census;

    /// Where ids and numbers follow each other: the first id of each stretch, and what leads from an id to its
    /// number.
    private int[] firstIds = new int[1];

    private int[] toNumber = new int[1];
    private int stretches;
    private int alive;
    private boolean named;
    private boolean tellsOfMounts;
    private @Nullable LoopTrack loop;

    /// Its place among the groups, from 0.
    final int number;

    Group(int number, String name, UnitKind kind, int parent, Population population) {
        this.number = number;
        this.population = population;
        this.name = name;
        this.kind = kind;
        this.parent = parent;
    }

    /// @param coming how many more are known to follow
    void add(UnitTrack unit, int coming) {
        int place = units.size();
        while (kind != UnitKind.CHILD && place > 0 && units.get(place - 1).id > unit.id) {
            place--;
        }
        units.add(place, unit);
        named |= unit.hasName();
        if (census == null && units.size() + coming > MOST_LANES) {
            census = censusSoFar();
        }
    }

    int size() {
        return units.size();
    }

    /// The place of a unit by its id, or `NONE`.
    int placeOf(int id) {
        int low = 0;
        int high = units.size() - 1;
        // Children have ids that go down.
        int sign = kind == UnitKind.CHILD ? -1 : 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = sign * Integer.compare(units.get(middle).id, id);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return Spans.NONE;
    }

    List<UnitTrack> units() {
        return units;
    }

    /// Whether any has a name of its own.
    boolean hasNames() {
        return named;
    }

    /// Gives the places of the units that bear the numbers from `first` until before `end`, as stretches: from
    /// a place until before another.
    void placesOfNumbers(long first, long end, Stretch taker) {
        for (int stretch = 0; stretch < stretches; stretch++) {
            long begins = firstIds[stretch];
            long ends = stretch + 1 < stretches ? firstIds[stretch + 1] : Integer.MAX_VALUE + 1L;
            int from = firstPlaceOf(Math.max(begins, first - toNumber[stretch]));
            int to = firstPlaceOf(Math.min(ends, end - toNumber[stretch]));
            if (from < to) {
                taker.take(from, to);
            }
        }
    }

    interface Stretch {
        void take(int from, int to);
    }

    /// The first place of a unit with this id or a higher one.
    private int firstPlaceOf(long id) {
        int low = 0;
        int high = units.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (units.get(middle).id < id) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Those that have started and not ended.
    int alive() {
        return alive;
    }

    boolean isLarge() {
        return census != null;
    }

    Optional<Census> census() {
        return Optional.ofNullable(census);
    }

    /// Those that have lanes.
    List<UnitTrack> shown() {
        return isLarge() ? units.subList(0, Math.min(FIRST_ONES, units.size())) : units;
    }

    /// A unit has gone over to another state; `UNKNOWN` before its first and after its last.
    void changed(long time, UnitTrack unit, State from, State to) {
        var counts = census;
        if (counts != null) {
            counts.change(time, from, to);
        }
        alive += (to == State.UNKNOWN ? 0 : 1) - (from == State.UNKNOWN ? 0 : 1);
        population.changed(time, unit, from, to);
    }

    /// From this id on, units bear the group's name and a number, which follow each other as the ids do.
    ///
    /// @param index from 0
    void numberedFrom(int id, int index) {
        int difference = index + 1 - id;
        if (stretches > 0 && toNumber[stretches - 1] == difference) {
            return;
        }
        if (stretches == firstIds.length) {
            firstIds = Arrays.copyOf(firstIds, stretches * 2);
            toNumber = Arrays.copyOf(toNumber, stretches * 2);
        }
        firstIds[stretches] = id;
        toNumber[stretches++] = difference;
    }

    String nameOf(UnitTrack unit) {
        int stretch = Arrays.binarySearch(firstIds, 0, stretches, unit.id);
        int place = stretch >= 0 ? stretch : -stretch - 2;
        return place < 0 ? name : name + " " + (unit.id + toNumber[place]);
    }

    /// Whether it is known when a unit of this group is on a thread.
    boolean tellsOfMounts() {
        return tellsOfMounts;
    }

    /// The event loop that its units run on; null where that is not known.
    @Nullable
    LoopTrack loop() {
        return loop;
    }

    void runsOn(@Nullable LoopTrack itsLoop) {
        loop = itsLoop;
    }

    void hasTold() {
        tellsOfMounts = true;
    }

    GroupTimes times(long now) {
        var sums = new long[State.values().length];
        var counts = census;
        if (counts != null) {
            counts.until(now, sums);
        } else {
            for (var unit : units) {
                unit.advance(now);
                unit.addTimesTo(sums);
            }
        }
        var states = new EnumMap<State, Long>(State.class);
        for (var state : State.values()) {
            if (sums[state.ordinal()] > 0) {
                states.put(state, sums[state.ordinal()]);
            }
        }
        return new GroupTimes(name, kind, units.size(), shown().size(), alive, states);
    }

    /// Of a group that has become large while it ran.
    private Census censusSoFar() {
        int changes = 0;
        for (var unit : units) {
            changes += unit.spans.size() + 1;
        }
        var all = new Change[changes];
        int next = 0;
        for (var unit : units) {
            var before = State.UNKNOWN;
            for (int span = 0; span < unit.spans.size(); span++) {
                all[next++] = new Change(unit.spans.start(span), before, unit.spans.state(span));
                before = unit.spans.state(span);
            }
            if (unit.shownState() != before) {
                all[next++] = new Change(unit.until(), before, unit.shownState());
            }
        }
        Arrays.sort(all, 0, next);
        var made = new Census();
        for (int i = 0; i < next; i++) {
            made.change(all[i].time(), all[i].from(), all[i].to());
        }
        return made;
    }

    private record Change(long time, State from, State to) implements Comparable<Change> {
        @Override
        public int compareTo(Change other) {
            return Long.compare(time, other.time);
        }
    }
}
