package io.interleave.analysis;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The spans of one lane in order of time, as columns of primitives: 31 bytes a span. Spans do not overlap;
/// between two there may be a gap. What the columns beside the times and the state mean is told by the lane's
/// kind:
///
/// | lane     | `core`            | `object`                | `value`              | `step`       |
/// |----------|-------------------|-------------------------|----------------------|--------------|
/// | core     | the core          | the unit, or `NONE`     | the OS thread id     | `NONE`       |
/// | unit     | the core if known | see below               | see below            | what it does |
/// | carrier  | `NONE`            | the unit that it runs   | its OS thread id     | `NONE`       |
/// | lock     | `NONE`            | the unit that holds it  | {@link LockUse}      | `NONE`       |
/// | level    | `NONE`            | the unit that changed it| {@link Level}        | the change   |
/// | variable | `NONE`            | the unit that wrote it  | its raw bits         | the write    |
///
/// On the lane of a unit it depends on the state:
///
/// | state                           | `object`                          | `value`                          |
/// |---------------------------------|-----------------------------------|----------------------------------|
/// | lock wait, wait, suspended      | the resource waited for, if any   | {@link Waits}                    |
/// | serializing                     | a {@link Transfer} by its ordinal | bytes, or the number of the task |
/// | all others, while it has a task | the pool                          | the number of the task           |
/// | all others                      | `NONE`                            | `NONE`                           |
///
/// What a variable's raw bits say is told by {@link Timeline#display}.
public final class Spans {

    /// Stands in a column for "nobody" or "nothing".
    public static final int NONE = -1;

    private static final State[] STATES = State.values();

    /// Blocks of as many spans, so that a lane that grows is never copied; only the first begins small.
    private static final int BLOCK = 1 << 12;

    private static final int FIRST_BLOCK = 4;

    /// Of a lane without a span: there may be a million of them.
    private static final Block[] NO_BLOCKS = {};

    /// Stands for a length in nanoseconds that needs more than an `int`: two seconds and more, of which there
    /// are few.
    private static final int LONG = Integer.MAX_VALUE;

    private int size;
    private Block[] blocks = NO_BLOCKS;

    /// The spans that are so long, in order, and their ends; null where there is none: there may be a million
    /// lanes.
    private long @Nullable [] longOnes;

    private int longCount;

    private static final class Block {
        private long[] starts;
        private int[] lengths;
        private long[] values;
        private int[] objects;
        private int[] steps;
        private short[] cores;
        private byte[] states;

        Block(int capacity) {
            starts = new long[capacity];
            lengths = new int[capacity];
            values = new long[capacity];
            objects = new int[capacity];
            steps = new int[capacity];
            cores = new short[capacity];
            states = new byte[capacity];
        }

        int capacity() {
            return states.length;
        }

        void grow(int capacity) {
            starts = Arrays.copyOf(starts, capacity);
            lengths = Arrays.copyOf(lengths, capacity);
            values = Arrays.copyOf(values, capacity);
            objects = Arrays.copyOf(objects, capacity);
            steps = Arrays.copyOf(steps, capacity);
            cores = Arrays.copyOf(cores, capacity);
            states = Arrays.copyOf(states, capacity);
        }
    }

    private Block block(int index) {
        return blocks[index / BLOCK];
    }

    public int size() {
        return size;
    }

    /// Nanoseconds of the run's clock.
    public long start(int index) {
        return block(index).starts[index % BLOCK];
    }

    /// Exclusive, in nanoseconds of the run's clock. The last span of a lane that still lives ends where it is
    /// known to so far.
    public long end(int index) {
        var block = block(index);
        int length = block.lengths[index % BLOCK];
        return length == LONG ? longEnd(index) : block.starts[index % BLOCK] + length;
    }

    public State state(int index) {
        return STATES[block(index).states[index % BLOCK]];
    }

    public int core(int index) {
        return block(index).cores[index % BLOCK];
    }

