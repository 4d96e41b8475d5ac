package io.interleave.trace;

import static io.interleave.trace.TraceLayout.*;

import java.lang.foreign.MemorySegment;

/// A chunk that the reader has found and not yet read to its end.
final class OpenChunk {

    /// Just this chunk.
    final MemorySegment memory;

    final long offset;
    final int holds;
    final int writer;
    final long sequence;

    /// Bytes of payload that were delivered.
    long consumed;

    /// Bytes of payload that may be delivered, as last looked at; never more than there are.
    long published;

    boolean sealed;

    OpenChunk(MemorySegment memory, long offset) {
        this.memory = memory;
        this.offset = offset;
        this.holds = memory.get(INT, CHUNK_HOLDS);
        this.writer = memory.get(INT, CHUNK_WRITER);
        this.sequence = memory.get(LONG, CHUNK_SEQUENCE);
    }

    /// Whether the chunk's size, as its header has it, is one that a writer gives.
    static boolean plausibleSize(int size) {
        return size >= CHUNK_UNIT && size <= MAX_CHUNK_SIZE && size % CHUNK_UNIT == 0;
    }

    /// Whether it is in order as far as can be told now. Reads nothing yet.
    boolean canBeTrusted() {
        boolean trusted = refresh();
        published = 0;
        sealed = false;
        return trusted;
    }

    /// Looks at what its writer has published since.
    ///
    /// @return whether the chunk can be trusted
    boolean refresh() {
        int seal = publishedInt(memory, CHUNK_SEALED);
        long bytes = TraceLayout.published(memory, CHUNK_PUBLISHED);
        boolean whole = holds == HOLDS_DEFINITIONS || bytes % EVENT_SIZE == 0;
        if (bytes < published || bytes > memory.byteSize() - CHUNK_HEADER_SIZE || !whole) {
            return false;
        }
        if (seal == SEALED && !sealed && memory.get(INT, CHUNK_CRC) != chunkCrc(memory, bytes)) {
            return false;
        }
        sealed = seal == SEALED;
        published = bytes;
        return sealed || seal == 0;
    }

    boolean hasNext() {
        return consumed < published;
    }

    /// Whether it was read to its end and nothing will be added.
    boolean isDone() {
        return sealed && consumed == published;
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

    long notKept() {
        return TraceLayout.published(memory, CHUNK_NOT_KEPT);
    }
}
