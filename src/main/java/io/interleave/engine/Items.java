package io.interleave.engine;

import java.util.Arrays;

/// What waits in a queue, in columns. Guarded by whoever owns it.
abstract sealed class Items permits Ring, Heap {

    /// A power of two, so that the columns come to it by doubling.
    private static final int MOST = 1 << 29;

    long[] values = new long[16];

    /// Which put brought it, from 0.
    long[] numbers = new long[16];

    /// Which unit that was.
    int[] givers = new int[16];

    private int size;

    /// What was removed last.
    long value;

    long number;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /// @param priority the lowest comes first, where the order asks for it
    /// @throws OutOfMemoryError if the memory, or an array, cannot hold more
    void add(long value, long priority, long number, int giver) {
        if (size == values.length) {
            if (size == MOST) {
                throw new OutOfMemoryError("a queue of %,d items".formatted(MOST));
            }
            grow(2 * size);
        }
        insert(value, priority, number, giver);
        size++;
    }

    /// Leaves what was next in `value` and `number`. There must be one.
    void remove() {
        int place = next();
        value = values[place];
        number = numbers[place];
        drop();
        size--;
    }

    /// The unit that put what is next. There must be one.
    int giver() {
        return givers[next()];
    }

    /// Where the next one is.
    abstract int next();

    abstract void insert(long value, long priority, long number, int giver);

    /// Forgets the next one.
    abstract void drop();

    void grow(int capacity) {
        values = Arrays.copyOf(values, capacity);
        numbers = Arrays.copyOf(numbers, capacity);
        givers = Arrays.copyOf(givers, capacity);
    }

    void set(int place, long value, long number, int giver) {
        values[place] = value;
        numbers[place] = number;
        givers[place] = giver;
    }

    void move(int from, int to) {
        set(to, values[from], numbers[from], givers[from]);
    }
}
