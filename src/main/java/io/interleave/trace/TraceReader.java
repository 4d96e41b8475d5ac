package io.interleave.trace;

import static io.interleave.trace.TraceLayout.*;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/// Reads one trace file: while it is being written, after it was completed, and after its writer was killed.
///
/// Events come in order of time over all writers. For that, a call of {@link #poll} delivers only what is older than the newest
/// event that the call before saw: by then, all that is older has been published. (A writer that loses its core in the
/// few nanoseconds between looking at the clock and publishing can be later than that; its event comes when it comes.) And nothing is
/// delivered that is newer than what the watch on the cores has told. {@link #drain} delivers the rest, when no more will be written.
public final class TraceReader implements AutoCloseable {

    private final FileChannel channel;
    private final Arena arena = Arena.ofShared();
    private final Event event = new Event();
    private final DefinitionReader definitions = new DefinitionReader();
    private final Map<Integer, EventStream> streams = new HashMap<>();
    private MemorySegment header;
    private MemorySegment window;
    private long windowStart;
    private long nextChunk = FILE_HEADER_SIZE;
    private boolean resyncing;
    private long newest = Long.MIN_VALUE;
    private long kept;

    private TraceReader(FileChannel channel) {
        this.channel = channel;
    }

    /// Opens a trace.
    ///
    /// @throws TraceFormatException if this is no trace, one of a newer version, or one whose header is damaged
    public static TraceReader open(Path file) throws IOException {
        var reader = new TraceReader(FileChannel.open(file, StandardOpenOption.READ));
        try {
            reader.readHeader(file.getFileName().toString());
        } catch (IOException e) {
            reader.close();
            throw e;
        }
        return reader;
    }

    private void readHeader(String name) throws IOException {
        if (!mapped(0, FILE_HEADER_SIZE)) {
            throw new TraceFormatException("%s is too short to be a trace of Interleave".formatted(name));
        }
        header = window;
        if (header.get(LONG, 0) != FILE_MAGIC) {
            throw new TraceFormatException("%s is not a trace of Interleave".formatted(name));
        }
        int version = header.get(INT, FILE_VERSION);
        if (version > VERSION) {
            throw new TraceFormatException(
                    "%s was made by a newer version of Interleave: its format is %d, this one reads up to %d"
                            .formatted(name, version, VERSION));
        }
        if (header.get(INT, FILE_CRC) != headerCrc(header)) {
            throw new TraceFormatException("The header of %s is damaged".formatted(name));
        }
    }

    /// Delivers what was written since the last call: first definitions, then events, each after the definitions that it refers to.
    ///
    /// @param most how many events to deliver at the most; the others come with the next call
    /// @return how many events were delivered
    public int poll(TraceListener listener, int most) throws IOException {
        long until = newest;
        look(listener);
        for (var stream : streams.values()) {
            if (stream.tellsOfCores) {
                until = Math.min(until, stream.lastTime);
            }
        }
        return merge(listener, until, most);
    }

    /// Delivers what is left once nothing more will be written: the run has ended, or its process is gone.
    ///
    /// @return how many events were delivered; less than `most` means that this was all
    public int drain(TraceListener listener, int most) throws IOException {
        look(listener);
        return merge(listener, Long.MAX_VALUE - 1, most);
    }

    /// Events delivered so far.
    public long kept() {
        return kept;
    }

    /// Events that the writers had to leave out so far.
    public long notKept() {
        long sum = published(header, FILE_NOT_KEPT);
        for (var stream : streams.values()) {
            sum += stream.notKept();
        }
        return sum;
    }

    private void look(TraceListener listener) throws IOException {
        findChunks(listener);
        for (var stream : streams.values()) {
            stream.refresh(listener);
            newest = Math.max(newest, stream.lastTime);
        }
        // Only now the definitions, so that those are among them which the events just published refer to.
        findChunks(listener);
        definitions.read(listener);
    }

    private int merge(TraceListener listener, long until, int most) {
        var queue = new PriorityQueue<EventStream>(Comparator.comparingLong(stream -> stream.nextTime));
        for (var stream : streams.values()) {
            if (stream.nextTime <= until) {
                queue.add(stream);
            }
        }
        int delivered = 0;
        while (!queue.isEmpty() && delivered < most) {
            var stream = queue.remove();
            long others = queue.isEmpty() ? until : Math.min(until, queue.element().nextTime);
            while (stream.nextTime <= others && delivered < most) {
                stream.next(event);
                if (event.kindOrNull() != null) {
                    listener.happened(event);
                    delivered++;
                }
            }
            if (stream.nextTime <= until) {
                queue.add(stream);
            }
        }
        kept += delivered;
        return delivered;
    }

    /// Walks on along the chunks. A place where no chunk begins yet ends the walk until the next call; one that cannot be the
    /// beginning of a chunk is reported, and the walk goes on at the next place where one can begin.
    private void findChunks(TraceListener listener) throws IOException {
        while (mapped(nextChunk, CHUNK_HEADER_SIZE)) {
            long at = nextChunk - windowStart;
            int magic = publishedInt(window, at);
            if (magic == 0 && !resyncing) {
                return;
            }
            int size = window.get(INT, at + CHUNK_SIZE);
            if (magic == CHUNK_MAGIC && OpenChunk.plausibleSize(size) && mapped(nextChunk, size)) {
                var chunk = new OpenChunk(window.asSlice(nextChunk - windowStart, size), nextChunk);
                if (chunk.canBeTrusted()) {
                    add(chunk);
                    nextChunk += size;
                    resyncing = false;
                    continue;
                }
            }
            if (!resyncing) {
                listener.damaged(new Damage(nextChunk, "a block that is not what was written"));
                resyncing = true;
            }
            nextChunk += CHUNK_UNIT;
        }
    }

    private void add(OpenChunk chunk) {
        if (chunk.holds == HOLDS_DEFINITIONS) {
            definitions.add(chunk);
        } else {
            streams.computeIfAbsent(chunk.writer, EventStream::new).add(chunk);
        }
    }

    /// Whether `size` bytes from `offset` on are mapped, after mapping what the file has grown by. A chunk is always whole in one
    /// window: it lies in one reserved segment, and the next window begins where a chunk does.
    private boolean mapped(long offset, long size) throws IOException {
        if (window != null && offset + size <= windowStart + window.byteSize()) {
            return true;
        }
        long length = channel.size();
        if (offset + size > length) {
            return false;
        }
        window = channel.map(MapMode.READ_ONLY, offset, length - offset, arena);
        windowStart = offset;
        return true;
    }

    @Override
    public void close() throws IOException {
        arena.close();
        channel.close();
    }
}
