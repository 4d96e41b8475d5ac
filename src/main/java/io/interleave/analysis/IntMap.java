package io.interleave.analysis;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Things by their number, in order of it. Looking one up allocates nothing, and is one comparison where the
/// numbers are 0, 1, 2 and so on, as those of units and resources are; else a search by halves.
final class IntMap<T> implements Iterable<T> {

    private int[] keys = new int[8];
    private Object[] values = new Object[8];
    private int size;

    /// What has the number `key`, which is made and put in where there is nothing yet.
    T get(int key, IntFunction<? extends T> ifAbsent) {
        int place = place(key);
        if (place >= 0) {
            return value(place);
        }
        T made = ifAbsent.apply(key);
        insert(~place, key, made);
        return made;
    }

    Optional<T> find(int key) {
        return Optional.ofNullable(orNull(key));
    }

    /// As {@link #find}, for where it is asked at every event.
    @Nullable
    T orNull(int key) {
        int place = place(key);
        return place >= 0 ? value(place) : null;
    }

    /// Puts something in, in place of what had the number before.
    void put(int key, T value) {
        int place = place(key);
        if (place >= 0) {
            values[place] = value;
        } else {
            insert(~place, key, value);
        }
    }

    int size() {
        return size;
    }

    /// As from a search by halves: where there is none, the complement of the place where it belongs.
    private int place(int key) {
        long guess = (long) key - keys[0];
        boolean hit = guess >= 0 && guess < size && keys[(int) guess] == key;
        return hit ? (int) guess : Arrays.binarySearch(keys, 0, size, key);
    }

    private void insert(int place, int key, T value) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        System.arraycopy(keys, place, keys, place + 1, size - place);
        System.arraycopy(values, place, values, place + 1, size - place);
        keys[place] = key;
        values[place] = value;
        size++;
    }

    @SuppressWarnings("unchecked")
    private T value(int place) {
        return (T) values[place];
    }

    @Override
    public Iterator<T> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            public T next() {
                if (next >= size) {
                    throw new NoSuchElementException();
                }
                return value(next++);
            }
        };
    }
}
