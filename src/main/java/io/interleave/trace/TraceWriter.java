package io.interleave.trace;

import static io.interleave.trace.TraceLayout.*;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import tools.jackson.databind.json.JsonMapper;

/// Writes the trace file of one process.
///
/// Space is reserved ahead of its use by a thread of this class: it writes real zeros, so that a full disk is an `IOException`
/// there and never a fatal signal at a store into the mapping. The same thread signs chunks that their writers have left.
/// When the limit is reached or the disk is nearly full, events are no longer kept, only counted; nothing else stops.
public final class TraceWriter implements AutoCloseable {

    /// The name of the engine's trace in a run's directory.
    public static final String ENGINE_TRACE = "engine.trace";

    /// What is left on the disk at which recording stops.
    public static final long KEEP_FREE = 256L << 20;

    private static final long FIRST_SEGMENT = 1 << 20;
    private static final long SEGMENT = 4 << 20;
    private static final long FIRST_CHUNK = CHUNK_UNIT;
    private static final long CHUNK = 16 * CHUNK_UNIT;
    private static final int DEFINITIONS_WRITER = 0;

    private final JsonMapper json = JsonMapper.builder().build();
    private final ReservedFile file;
    private final Thread reserver;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition reserved = lock.newCondition();
    private final Queue<Chunk> toSeal = new ArrayDeque<>();
    private MemorySegment segment;
    private long used;
    private MemorySegment spare;
    private boolean exhausted;
    private boolean closed;
    private int writers = DEFINITIONS_WRITER + 1;
    private final MemorySegment header;

    private final DefinitionStream definitions = new DefinitionStream();

    private TraceWriter(ReservedFile file, MemorySegment first) {
        this.file = file;
        this.header = first;
        this.segment = first;
        this.used = FILE_HEADER_SIZE;
        this.reserver = Thread.ofPlatform().daemon().name("trace-reserve").start(this::reserveAndSeal);
    }

    /// Creates the file, which must not exist yet.
    ///
    /// @param limit how many bytes the file may grow to, about; at least 1 MiB is used
    public static TraceWriter create(Path file, long limit) throws IOException {
        var directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        var reservedFile = new ReservedFile(file, header(), limit, KEEP_FREE);
        var first = reservedFile.reserve(FIRST_SEGMENT);
        if (first == null) {
            reservedFile.close();
            throw new IOException("Less than %d MiB are left on the disk of %s".formatted(KEEP_FREE >> 20, directory));
        }
        return new TraceWriter(reservedFile, first);
    }

    private static ByteBuffer header() {
        var header = Arena.ofAuto().allocate(FILE_HEADER_SIZE, Long.BYTES);
        header.set(LONG, 0, FILE_MAGIC);
        header.set(INT, FILE_VERSION, VERSION);
        header.set(INT, FILE_HEADER_SIZE_AT, FILE_HEADER_SIZE);
        header.set(LONG, FILE_PID, ProcessHandle.current().pid());
        header.set(LONG, FILE_CLOCK, Clock.now());
        header.set(LONG, FILE_EPOCH_MILLIS, System.currentTimeMillis());
        header.set(INT, FILE_CRC, headerCrc(header));
        return header.asByteBuffer();
    }

    /// A writer of events for one thread.
    public EventWriter events() {
        return events(null);
    }

    /// A writer of events that also asks at each event which core it is on.
    public EventWriter events(IntSupplier core) {
        lock.lock();
        try {
            return new EventWriter(this, writers++, core);
        } finally {
            lock.unlock();
        }
    }

    /// Writes a definition. Any event recorded after this returned may refer to it.
    public void define(Definition definition) {
        var line = json.writeValueAsBytes(definition);
        definitions.append(line);
    }

    /// A chunk for a writer, or `null` where nothing more can be kept.
    ///
    /// @param full the writer's chunk before, which it gives up with this call, or `null`
    Chunk nextChunk(int holds, int writer, long sequence, Chunk full) {
        lock.lock();
        try {
            if (used == segment.byteSize()) {
                while (spare == null && !exhausted) {
                    reserved.awaitUninterruptibly();
                }
                if (spare == null) {
                    return null;
                }
                segment = spare;
                used = 0;
                spare = null;
                work.signal();
            }
            if (full != null) {
                toSeal.add(full);
                work.signal();
            }
            long size = Math.min(sequence == 0 ? FIRST_CHUNK : CHUNK, segment.byteSize() - used);
            var chunk = new Chunk(segment, used, size, holds, writer, sequence);
            used += size;
            return chunk;
        } finally {
            lock.unlock();
        }
    }

    /// Takes back the last chunk of a writer that has ended.
    void retire(Chunk last) {
        lock.lock();
        try {
            toSeal.add(last);
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Counts an event of a writer that never got a chunk.
    void countNotKept() {
        add(header, FILE_NOT_KEPT, 1);
    }

    private void reserveAndSeal() {
        lock.lock();
        try {
            while (true) {
                if (spare == null && !exhausted && !closed) {
                    lock.unlock();
                    MemorySegment fresh;
                    try {
                        fresh = file.reserve(SEGMENT);
                    } finally {
                        lock.lock();
                    }
                    spare = fresh;
                    exhausted = fresh == null;
                    reserved.signalAll();
                } else if (!toSeal.isEmpty()) {
                    var chunk = toSeal.remove();
                    lock.unlock();
                    try {
                        chunk.seal();
                    } finally {
                        lock.lock();
                    }
                } else if (closed) {
                    return;
                } else {
                    work.awaitUninterruptibly();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /// Signs what was handed in and closes the file. Writers that were not closed keep their last chunk unsigned; it is whole
    /// all the same up to what they published.
    @Override
    public void close() throws IOException {
        definitions.close();
        lock.lock();
        try {
            closed = true;
            work.signal();
        } finally {
            lock.unlock();
        }
        boolean interrupted = false;
        while (reserver.isAlive()) {
            try {
                reserver.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        file.close();
    }

    /// The definitions: one stream of bytes over as many chunks as it needs.
    private final class DefinitionStream {

        private Chunk chunk;
        private long next;
        private long chunks;
        private boolean full;

        synchronized void append(byte[] line) {
            put(line);
            put(new byte[] {'\n'});
            if (chunk != null) {
                publishUpTo();
            }
        }

        private void put(byte[] bytes) {
            int from = 0;
            while (from < bytes.length && !full) {
                if (chunk == null || next == chunk.end) {
                    nextChunk();
                    continue;
                }
                int length = (int) Math.min(bytes.length - from, chunk.end - next);
                MemorySegment.copy(MemorySegment.ofArray(bytes), from, chunk.memory, next, length);
                next += length;
                from += length;
            }
        }

        private void nextChunk() {
            if (chunk != null) {
                publishUpTo();
            }
            var fresh = TraceWriter.this.nextChunk(HOLDS_DEFINITIONS, DEFINITIONS_WRITER, chunks, chunk);
            if (fresh == null) {
                full = true;
                return;
            }
            chunks++;
            chunk = fresh;
            next = fresh.payload();
        }

        private void publishUpTo() {
            publish(chunk.memory, chunk.start + CHUNK_PUBLISHED, next - chunk.payload());
        }

        synchronized void close() {
            if (chunk != null) {
                retire(chunk);
                chunk = null;
            }
            full = true;
        }
    }
}
