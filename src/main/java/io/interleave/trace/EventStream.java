package io.interleave.trace;

import static io.interleave.trace.TraceLayout.*;
import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// The events of one writer, chunk after chunk, as far as they were published.
final class EventStream {

    private final int writer;
    private final Deque<OpenChunk> chunks = new ArrayDeque<>();

    /// The first of the chunks, where there is a next event: that is in it.
    private @Nullable OpenChunk first;

    private boolean hasNext;
    private long nextTime;
    private long lastTime = Long.MIN_VALUE;
    private boolean tellsOfCores;
    private boolean over;
    private long notKept;

    EventStream(int writer) {
        this.writer = writer;
    }

    /// Takes up a chunk; its events are delivered after the next `refresh`.
    void add(OpenChunk chunk) {
        chunks.add(chunk);
        over = false;
    }

    /// Looks at what was published since. What cannot be trusted is reported and dropped.
    void refresh(TraceListener listener) {
        for (var all = chunks.iterator(); all.hasNext(); ) {
            var chunk = all.next();
            chunk.hasSuccessor = all.hasNext();
            if (!chunk.refresh()) {
                listener.damaged(chunk.damage());
                all.remove();
            } else if (chunk.published > 0) {
                lastTime = Math.max(lastTime, chunk.lastTime());
            }
        }
        over |= !chunks.isEmpty() && chunks.getLast().isSealed();
        settle(listener);
        if (hasNext && !tellsOfCores) {
            var kind = EventKind.ofCode(requireNonNull(first).memory.get(BYTE, CHUNK_HEADER_SIZE + EVENT_KIND));
            tellsOfCores = kind != null && kind.isOfCores();
        }
    }

    /// Whether there is an event to deliver that is not newer than `until`.
    boolean hasNext(long until) {
        return hasNext && nextTime <= until;
    }

    /// The time of the next event, of which there must be one.
    long nextTime() {
        return nextTime;
    }

    /// Moves `event` to the next event, of which there must be one.
    void next(Event event, TraceListener listener) {
        var chunk = requireNonNull(first);
        event.move(chunk, writer);
        chunk.consumed += EVENT_SIZE;
        if (chunk.comesToNext(listener)) {
            nextTime = chunk.nextTime();
        } else {
            settle(listener);
        }
    }

    /// Comes to the next event, through chunks that are read to their end.
    private void settle(TraceListener listener) {
        while (!chunks.isEmpty()) {
            var chunk = chunks.element();
            first = chunk;
            if (!chunk.isIntact()) {
                listener.damaged(chunk.damage());
            } else if (chunk.comesToNext(listener)) {
                hasNext = true;
                nextTime = chunk.nextTime();
                return;
            } else if (chunk.isSealed() || chunk.hasSuccessor) {
                notKept += chunk.notKept();
            } else {
                break;
            }
            chunks.remove();
        }
        hasNext = false;
    }

    /// The time of the newest event published so far; {@link Long#MIN_VALUE} before the first.
    long lastTime() {
        return lastTime;
    }

    /// Whether this writer tells of the cores.
    boolean tellsOfCores() {
        return tellsOfCores;
    }

    /// Whether its writer was closed, so that nothing follows. Can be trusted after all chunks that there are were
    /// added.
    boolean isOver() {
        return over;
    }

    /// Events that the writer could not keep so far.
    long notKept() {
        long sum = notKept;
        for (var chunk : chunks) {
            sum += chunk.notKept();
        }
        return sum;
    }
}
