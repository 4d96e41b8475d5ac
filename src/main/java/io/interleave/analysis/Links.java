package io.interleave.analysis;

import java.util.Arrays;

/// What led to what, from one unit to another: as columns in order of the second, 33 bytes each. Who ended a
/// wait is told by its span, with {@link Waits}; {@link Flows} has both.
public final class Links {

    /// What ties the one to the other.
    public enum Kind {
        /// What the first put into a queue, the second took out.
        ITEM,
        /// The first started the second.
        START,
        /// What the first gave to a pool, the second began.
        TASK
    }

    private static final Kind[] KINDS = Kind.values();

    private int size;
    private byte[] kinds = new byte[16];
    private int[] resources = new int[16];
    private int[] froms = new int[16];
    private int[] tos = new int[16];
    private long[] fromTimes = new long[16];
    private long[] toTimes = new long[16];

    Links() {}

    public int size() {
        return size;
    }

    public Kind kind(int index) {
        return KINDS[kinds[index]];
    }

    /// The queue or pool, or `NONE`.
    public int resource(int index) {
        return resources[index];
    }

    public int from(int index) {
        return froms[index];
    }

    public int to(int index) {
        return tos[index];
    }

    public long fromTime(int index) {
        return fromTimes[index];
    }

    public long toTime(int index) {
        return toTimes[index];
    }

    /// The first that came to its end at `time` or later, or `size()`.
    int firstAt(long time) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (toTimes[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    void add(Kind kind, int resource, int from, long fromTime, int to, long toTime) {
        if (size == kinds.length) {
            int capacity = size + (size >> 1);
            kinds = Arrays.copyOf(kinds, capacity);
            resources = Arrays.copyOf(resources, capacity);
            froms = Arrays.copyOf(froms, capacity);
            tos = Arrays.copyOf(tos, capacity);
            fromTimes = Arrays.copyOf(fromTimes, capacity);
            toTimes = Arrays.copyOf(toTimes, capacity);
        }
        kinds[size] = (byte) kind.ordinal();
        resources[size] = resource;
        froms[size] = from;
        tos[size] = to;
        fromTimes[size] = fromTime;
        toTimes[size] = toTime;
        size++;
    }
}
