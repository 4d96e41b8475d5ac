package io.interleave.engine.loop;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Who is to be woken when: a heap in two arrays, four children to a node, so that a million sleepers cost a
/// few bytes each and no object. Not thread-safe.
public final class Deadlines<T> {

    private static final int CHILDREN = 4;

    private long[] times = new long[64];
    private @Nullable Object[] who = new Object[64];
    private int size;

    public boolean isEmpty() {
        return size == 0;
    }

    /// The earliest time; `Long.MAX_VALUE` where there is none.
    public long next() {
        return size == 0 ? Long.MAX_VALUE : times[0];
    }

    public void add(long time, T sleeper) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            who = Arrays.copyOf(who, 2 * size);
        }
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) / CHILDREN;
            if (times[parent] <= time) {
                break;
            }
            move(parent, at);
            at = parent;
        }
        put(at, time, sleeper);
    }

    /// Removes the one with the earliest time, of which there must be one.
    @SuppressWarnings("unchecked")
    public T remove() {
        var first = who[0];
        long time = times[--size];
        var last = who[size];
        who[size] = null;
        if (size > 0) {
            put(sink(time), time, last);
        }
        return (T) requireNonNull(first);
    }

    /// Makes room for one with this time, from the root down.
    private int sink(long time) {
        int at = 0;
        while (true) {
            int child = earliestChild(at);
            if (child < 0 || times[child] >= time) {
                return at;
            }
            move(child, at);
            at = child;
        }
    }

    private int earliestChild(int parent) {
        int first = CHILDREN * parent + 1;
        if (first >= size) {
            return -1;
        }
        int earliest = first;
        for (int child = first + 1; child < Math.min(first + CHILDREN, size); child++) {
            if (times[child] < times[earliest]) {
                earliest = child;
            }
        }
        return earliest;
    }

    private void move(int from, int to) {
        times[to] = times[from];
        who[to] = who[from];
    }

    private void put(int at, long time, @Nullable Object sleeper) {
        times[at] = time;
        who[at] = sleeper;
    }
}
