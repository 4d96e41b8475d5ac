package io.interleave.analysis;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// Flows that touch a stretch of time, found by the bounds of each block of them: those told as links, or those
/// that ended a wait. Both come nearly in order of arrival, but need not: that a coroutine was woken is told
/// when it has a carrier again, and in damaged traces anything may be.
final class FlowBlocks {

    private static final int BLOCK = 256;

    /// Of a block the first and last departure, and the first and last arrival.
    private static final int BOUNDS = 4;

    private final FlowLog log;
    private final boolean wakes;
    private long[] bounds = new long[BOUNDS];
    private int blocks;

    FlowBlocks(FlowLog log, boolean wakes) {
        this.log = log;
        this.wakes = wakes;
    }

    private int size() {
        return wakes ? log.wakes() : log.links();
    }

    private int number(int index) {
        return wakes ? ~index : index;
    }

    void catchUp() {
        while ((blocks + 1) * BLOCK <= size()) {
            if ((blocks + 1) * BOUNDS > bounds.length) {
                bounds = Arrays.copyOf(bounds, bounds.length * 2);
            }
            bound(blocks++);
        }
    }

    private void bound(int block) {
        long firstFrom = Long.MAX_VALUE;
        long lastFrom = Long.MIN_VALUE;
        long firstTo = Long.MAX_VALUE;
        long lastTo = Long.MIN_VALUE;
        for (int i = block * BLOCK; i < (block + 1) * BLOCK; i++) {
            long from = log.fromTime(number(i));
            long to = log.toTime(number(i));
            firstFrom = Math.min(firstFrom, from);
            lastFrom = Math.max(lastFrom, from);
            firstTo = Math.min(firstTo, to);
            lastTo = Math.max(lastTo, to);
        }
        int at = block * BOUNDS;
        bounds[at] = firstFrom;
        bounds[at + 1] = lastFrom;
        bounds[at + 2] = firstTo;
        bounds[at + 3] = lastTo;
    }

    /// How many leave or arrive from `from` until before `to`.
    int count(long from, long to) {
        return walk(from, to, 1, Integer.MAX_VALUE, _ -> {});
    }

    /// Gives every `nth` of those that {@link #count} counts to `taker`, beginning with the one that has
    /// `first` before it.
    ///
    /// @return how many there are
    int walk(long from, long to, int nth, int first, IntConsumer taker) {
        int found = 0;
        for (int block = 0; block < blocks; block++) {
            int at = block * BOUNDS;
            boolean leave = bounds[at] >= from && bounds[at + 1] < to;
            boolean arrive = bounds[at + 2] >= from && bounds[at + 3] < to;
            if (leave || arrive) {
                for (int i = gap(found, nth, first); i < BLOCK; i += nth) {
                    taker.accept(number(block * BLOCK + i));
                }
                found += BLOCK;
            } else if (bounds[at] < to && bounds[at + 1] >= from || bounds[at + 2] < to && bounds[at + 3] >= from) {
                found = each(block * BLOCK, (block + 1) * BLOCK, from, to, nth, first, found, taker);
            }
        }
        return each(blocks * BLOCK, size(), from, to, nth, first, found, taker);
    }

    /// How many are to be left out after `found` of them.
    private static int gap(int found, int nth, int first) {
        return found <= first ? first - found : (nth - (found - first) % nth) % nth;
    }

    private int each(int begin, int end, long from, long to, int nth, int first, int before, IntConsumer taker) {
        int found = before;
        for (int i = begin; i < end; i++) {
            if (touches(number(i), from, to)) {
                if (gap(found, nth, first) == 0) {
                    taker.accept(number(i));
                }
                found++;
            }
        }
        return found;
    }

    private boolean touches(int flow, long from, long to) {
        long leaves = log.fromTime(flow);
        long arrives = log.toTime(flow);
        return leaves >= from && leaves < to || arrives >= from && arrives < to;
    }
}
