package io.interleave.trace;

import static io.interleave.trace.TraceLayout.*;

import java.lang.foreign.MemorySegment;

/// A chunk in the hands of its one writer.
final class Chunk {

    /// The mapped memory that the chunk is part of: its header at `start`, its end at `end`.
    final MemorySegment memory;

    final long start;
    final long end;

    Chunk(MemorySegment memory, long start, long size, int holds, int writer, long sequence) {
        this.memory = memory;
        this.start = start;
        this.end = start + size;
        memory.set(INT, start + CHUNK_HOLDS, holds);
        memory.set(INT, start + CHUNK_SIZE, (int) size);
        memory.set(INT, start + CHUNK_WRITER, writer);
        memory.set(LONG, start + CHUNK_SEQUENCE, sequence);
        memory.set(INT, start + CHUNK_HEADER_CRC, chunkHeaderCrc(memory.asSlice(start, CHUNK_HEADER_SIZE)));
        publish(memory, start, CHUNK_MAGIC);
    }

    long payload() {
        return start + CHUNK_HEADER_SIZE;
    }

    /// Closes the chunk for good and signs it. Whoever calls must have received it from its writer by a lock or a
    /// queue.
    void seal() {
        var chunk = memory.asSlice(start, end - start);
        chunk.set(INT, CHUNK_CRC, chunkCrc(chunk));
        publish(chunk, CHUNK_SEALED, SEALED);
    }
}