    public int object(int index) {
        return block(index).objects[index % BLOCK];
    }

    public long value(int index) {
        return block(index).values[index % BLOCK];
    }

    public int step(int index) {
        return block(index).steps[index % BLOCK];
    }

    /// The first span that ends after `time`, or `size()`.
    public int firstEndingAfter(long time) {
        return firstEndingAfter(time, 0);
    }

    /// Like {@link #firstEndingAfter(long)}, among the spans from `from` on, by a search that is quick where
    /// the answer is near.
    public int firstEndingAfter(long time, int from) {
        int low = from;
        int step = 1;
        int high = from;
        while (high < size && end(high) <= time) {
            low = high + 1;
            high += step;
            step <<= 1;
        }
        high = Math.min(high, size);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (end(middle) <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The first span that ends at `time` or after it, or `size()`.
    public int firstEndingAt(long time) {
        return time == Long.MIN_VALUE ? 0 : firstEndingAfter(time - 1);
    }

    /// The span at `time`, or `NONE` in a gap.
    public int at(long time) {
        int index = firstEndingAfter(time);
        return index < size && start(index) <= time ? index : NONE;
    }

    /// The step that took the most time from `from` until `to`, or `NONE`.
    int longestStep(long from, long to) {
        var times = new HashMap<Integer, Long>();
        for (int i = firstEndingAfter(from); i < size && start(i) < to; i++) {
            times.merge(step(i), Math.min(end(i), to) - Math.max(start(i), from), Long::sum);
        }
        return times.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(NONE);
    }

    void add(long start, long end, State state, int core, int object, long value, int step) {
        int place = size % BLOCK;
        var block = blockWithRoom(place);
        block.starts[place] = start;
        block.states[place] = (byte) state.ordinal();
        block.cores[place] = (short) core;
        block.objects[place] = object;
        block.values[place] = value;
        block.steps[place] = step;
        size++;
        endLast(end);
    }

    private Block blockWithRoom(int place) {
        int number = size / BLOCK;
        if (place == 0) {
            blocks = number == blocks.length ? Arrays.copyOf(blocks, Math.max(1, number * 2)) : blocks;
            blocks[number] = new Block(number == 0 ? FIRST_BLOCK : BLOCK);
        } else if (place == blocks[number].capacity()) {
            blocks[number].grow(Math.min(BLOCK, place * 2));
        }
        return blocks[number];
    }

    void endLast(long end) {
        var block = last();
        int place = (size - 1) % BLOCK;
        long length = end - block.starts[place];
        if (length >= 0 && length < LONG) {
            block.lengths[place] = (int) length;
            return;
        }
        block.lengths[place] = LONG;
        putLongEnd(end);
    }

    /// Of the last span. Pairs of a span's index and its end.
    private void putLongEnd(long end) {
        var pairs = longOnes == null ? new long[2] : longOnes;
        boolean again = longCount > 0 && pairs[2 * longCount - 2] == size - 1;
        int at = again ? longCount - 1 : longCount++;
        longOnes = 2 * longCount > pairs.length ? Arrays.copyOf(pairs, 2 * pairs.length) : pairs;
        longOnes[2 * at] = size - 1;
        longOnes[2 * at + 1] = end;
    }

    private long longEnd(int index) {
        var pairs = requireNonNull(longOnes);
        int low = 0;
        int high = longCount - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pairs[2 * middle] < index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return pairs[2 * low + 1];
    }

    void replaceLast(long end, State state, int object, long value) {
        last().states[(size - 1) % BLOCK] = (byte) state.ordinal();
        endLast(end);
        objectOfLast(object);
        valueOfLast(value);
    }

    void objectOfLast(int object) {
        last().objects[(size - 1) % BLOCK] = object;
    }

    void valueOfLast(long value) {
        last().values[(size - 1) % BLOCK] = value;
    }

    void valueOf(int index, long value) {
        block(index).values[index % BLOCK] = value;
    }

    private Block last() {
        return block(size - 1);
    }
}
