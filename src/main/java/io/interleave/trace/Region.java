package io.interleave.trace;

import java.lang.foreign.MemorySegment;

/// A reserved part of a trace file, from which chunks are cut one after the other.
final class Region {

    /// Whether no events may go here.
    final boolean forDefinitions;

    private final MemorySegment memory;

    /// Where it begins in the file.
    private final long offset;

    private long used;

    /// @param used how much of its beginning is in use already
    Region(MemorySegment memory, long offset, long used, boolean forDefinitions) {
        this.memory = memory;
        this.offset = offset;
        this.used = used;
        this.forDefinitions = forDefinitions;
    }

    long room() {
        return memory.byteSize() - used;
    }

    boolean hasRoom() {
        return room() > 0;
    }

    /// The next chunk, of `size` bytes or of what there is left.
    Chunk cut(long size, int holds, int writer, long sequence) {
        long available = Math.min(size, room());
        var chunk = new Chunk(memory, used, available, holds, writer, sequence);
        used += available;
        return chunk;
    }

    /// Where in the file the next chunk would begin.
    long position() {
        return offset + used;
    }
}
