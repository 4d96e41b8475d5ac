package io.interleave.trace;

import static io.interleave.trace.TraceLayout.*;

import java.util.ArrayDeque;
import java.util.Deque;

/// The events of one writer, chunk after chunk, as far as they were published.
final class EventStream {

    final int writer;
    private final Deque<OpenChunk> chunks = new ArrayDeque<>();
    private long notKept;

    /// The time of the next event; {@link Long#MAX_VALUE} where there is none yet.
    long nextTime = Long.MAX_VALUE;

    /// The time of the last event published so far.
    long lastTime = Long.MIN_VALUE;

    /// Whether this writer tells of the cores: what others say is then only complete up to where it has told.
    boolean tellsOfCores;

    EventStream(int writer) {
        this.writer = writer;
    }

    void add(OpenChunk chunk) {
        chunks.add(chunk);
    }

    /// Looks at what was published since. What can be trusted no more is reported and dropped.
    void refresh(TraceListener listener) {
        for (var all = chunks.iterator(); all.hasNext(); ) {
            var chunk = all.next();
            if (!chunk.refresh()) {
                listener.damaged(chunk.damage());
                all.remove();
            } else if (chunk.published > 0) {
                lastTime = Math.max(lastTime, chunk.lastTime());
            }
        }
        settle();
        if (nextTime != Long.MAX_VALUE && !tellsOfCores) {
            var kind = EventKind.ofCode(chunks.element().memory.get(BYTE, CHUNK_HEADER_SIZE + EVENT_KIND));
            tellsOfCores = kind != null && kind.isOfCores();
        }
    }

    /// Moves `event` to the next event, which there must be.
    void next(Event event) {
        var chunk = chunks.element();
        event.move(chunk.memory, CHUNK_HEADER_SIZE + chunk.consumed, writer);
        chunk.consumed += EVENT_SIZE;
        if (chunk.hasNext()) {
            nextTime = chunk.nextTime();
        } else {
            settle();
        }
    }

    private void settle() {
        while (!chunks.isEmpty()) {
            var first = chunks.element();
            if (first.hasNext()) {
                nextTime = first.nextTime();
                return;
            }
            if (!first.isDone()) {
                break;
            }
            notKept += first.notKept();
            chunks.remove();
        }
        nextTime = Long.MAX_VALUE;
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
