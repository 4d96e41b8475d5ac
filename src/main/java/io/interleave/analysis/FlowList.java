package io.interleave.analysis;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/// The numbers of the flows of one unit in one direction. Sorted by their time when they are looked at, which
/// costs little, as they come nearly so.
final class FlowList {

    private int[] flows = new int[1];
    private int size;
    private int sorted;

    void add(int flow) {
        if (size == flows.length) {
            flows = Arrays.copyOf(flows, size + Math.max(1, size >> 1));
        }
        flows[size++] = flow;
    }

    int size() {
        return size;
    }

    int get(int place) {
        return flows[place];
    }

    /// The first place at or after `time`, or `size()`.
    int firstAt(long time, IntToLongFunction timeOf) {
        sort(timeOf);
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (timeOf.applyAsLong(flows[middle]) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// By merging the stretches that are in order already, two by two.
    private void sort(IntToLongFunction timeOf) {
        if (sorted == size) {
            return;
        }
        int end = runEnd(0, timeOf);
        while (end < size) {
            int from = 0;
            while (from < size) {
                int middle = runEnd(from, timeOf);
                int to = middle < size ? runEnd(middle, timeOf) : size;
                merge(from, middle, to, timeOf);
                from = to;
            }
            end = runEnd(0, timeOf);
        }
        sorted = size;
    }

    /// The end of what is in order from `from` on.
    private int runEnd(int from, IntToLongFunction timeOf) {
        int end = from + 1;
        while (end < size && timeOf.applyAsLong(flows[end - 1]) <= timeOf.applyAsLong(flows[end])) {
            end++;
        }
        return end;
    }

    private void merge(int from, int middle, int to, IntToLongFunction timeOf) {
        if (middle == to) {
            return;
        }
        var first = Arrays.copyOfRange(flows, from, middle);
        int left = 0;
        int right = middle;
        for (int place = from; left < first.length; place++) {
            boolean takeRight = right < to && timeOf.applyAsLong(flows[right]) < timeOf.applyAsLong(first[left]);
            flows[place] = takeRight ? flows[right++] : first[left++];
        }
    }
}
