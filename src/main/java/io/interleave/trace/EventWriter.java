package io.interleave.trace;

import static io.interleave.trace.TraceLayout.*;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Records events for one thread at a time. Recording takes no lock, allocates nothing and never waits for a
/// reader; once in some two thousand events it fetches a new chunk.
public sealed class EventWriter implements AutoCloseable permits CoreNotingWriter {

    /// All of memory, by address. A chunk is mapped for good and each event's address is compared with its end, so
    /// that the checks of an ordinary segment (bounds, alignment, liveness), a fifth of the cost of an event, would
    /// ask what is known.
    private static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private final TraceSpace space;
    private final int id;
    private @Nullable Chunk chunk;
    private long next;
    private long end;
    private long chunks;
    private long notKept;
    private boolean full;

    EventWriter(TraceSpace space, int id) {
        this.space = space;
        this.id = id;
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
        publish(MEMORY, at + EVENT_STEP, (step & 0xffff_ffffL) | (long) kind.code() << 32 | (long) core() << 48);
        next = at + EVENT_SIZE;
    }

    /// The core that this thread is on, where that is noted with each event; -1 where not. Asked in a class of its
    /// own, which is not even loaded where switches are known exactly, so that there it costs nothing.
    int core() {
        return -1;
    }

    private boolean nextChunk() {
        countPublished();
        var given = space.next(HOLDS_EVENTS, id, chunks, Optional.ofNullable(chunk));
        if (given.isEmpty()) {
            full = true;
            return false;
        }
        var fresh = given.get();
        chunks++;
        chunk = fresh;
        long payload = fresh.memory.address() + fresh.payload();
        next = payload;
        end = payload + (fresh.end - fresh.payload()) / EVENT_SIZE * EVENT_SIZE;
        return true;
    }

    /// Says in the chunk how much it holds, for when it is sealed. Who seals it receives it from this thread by a
    /// lock.
    private void countPublished() {
        var current = chunk;
        if (current != null) {
            long bytes = next - current.memory.address() - current.payload();
            current.memory.set(LONG, current.start + CHUNK_PUBLISHED, bytes);
        }
    }

    private void countNotKept() {
        var current = chunk;
        if (current == null) {
            space.countNotKept();
        } else {
            publish(current.memory, current.start + CHUNK_NOT_KEPT, ++notKept);
        }
    }

    /// Says that nothing more will be recorded. Must be called by the thread that recorded last, or after it ended.
    @Override
    public void close() {
        var current = chunk;
        if (current != null) {
            countPublished();
            space.retire(current);
            chunk = null;
        }
        end = next;
        full = true;
    }
}
