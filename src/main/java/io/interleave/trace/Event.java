package io.interleave.trace;

import static io.interleave.trace.TraceLayout.*;
import static java.util.Objects.requireNonNull;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// A window on one event in a mapped trace. The reader moves one such window over all events: what is needed later
/// must be copied.
public final class Event {

    private @Nullable OpenChunk chunk;
    private MemorySegment memory = MemorySegment.NULL;
    private long at;
    private int writer;

    Event() {}

    /// Moves on to the next event of a chunk.
    void move(OpenChunk chunk, int writer) {
        this.chunk = chunk;
        this.memory = chunk.memory;
        this.at = CHUNK_HEADER_SIZE + chunk.consumed;
        this.writer = writer;
    }

    /// Tells `listener` that this event cannot be what was written, and is left out.
    public void leaveOut(TraceListener listener) {
        requireNonNull(chunk).leaveOut(at, listener);
    }

    /// Who recorded it. Of one writer the events come in order of time.
    public int writer() {
        return writer;
    }

    /// Nanoseconds of the run's clock.
    public long time() {
        return memory.get(LONG, at + EVENT_TIME);
    }

    /// Never `null`: events of kinds that this version does not know are not delivered.
    public EventKind kind() {
        return requireNonNull(EventKind.ofCode(memory.get(BYTE, at + EVENT_KIND)));
    }

    boolean isOfKnownKind() {
        return EventKind.ofCode(memory.get(BYTE, at + EVENT_KIND)) != null;
    }

    public int unit() {
        return memory.get(INT, at + EVENT_UNIT);
    }

    public int object() {
        return memory.get(INT, at + EVENT_OBJECT);
    }

    public int step() {
        return memory.get(INT, at + EVENT_STEP);
    }

    public long value() {
        return memory.get(LONG, at + EVENT_VALUE);
    }

    /// The core that recorded it, -1 where that was not asked.
    public int core() {
        return memory.get(SHORT, at + EVENT_CORE);
    }
}
