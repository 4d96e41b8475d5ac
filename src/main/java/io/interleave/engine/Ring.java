package io.interleave.engine;

/// Items in the order in which they came, or the other way round. The length of the columns is a power of two.
final class Ring extends Items {

    private final boolean newestFirst;

    /// Counts on for ever; where in the columns, its last bits say.
    private int oldest;

    Ring(boolean newestFirst) {
        this.newestFirst = newestFirst;
    }

    @Override
    int next() {
        return place(newestFirst ? size() - 1 : 0);
    }

    /// Of the one that so many are older than.
    private int place(int older) {
        return oldest + older & values.length - 1;
    }

    @Override
    void insert(long value, long priority, long number, int giver) {
        set(place(size()), value, number, giver);
    }

    @Override
    void drop() {
        if (!newestFirst) {
            oldest++;
        }
    }

    /// What had come round to the beginning goes behind the end.
    @Override
    void grow(int capacity) {
        int before = values.length;
        int start = oldest & before - 1;
        super.grow(capacity);
        for (int place = 0; place < start; place++) {
            move(place, before + place);
        }
        oldest = start;
    }
}
