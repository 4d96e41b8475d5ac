package io.interleave.analysis;

import java.util.Arrays;

/// The spans of one lane in order of time, as columns of primitives: 35 bytes a span. Spans do not overlap; between two
/// there may be a gap. What the columns beside the times and the state mean is told by the lane's kind:
///
/// | lane     | `core`                       | `object`                    | `value`                          | `step`
///      |
/// |----------|------------------------------|-----------------------------|----------------------------------|--------------|
/// | core     | the core                     | the unit, or `NONE`         | the OS thread id                 | `NONE`
///      |
/// | unit     | the core if known            | the resource it waits for   | the unit that held it, or `NONE` | what it
/// does |
/// | lock     | `NONE`                       | the unit that holds it      | units that came to wait meanwhile | `NONE`
///      |
/// | variable | `NONE`                       | the unit that wrote it      | the value (see {@link Timeline#display}) |
/// the write |
public final class Spans {

    /// Stands in a column for "nobody" or "nothing".
    public static final int NONE = -1;

    private static final State[] STATES = State.values();

    private int size;
    private long[] starts = new long[16];
    private long[] ends = new long[16];
    private long[] values = new long[16];
    private int[] objects = new int[16];
    private int[] steps = new int[16];
    private short[] cores = new short[16];
    private byte[] states = new byte[16];

    public int size() {
        return size;
    }

    /// Nanoseconds of the run's clock.
    public long start(int index) {
        return starts[index];
    }

    /// Exclusive, in nanoseconds of the run's clock. The last span of a lane that still lives ends where it is known to
    /// so far.
    public long end(int index) {
        return ends[index];
    }

    public State state(int index) {
        return STATES[states[index]];
    }

    public int core(int index) {
        return cores[index];
    }

    public int object(int index) {
        return objects[index];
    }

    public long value(int index) {
        return values[index];
    }

    public int step(int index) {
        return steps[index];
    }

    /// The first span that ends after `time`, or `size()`.
    public int firstEndingAfter(long time) {
        return firstEndingAfter(time, 0);
    }

    /// Like {@link #firstEndingAfter(long)}, among the spans from `from` on, by a search that is quick where the answer
    /// is near.
    public int firstEndingAfter(long time, int from) {
        int low = from;
        int step = 1;
        int high = from;
        while (high < size && ends[high] <= time) {
            low = high + 1;
            high += step;
            step <<= 1;
        }
        high = Math.min(high, size);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The span at `time`, or `NONE` in a gap.
    public int at(long time) {
        int index = firstEndingAfter(time);
        return index < size && starts[index] <= time ? index : NONE;
    }

    void add(long start, long end, State state, int core, int object, long value, int step) {
        if (size == starts.length) {
            grow();
        }
        starts[size] = start;
        ends[size] = end;
        states[size] = (byte) state.ordinal();
        cores[size] = (short) core;
        objects[size] = object;
        values[size] = value;
        steps[size] = step;
        size++;
    }

    void endLast(long end) {
        ends[size - 1] = end;
    }

    void replaceLast(long end, State state, int object, long value) {
        int last = size - 1;
        ends[last] = end;
        states[last] = (byte) state.ordinal();
        objects[last] = object;
        values[last] = value;
    }

    void objectOfLast(int object) {
        objects[size - 1] = object;
    }

    void valueOfLast(long value) {
        values[size - 1] = value;
    }

    private void grow() {
        int capacity = size + (size >> 1) + 16;
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        values = Arrays.copyOf(values, capacity);
        objects = Arrays.copyOf(objects, capacity);
        steps = Arrays.copyOf(steps, capacity);
        cores = Arrays.copyOf(cores, capacity);
        states = Arrays.copyOf(states, capacity);
    }
}
