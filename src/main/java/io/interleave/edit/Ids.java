package io.interleave.edit;

import java.util.BitSet;

/// Gives the blocks of an outline their ids, none of them twice.
final class Ids {

    static final int NONE = -1;

    private final BitSet taken = new BitSet();
    private int next;

    Ids(int next) {
        this.next = next;
    }

    int fresh() {
        return next++;
    }

    /// This id, or a fresh one if it is none or is taken.
    int take(int id) {
        if (id == NONE || taken.get(id)) {
            return fresh();
        }
        taken.set(id);
        return id;
    }

    /// What the next outline begins with.
    int next() {
        return next;
    }
}
