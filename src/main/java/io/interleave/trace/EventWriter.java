package io.interleave.trace;

import static io.interleave.trace.TraceLayout.*;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.function.IntSupplier;

/// Records events for one thread at a time. Recording takes no lock, allocates nothing and never waits for a reader;
/// once in some two thousand events it fetches a new chunk.
public final class EventWriter implements AutoCloseable {

    /// All of memory, by address. A chunk is mapped for good and each event's address is compared with its end, so that
    /// the checks of an ordinary segment (bounds, alignment, liveness), a fifth of the cost of an event, would ask what
    /// is known.
    private static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private final TraceSpace space;
    private final int id;
    private final IntSupplier core;

    private Chunk chunk;
    private long next;
    private long end;
    private long publishedAt;
    private long payload;
    private long chunks;
    private long notKept;
    private boolean full;

    EventWriter(TraceSpace space, int id, IntSupplier core) {
        this.space = space;
        this.id = id;
        this.core = core;
    }

    /// Records an event that happens now.
    public void record(EventKind kind, int unit, int object, int step, long value) {
        recordAt(Clock.now(), kind, unit, object, step, value);
    }

    /// Records an event that happened at `time`, which must not be before that of the event recorded last.
    public void recordAt(long time, EventKind kind, int unit, int object, int step, long value) {
        if (next == end && (full || !nextChunk())) {
            countNotKept();
            return;
        }
        long at = next;
        MEMORY.set(LONG, at + EVENT_TIME, time);
        MEMORY.set(LONG, at + EVENT_VALUE, value);
        MEMORY.set(LONG, at + EVENT_UNIT, (unit & 0xffff_ffffL) | (long) object << 32);
        long where = core == null ? -1 : core.getAsInt();
        MEMORY.set(LONG, at + EVENT_STEP, (step & 0xffff_ffffL) | (long) kind.code() << 32 | where << 48);
        next = at + EVENT_SIZE;
        publish(MEMORY, publishedAt, next - payload);
    }

    private boolean nextChunk() {
        var given = space.next(HOLDS_EVENTS, id, chunks, Optional.ofNullable(chunk));
        if (given.isEmpty()) {
            full = true;
            return false;
        }
        var fresh = given.get();
        chunks++;
        chunk = fresh;
        long base = fresh.memory.address();
        payload = base + fresh.payload();
        next = payload;
        end = payload + (fresh.end - fresh.payload()) / EVENT_SIZE * EVENT_SIZE;
        publishedAt = base + fresh.start + CHUNK_PUBLISHED;
        return true;
    }

    private void countNotKept() {
        if (chunk == null) {
            space.countNotKept();
        } else {
            publish(chunk.memory, chunk.start + CHUNK_NOT_KEPT, ++notKept);
        }
    }

    /// Says that nothing more will be recorded. Must be called by the thread that recorded last, or after it ended.
    @Override
    public void close() {
        if (chunk != null) {
            space.retire(chunk);
            chunk = null;
        }
        end = next;
        full = true;
    }
}
