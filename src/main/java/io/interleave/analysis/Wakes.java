package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

import java.util.Arrays;

/// The waits that another unit ended, in the order in which that was told: the last span of each, and how long
/// before its end the other one did what ended it. 13 bytes each: who the other one is, and when the wait
/// ended, is told by the span.
final class Wakes {

    /// What a lead takes at most, in bits: it is 18 minutes then. Of a longer one nothing is known.
    private static final int LEAD = 40;

    private int size;
    private int[] units = new int[16];
    private int[] spans = new int[16];
    private int[] leads = new int[16];
    private byte[] highLeads = new byte[16];

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
            highLeads = Arrays.copyOf(highLeads, capacity);
        }
        units[size] = unit;
        spans[size] = span;
        long known = lead >>> LEAD == 0 ? lead : 0;
        leads[size] = (int) known;
        highLeads[size++] = (byte) (known >>> Integer.SIZE);
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
    long lead(int index) {
        return leads[index] & 0xffff_ffffL | (highLeads[index] & 0xffL) << Integer.SIZE;
    }
}
