package io.interleave.engine;

import java.util.Arrays;

/// Items by their priority, the lowest first, and of equal ones the first that came: a binary heap.
final class Heap extends Items {

    /// Compares two priorities.
    @FunctionalInterface
    interface Order {
        int compare(long left, long right);
    }

    private final Order order;
    private long[] priorities = new long[16];

    Heap(Order order) {
        this.order = order;
    }

    @Override
    int next() {
        return 0;
    }

    @Override
    void insert(long value, long priority, long number, int giver) {
        int place = size();
        while (place > 0) {
            int parent = (place - 1) / 2;
            if (isBefore(priorities[parent], numbers[parent], priority, number)) {
                break;
            }
            move(parent, place);
            place = parent;
        }
        set(place, value, number, giver);
        priorities[place] = priority;
    }

    /// The last one goes to the top, and down to where it belongs.
    @Override
    void drop() {
        int last = size() - 1;
        long priority = priorities[last];
        long number = numbers[last];
        int place = 0;
        while (2 * place + 1 < last) {
            int child = 2 * place + 1;
            if (child + 1 < last
                    && isBefore(priorities[child + 1], numbers[child + 1], priorities[child], numbers[child])) {
                child++;
            }
            if (isBefore(priority, number, priorities[child], numbers[child])) {
                break;
            }
            move(child, place);
            place = child;
        }
        move(last, place);
    }

    private boolean isBefore(long priority, long number, long otherPriority, long otherNumber) {
        int compared = order.compare(priority, otherPriority);
        return compared < 0 || compared == 0 && number < otherNumber;
    }

    @Override
    void grow(int capacity) {
        super.grow(capacity);
        priorities = Arrays.copyOf(priorities, capacity);
    }

    @Override
    void move(int from, int to) {
        super.move(from, to);
        priorities[to] = priorities[from];
    }
}
