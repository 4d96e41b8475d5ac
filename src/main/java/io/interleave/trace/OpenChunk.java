package io.interleave.trace;

import static io.interleave.trace.TraceLayout.*;

import java.lang.foreign.MemorySegment;

/// A chunk that the reader has found and not yet read to its end.
final class OpenChunk {

    /// Just this chunk, or what there is of it where the file is cut off.
    final MemorySegment memory;

    final long offset;
    final int holds;
    final int writer;
    final long sequence;

    /// Bytes of payload that were delivered.
    long consumed;

    /// Bytes of payload that may be delivered, as last looked at; never more than there are.
    long published;

    /// Whether its writer had gone on to another chunk before this one was looked at last, so that nothing is added
    /// to it.
    boolean hasSuccessor;

    private final boolean cut;
    private boolean sealed;
    private boolean signatureChecked;

    /// The time of the event before the next one.
    private long timeBefore = Long.MIN_VALUE;

    /// Whether an event was left out.
    private boolean leftOut;

    OpenChunk(MemorySegment memory, long offset) {
        this.memory = memory;
        this.offset = offset;
        this.holds = memory.get(INT, CHUNK_HOLDS);
        this.writer = memory.get(INT, CHUNK_WRITER);
        this.sequence = memory.get(LONG, CHUNK_SEQUENCE);
        this.cut = memory.get(INT, CHUNK_SIZE) > memory.byteSize();
    }

    /// Whether a chunk begins here, as far as its header tells.
    static boolean beginsAt(MemorySegment memory, long at) {
        if (publishedInt(memory, at) != CHUNK_MAGIC) {
            return false;
        }
        var header = memory.asSlice(at, CHUNK_HEADER_SIZE);
        int size = header.get(INT, CHUNK_SIZE);
        int holds = header.get(INT, CHUNK_HOLDS);
        return header.get(INT, CHUNK_HEADER_CRC) == chunkHeaderCrc(header)
                && size >= CHUNK_UNIT
                && size <= MAX_CHUNK_SIZE
                && size % CHUNK_UNIT == 0
                && (holds == HOLDS_EVENTS || holds == HOLDS_DEFINITIONS);
    }

    /// Looks at what its writer has published since.
    ///
    /// @return whether that makes sense
    boolean refresh() {
        if (sealed) {
            return true;
        }
        // The seal first: where it stands, the count is the last.
        int seal = publishedInt(memory, CHUNK_SEALED);
        long bytes = seal == 0 && holds == HOLDS_EVENTS ? published() : TraceLayout.published(memory, CHUNK_PUBLISHED);
        long capacity = memory.get(INT, CHUNK_SIZE) - CHUNK_HEADER_SIZE;
        boolean whole = holds == HOLDS_DEFINITIONS || bytes % EVENT_SIZE == 0;
        if (bytes < published || bytes > capacity || !whole || seal != 0 && seal != SEALED) {
            return false;
        }
        sealed = seal == SEALED;
        published = cut ? Math.min(bytes, there()) : bytes;
        return true;
    }

    /// How far whole events go: up to the first place without a kind.
    private long published() {
        long bytes = published;
        long there = there();
        while (bytes < there && (TraceLayout.published(memory, CHUNK_HEADER_SIZE + bytes + EVENT_STEP) & KIND) != 0) {
            bytes += EVENT_SIZE;
        }
        return bytes;
    }

    private long there() {
        long bytes = memory.byteSize() - CHUNK_HEADER_SIZE;
        return holds == HOLDS_EVENTS ? bytes - bytes % EVENT_SIZE : bytes;
    }

    /// Whether it is what its writer signed, where it was signed and all of it is there. Reads the whole chunk,
    /// once.
    boolean isIntact() {
        if (sealed && !signatureChecked && !cut) {
            signatureChecked = memory.get(INT, CHUNK_CRC) == chunkCrc(memory);
            return signatureChecked;
        }
        return true;
    }

    boolean hasNext() {
        return consumed < published;
    }

    /// Comes to the next event that can be what was written: what was not signed may have suffered in any of its bits.
    ///
    /// @return whether there is one
    boolean comesToNext(TraceListener listener) {
        for (; hasNext(); consumed += EVENT_SIZE) {
            long time = nextTime();
            if (signatureChecked || isInOrder(time)) {
                timeBefore = time;
                return true;
            }
            leaveOut(CHUNK_HEADER_SIZE + consumed, listener);
        }
        return false;
    }

    /// Tells that the event at `at` is left out. Where one has suffered thousands may have: the first stands for all.
    void leaveOut(long at, TraceListener listener) {
        if (!leftOut) {
            leftOut = true;
            listener.damaged(new Damage(offset + at, "events that are not what was written"));
        }
    }

    /// Of one writer the events come in order of time: one is out of it where its neighbours are in order without it.
    private boolean isInOrder(long time) {
        if (consumed + EVENT_SIZE >= published) {
            return true;
        }
        long timeAfter = memory.get(LONG, CHUNK_HEADER_SIZE + consumed + EVENT_SIZE + EVENT_TIME);
        return timeAfter < timeBefore || time >= timeBefore && time <= timeAfter;
    }

    boolean isSealed() {
        return sealed;
    }

    /// The time of the next event, of which there must be one.
    long nextTime() {
        return memory.get(LONG, CHUNK_HEADER_SIZE + consumed + EVENT_TIME);
    }

    /// The time of the last event published, of which there must be one.
    long lastTime() {
        return memory.get(LONG, CHUNK_HEADER_SIZE + published - EVENT_SIZE + EVENT_TIME);
    }

    Damage damage() {
        return new Damage(offset, "a block that is not what was written");
    }

    /// Events that its writer could not keep, so far.
    long notKept() {
        return TraceLayout.published(memory, CHUNK_NOT_KEPT);
    }
}
