package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/// What the end of a run, or of one unit, was waiting for at every moment since the run began: segments in
/// order of time that follow each other without gap or overlap. As columns, 21 bytes a segment: there may be as
/// many as spans.
public final class CriticalPath {

    private static final State[] STATES = State.values();

    private final long end;

    /// Backwards, as they are found.
    private int size;

    private long[] froms = new long[16];
    private int[] units = new int[16];
    private int[] resources = new int[16];
    private int[] steps = new int[16];
    private byte[] states = new byte[16];

    private final long[] stateTimes = new long[STATES.length];
    private final Map<Integer, Long> waits = new TreeMap<>();

    CriticalPath(long end) {
        this.end = end;
    }

    /// One stretch of it, on one unit. Times are nanoseconds of the run's clock.
    ///
    /// @param unit `NONE` before the first unit of the path was started
    /// @param state a wait where the unit waited and it is not known for whom, or was woken already and took
    ///     that long to notice
    /// @param resource that was waited for, or {@link Spans#NONE}
    public record Segment(int unit, long from, long to, State state, int resource, int step) {}

    /// Before all that was added so far.
    void addBefore(long from, int unit, State state, int resource, int step) {
        long nanos = start() - from;
        stateTimes[state.ordinal()] += nanos;
        if (state.isWait()) {
            waits.merge(resource, nanos, Long::sum);
        }
        int last = size - 1;
        if (last >= 0
                && units[last] == unit
                && states[last] == state.ordinal()
                && resources[last] == resource
                && steps[last] == step) {
            froms[last] = from;
            return;
        }
        grow();
        froms[size] = from;
        units[size] = unit;
        states[size] = (byte) state.ordinal();
        resources[size] = resource;
        steps[size++] = step;
    }

    private void grow() {
        if (size == units.length) {
            int capacity = size + (size >> 1);
            froms = Arrays.copyOf(froms, capacity);
            units = Arrays.copyOf(units, capacity);
            resources = Arrays.copyOf(resources, capacity);
            steps = Arrays.copyOf(steps, capacity);
            states = Arrays.copyOf(states, capacity);
        }
    }

    /// The run's beginning, in nanoseconds of its clock.
    public long start() {
        return size == 0 ? end : froms[size - 1];
    }

    /// Of the run, or of the unit that was asked for; of one that lives on, up to when it is known.
    public long end() {
        return end;
    }

    public int size() {
        return size;
    }

    public Segment segment(int index) {
        int place = size - 1 - index;
        return new Segment(
                units[place], froms[place], to(place), STATES[states[place]], resources[place], steps[place]);
    }

    private long to(int place) {
        return place == 0 ? end : froms[place - 1];
    }

    /// The segment at `time`, or the nearest; `NONE` of an empty path.
    public int at(long time) {
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (froms[size - 1 - middle] <= time) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return size == 0 ? NONE : low;
    }

    /// The nanoseconds in each state; they add up to the whole path.
    public Map<State, Long> states() {
        var times = new EnumMap<State, Long>(State.class);
        for (var state : STATES) {
            if (stateTimes[state.ordinal()] > 0) {
                times.put(state, stateTimes[state.ordinal()]);
            }
        }
        return times;
    }

    /// The nanoseconds of waiting by resource; under {@link Spans#NONE} what was no wait for a resource, but
    /// for a unit, or for nothing that is told.
    public Map<Integer, Long> waits() {
        return Collections.unmodifiableMap(waits);
    }
}
