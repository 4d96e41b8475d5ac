package io.interleave.trace;

import static io.interleave.trace.TraceLayout.*;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The room in a trace file: hands out chunks, and takes back those that are full.
///
/// A thread of its own reserves room ahead of its use, by writing real zeros, so that a full disk is an
/// `IOException` there and never a fatal signal at a store into the mapping. The same thread signs the chunks
/// that were taken back.
///
/// Whoever records takes the lock once in a while, so that carriers of virtual threads do too: a virtual thread
/// that records is pinned meanwhile, and nothing comes between its event and the next of its carrier.
///
/// When the limit is reached or the disk is nearly full, a last region is reserved beyond, for definitions
/// alone: a trace without all of its events still tells how the run ended.
final class TraceSpace implements AutoCloseable {

    static final long FIRST_REGION = 1 << 20;

    private static final long REGION = 4 << 20;
    private static final long LAST_REGION = 2 << 20;
    private static final long FIRST_CHUNK = CHUNK_UNIT;
    private static final long CHUNK = 16 * CHUNK_UNIT;

    /// Of a writer of events each chunk is twice the one before, up to `CHUNK`, so that ten thousand threads
    /// that say a little more than fits the first do not take up half the limit.
    private static final long DOUBLINGS = 4;

    /// So many chunks are signed at a time, since waking the thread for each would be felt by those who record.
    private static final int BATCH = 64;

    private final ReservedFile file;
    private final MemorySegment header;
    private final long limit;
    private final long keepFree;
    private final Thread keeper;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition reserved = lock.newCondition();
    private final Queue<Chunk> toSeal = new ArrayDeque<>();
    private Region region;
    private Optional<Region> spare = Optional.empty();

    /// Whether nothing more can be reserved.
    private boolean exhausted;

    private boolean closed;

    /// Why no more room is reserved for events, in words.
    private volatile Optional<String> shortage = Optional.empty();

    /// Whether an event was left out for that.
    private volatile boolean refused;

    /// @param first what was reserved of the file, beginning with its header
    /// @param forEvents whether events may go there
    private TraceSpace(ReservedFile file, MemorySegment first, boolean forEvents, long limit, long keepFree) {
        this.file = file;
        this.header = first.asSlice(0, FILE_HEADER_SIZE);
        this.limit = limit;
        this.keepFree = keepFree;
        this.region = new Region(first, 0, FILE_HEADER_SIZE, !forEvents);
        if (!forEvents) {
            shortage = Optional.of(diskNearlyFull());
        }
        this.keeper = Thread.ofPlatform().daemon().name("trace-reserve").start(this::keep);
    }

    /// Room in an empty file: for definitions alone where the disk is nearly full.
    ///
    /// @param limit beyond which nothing is reserved for events
    /// @param keepFree how many bytes are to remain usable on the disk
    /// @throws IOException if there is no room at all
    static TraceSpace in(ReservedFile file, long limit, long keepFree) throws IOException {
        var first = file.reserve(FIRST_REGION, keepFree);
        if (first.isPresent()) {
            return new TraceSpace(file, first.get(), true, limit, keepFree);
        }
        var least = file.reserve(FIRST_REGION, 0)
                .orElseThrow(
                        () -> new IOException("less than %d MiB are left on the disk".formatted(FIRST_REGION >> 20)));
        return new TraceSpace(file, least, false, limit, keepFree);
    }

    private String diskNearlyFull() {
        return "less than %,d MiB are left on the disk".formatted(keepFree >> 20);
    }

    /// Why events are no longer kept, in words; empty while they are.
    Optional<String> shortage() {
        return refused ? shortage : Optional.empty();
    }

    /// A chunk for a writer; empty where nothing more can be kept.
    ///
    /// @param full the writer's chunk before, which it gives up if it gets another
    Optional<Chunk> next(int holds, int writer, long sequence, Optional<Chunk> full) {
        boolean pinned = Pin.pin();
        lock.lock();
        try {
            if (!hasRoomFor(holds)) {
                if (holds == HOLDS_EVENTS) {
                    refused = true;
                }
                return Optional.empty();
            }
            full.ifPresent(this::sealSoon);
            return Optional.of(region.cut(size(holds, sequence), holds, writer, sequence));
        } finally {
            lock.unlock();
            Pin.unpin(pinned);
        }
    }

    private static long size(int holds, long sequence) {
        if (holds == HOLDS_EVENTS) {
            return FIRST_CHUNK << Math.min(sequence, DOUBLINGS);
        }
        return sequence == 0 ? FIRST_CHUNK : CHUNK;
    }

