package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import java.util.Arrays;

/// The waits that another unit ended, in the order in which they ended: the last span of each, and how long
/// before its end the other one did what ended it. 12 bytes each: who the other one is, and when the wait
/// ended, is told by the span.
final class Wakes {

    /// Of a lead that an `int` cannot hold: more than two seconds, in which nothing else is known.
    private static final int NOT_KNOWN = 0;

    private int size;
    private int[] units = new int[16];
    private int[] spans = new int[16];
    private int[] leads = new int[16];

    /// @param span `NONE` for none, which is not added
    /// @param lead nanoseconds
    void add(int unit, int span, long lead) {
        if (span == NONE) {
            return;
        }
        if (size == units.length) {
            int capacity = size + (size >> 1);
            units = Arrays.copyOf(units, capacity);
            spans = Arrays.copyOf(spans, capacity);
            leads = Arrays.copyOf(leads, capacity);
        }
        units[size] = unit;
        spans[size] = span;
        leads[size++] = lead == (int) lead ? (int) lead : NOT_KNOWN;
    }

    int size() {
        return size;
    }

    int unit(int index) {
        return units[index];
    }

    int span(int index) {
        return spans[index];
    }

    /// Nanoseconds between what ended the wait and its end.
    int lead(int index) {
        return leads[index];
    }
}
