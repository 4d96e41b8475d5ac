package io.interleave.trace;

import static io.interleave.trace.TraceLayout.*;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// Writes the definitions: one stream of lines over as many chunks as it needs. A line is kept whole or not at all.
final class DefinitionStream {

    /// The writer under whose number they stand.
    static final int WRITER = 0;

    /// Longer lines are not kept. Even the definition of a run with the largest scenario is well below.
    private static final int LONGEST = 1 << 20;

    private final TraceSpace space;
    private Optional<Chunk> chunk = Optional.empty();
    private long next;
    private long chunks;
    private boolean full;

    DefinitionStream(TraceSpace space) {
        this.space = space;
    }

    /// @param keepFree how many bytes must remain for others, once no more can be reserved
    synchronized void append(byte[] line, long keepFree) {
        if (line.length >= LONGEST || line.length + 1 + keepFree > room()) {
            return;
        }
        put(line);
        put(new byte[] {'\n'});
        publishUpToHere();
    }

    private long room() {
        long elsewhere = space.roomForDefinitions();
        return elsewhere == Long.MAX_VALUE ? elsewhere : elsewhere + roomInChunk();
    }

    private long roomInChunk() {
        return chunk.map(it -> it.end - next).orElse(0L);
    }

    private void put(byte[] bytes) {
        int from = 0;
        while (from < bytes.length && !full) {
            if (roomInChunk() == 0) {
                nextChunk();
                continue;
            }
            var memory = chunk.orElseThrow().memory;
            int length = (int) Math.min(bytes.length - from, roomInChunk());
            MemorySegment.copy(MemorySegment.ofArray(bytes), from, memory, next, length);
            next += length;
            from += length;
        }
    }

    private void nextChunk() {
        publishUpToHere();
        var fresh = space.next(HOLDS_DEFINITIONS, WRITER, chunks, chunk);
        if (fresh.isEmpty()) {
            full = true;
            return;
        }
        chunks++;
        chunk = fresh;
        next = fresh.get().payload();
    }

    private void publishUpToHere() {
        chunk.ifPresent(it -> publish(it.memory, it.start + CHUNK_PUBLISHED, next - it.payload()));
    }

    /// Says that nothing follows.
    synchronized void close() {
        chunk.ifPresent(space::retire);
        chunk = Optional.empty();
        full = true;
    }
}
