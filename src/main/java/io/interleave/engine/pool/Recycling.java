package io.interleave.engine.pool;

import java.util.Iterator;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/// Memory to be used again: to get and to clear a megabyte costs more than to send it.
public final class Recycling {

    private static final int KEPT = 16;

    /// What is larger is left to the collector, and so are small arrays.
    private static final int LARGEST_KEPT = 4 << 20;

    private static final int SMALLEST_ARRAY_KEPT = 4 << 10;

    private final ConcurrentLinkedDeque<Bytes> free = new ConcurrentLinkedDeque<>();
    private final AtomicInteger count = new AtomicInteger();
    private final ConcurrentLinkedDeque<byte[]> arrays = new ConcurrentLinkedDeque<>();
    private final AtomicInteger arrayCount = new AtomicInteger();

    /// Bytes without content.
    public Bytes take() {
        var bytes = free.pollFirst();
        if (bytes == null) {
            return new Bytes();
        }
        count.decrementAndGet();
        bytes.clear();
        return bytes;
    }

    /// Gives back what nobody reads any more. What was used last is used next: the cores still have it at hand.
    public void give(Bytes bytes) {
        if (bytes != Bytes.NONE && bytes.capacity() <= LARGEST_KEPT) {
            if (count.incrementAndGet() <= KEPT) {
                free.addFirst(bytes);
            } else {
                count.decrementAndGet();
            }
        }
    }

    /// An array of this length, with anything in it.
    public byte[] array(int length) {
        if (length >= SMALLEST_ARRAY_KEPT) {
            for (Iterator<byte[]> kept = arrays.iterator(); kept.hasNext(); ) {
                var array = kept.next();
                if (array.length == length && arrays.remove(array)) {
                    arrayCount.decrementAndGet();
                    return array;
                }
            }
        }
        return new byte[length];
    }

    /// Gives back an array that nobody looks at any more.
    public void give(byte[] array) {
        if (array.length >= SMALLEST_ARRAY_KEPT && array.length <= LARGEST_KEPT) {
            arrays.addFirst(array);
            if (arrayCount.incrementAndGet() > KEPT && arrays.pollLast() != null) {
                arrayCount.decrementAndGet();
            }
        }
    }
}
