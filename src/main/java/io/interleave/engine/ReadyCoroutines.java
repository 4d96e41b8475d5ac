package io.interleave.engine;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// The coroutines of a loop that could run: the one that became ready first comes first, or the one with the
/// lowest priority. Not thread-safe.
final class ReadyCoroutines {

    private record Entry(Coroutine coroutine, long rank, long order) {}

    private static final Comparator<Entry> LOWEST_FIRST =
            Comparator.comparingLong(Entry::rank).thenComparingLong(Entry::order);

    private final Queue<Coroutine> first = new ArrayDeque<>();
    private final Queue<Entry> lowest = new PriorityQueue<>(LOWEST_FIRST);
    private long order;

    /// @param byPriority whether its priority counts; of those that come without, all are of priority 0
    void add(Coroutine coroutine, boolean byPriority) {
        if (byPriority || !lowest.isEmpty()) {
            lowest.add(new Entry(coroutine, byPriority ? coroutine.priority : 0, order++));
        } else {
            first.add(coroutine);
        }
    }

    /// Removes the next one; those that came while priorities did not count yet are before all others.
    @Nullable
    Coroutine poll() {
        var next = first.poll();
        if (next != null) {
            return next;
        }
        var entry = lowest.poll();
        return entry == null ? null : entry.coroutine;
    }
}