    /// Whether there is room in the present region, after going on to the next one if need be.
    private boolean hasRoomFor(int holds) {
        while (!closed) {
            if (region.forDefinitions && holds == HOLDS_EVENTS) {
                return false;
            }
            if (region.hasRoom()) {
                return true;
            }
            if (spare.isPresent()) {
                region = spare.get();
                spare = Optional.empty();
                work.signal();
            } else if (exhausted) {
                return false;
            } else {
                reserved.awaitUninterruptibly();
            }
        }
        return false;
    }

    /// Bytes that definitions can still have for certain; {@link Long#MAX_VALUE} while more can be reserved.
    long roomForDefinitions() {
        boolean pinned = Pin.pin();
        lock.lock();
        try {
            if (!exhausted) {
                return Long.MAX_VALUE;
            }
            long room = region.forDefinitions
                    ? region.room()
                    : spare.map(Region::room).orElse(0L);
            long chunks = (room + CHUNK - 1) / CHUNK;
            return room - chunks * CHUNK_HEADER_SIZE;
        } finally {
            lock.unlock();
            Pin.unpin(pinned);
        }
    }

    /// Takes back the last chunk of a writer that has ended.
    void retire(Chunk last) {
        boolean pinned = Pin.pin();
        lock.lock();
        try {
            sealSoon(last);
        } finally {
            lock.unlock();
            Pin.unpin(pinned);
        }
    }

    private void sealSoon(Chunk chunk) {
        toSeal.add(chunk);
        if (toSeal.size() >= BATCH) {
            work.signal();
        }
    }

    /// Counts an event of a writer that has no chunk.
    void countNotKept() {
        add(header, FILE_NOT_KEPT, 1);
    }

    private void keep() {
        lock.lock();
        try {
            while (!closed || !toSeal.isEmpty()) {
                if (spare.isEmpty() && !exhausted && !closed) {
                    reserveUnlocked();
                } else if (!toSeal.isEmpty()) {
                    sealUnlocked(toSeal.remove());
                } else {
                    work.awaitUninterruptibly();
                }
            }
        } finally {
            // Whatever ends this thread: nobody is left waiting for it.
            exhausted = true;
            reserved.signalAll();
            lock.unlock();
        }
    }

    private void reserveUnlocked() {
        Optional<Region> fresh = Optional.empty();
        lock.unlock();
        try {
            fresh = reserve();
        } finally {
            lock.lock();
            spare = fresh;
            exhausted = fresh.isEmpty() || fresh.get().forDefinitions;
            reserved.signalAll();
        }
    }

    private void sealUnlocked(Chunk chunk) {
        lock.unlock();
        try {
            chunk.seal();
        } finally {
            lock.lock();
        }
    }

    private Optional<Region> reserve() {
        long offset = file.size();
        return forEvents(offset)
                .map(it -> new Region(it, offset, 0, false))
                .or(() -> forDefinitions().map(it -> new Region(it, offset, 0, true)));
    }

    private Optional<MemorySegment> forEvents(long offset) {
        if (shortage.isPresent()) {
            return Optional.empty();
        }
        if (offset + REGION > limit) {
            shortage = Optional.of("the trace has reached its limit of %,d MiB".formatted(limit >> 20));
            return Optional.empty();
        }
        try {
            var memory = file.reserve(REGION, keepFree);
            if (memory.isEmpty()) {
                shortage = Optional.of(diskNearlyFull());
            }
            return memory;
        } catch (IOException e) {
            // The disk is full or gone. That ends the recording, and nothing else.
            shortage = Optional.of("the disk takes no more: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<MemorySegment> forDefinitions() {
        try {
            return file.reserve(LAST_REGION, 0);
        } catch (IOException _) {
            // What is told now finds no room, and whoever reads the trace finds no end of the run in it.
            return Optional.empty();
        }
    }

    /// Signs what was taken back, and the file, and gives back the room that was reserved and not used; nothing
    /// more is kept of those who go on. A writer that was not closed keeps its last chunk unsigned; it is whole
    /// all the same up to what was published.
    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            work.signal();
            reserved.signalAll();
        } finally {
            lock.unlock();
        }
        awaitKeeper();
        long end = region.position();
        header.set(LONG, FILE_END, end);
        header.set(LONG, FILE_NOT_KEPT_AT_CLOSE, published(header, FILE_NOT_KEPT));
        header.set(INT, FILE_CLOSING_CRC, closingCrc(header));
        publish(header, FILE_CLOSED, SEALED);
        // No chunk is cut any more, and those that writers still have lie before the end.
        file.giveBackBehind(end + CHUNK_UNIT);
        file.close();
    }

    private void awaitKeeper() {
        boolean interrupted = false;
        while (keeper.isAlive()) {
            try {
                keeper.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
