package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import java.util.Arrays;

/// The conflicts of a run, as columns in order of the overwriting write: unit A read a value, unit B read and
/// wrote, and then A wrote what it had computed from the old value, so that B's update is gone. Both reads and both
/// writes are kept, with values.
///
/// A blind write (one that is not computed from what was read) has no read; its read time is {@link
/// Long#MIN_VALUE}.
public final class LostUpdates {

    private static final int COLUMNS = 8;

    private int size;
    private int[] resources = new int[8];
    private int[] lostUnits = new int[8];
    private int[] overwriters = new int[8];
    private long[] cells = new long[8 * COLUMNS];

    public int size() {
        return size;
    }

    /// The id of the variable.
    public int variable(int index) {
        return resources[index];
    }

    /// The unit whose write was lost.
    public int lostUnit(int index) {
        return lostUnits[index];
    }

    public long lostReadTime(int index) {
        return cells[index * COLUMNS];
    }

    public long lostReadValue(int index) {
        return cells[index * COLUMNS + 1];
    }

    public long lostWriteTime(int index) {
        return cells[index * COLUMNS + 2];
    }

    public long lostWriteValue(int index) {
        return cells[index * COLUMNS + 3];
    }

    /// The unit that overwrote it without having seen it.
    public int overwriter(int index) {
        return overwriters[index];
    }

    public long overwriterReadTime(int index) {
        return cells[index * COLUMNS + 4];
    }

    public long overwriterReadValue(int index) {
        return cells[index * COLUMNS + 5];
    }

    public long overwriterWriteTime(int index) {
        return cells[index * COLUMNS + 6];
    }

    public long overwriterWriteValue(int index) {
        return cells[index * COLUMNS + 7];
    }

    /// The first conflict whose overwriting write is at `time` or later, or `size()`.
    public int firstAtOrAfter(long time) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (overwriterWriteTime(middle) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The conflict that `unit`'s write at `time` is part of, as the lost one or as the overwriter, or `NONE`.
    public int involving(int unit, long time) {
        for (int index = firstAtOrAfter(time); index < size; index++) {
            if (overwriters[index] == unit && overwriterWriteTime(index) == time
                    || lostUnits[index] == unit && lostWriteTime(index) == time) {
                return index;
            }
        }
        return NONE;
    }

    void add(int variable, int lostUnit, int overwriter, long... readsAndWrites) {
        if (size == resources.length) {
            int capacity = size * 2;
            resources = Arrays.copyOf(resources, capacity);
            lostUnits = Arrays.copyOf(lostUnits, capacity);
            overwriters = Arrays.copyOf(overwriters, capacity);
            cells = Arrays.copyOf(cells, capacity * COLUMNS);
        }
        resources[size] = variable;
        lostUnits[size] = lostUnit;
        overwriters[size] = overwriter;
        System.arraycopy(readsAndWrites, 0, cells, size * COLUMNS, COLUMNS);
        size++;
    }
}
