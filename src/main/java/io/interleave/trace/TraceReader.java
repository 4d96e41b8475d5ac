package io.interleave.trace;

import static io.interleave.trace.TraceLayout.*;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads one trace file: while it is being written, after it was completed, and after its writer was killed.
public final class TraceReader implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FileChannel channel;
    private final Arena arena = Arena.ofShared();
    private final Event event = new Event();
    private final List<OpenChunk> open = new ArrayList<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private MemorySegment header;
    private MemorySegment window;
    private long windowStart;
    private long nextChunk = FILE_HEADER_SIZE;
    private long nextDefinitions;
    private boolean lineBroken;
    private boolean resyncing;
    private long notKeptInClosed;
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
        if (publishedInt(header, FILE_CRC) != headerCrc(header)) {
            throw new TraceFormatException("The header of %s is damaged".formatted(name));
        }
    }

    /// Delivers all that was published since the last call: first definitions, then events, those of one writer in order of time.
    /// An event never comes before the definitions that it refers to.
    ///
    /// @return whether anything was delivered
    public boolean poll(TraceListener listener) throws IOException {
        findChunks(listener);
        refresh(HOLDS_EVENTS, listener);
        // Only now the definitions, so that those are among them which the events just published refer to.
        findChunks(listener);
        refresh(HOLDS_DEFINITIONS, listener);
        boolean any = false;
        for (var chunk : open) {
            if (chunk.holds == HOLDS_DEFINITIONS) {
                any |= readDefinitions(chunk, listener);
            }
        }
        for (var chunk : open) {
            if (chunk.holds == HOLDS_EVENTS) {
                any |= readEvents(chunk, listener);
            }
        }
        open.removeIf(this::isDone);
        return any;
    }

    /// Events delivered so far.
    public long kept() {
        return kept;
    }

    /// Events that the writers had to leave out so far.
    public long notKept() {
        long sum = notKeptInClosed + published(header, FILE_NOT_KEPT);
        for (var chunk : open) {
            sum += chunk.notKept();
        }
        return sum;
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
                if (chunk.refresh()) {
                    // Nothing of it is delivered before the next refresh.
                    chunk.published = 0;
                    chunk.sealed = false;
                    open.add(chunk);
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

    private void refresh(int holds, TraceListener listener) {
        open.removeIf(chunk -> {
            if (chunk.holds != holds || chunk.refresh()) {
                return false;
            }
            listener.damaged(new Damage(chunk.offset, "a block that is not what was written"));
            return true;
        });
    }

    private boolean readDefinitions(OpenChunk chunk, TraceListener listener) {
        if (chunk.consumed == chunk.published) {
            return false;
        }
        if (chunk.consumed == 0) {
            lineBroken |= chunk.sequence != nextDefinitions;
            nextDefinitions = chunk.sequence + 1;
        }
        for (; chunk.consumed < chunk.published; chunk.consumed++) {
            byte next = chunk.memory.get(BYTE, CHUNK_HEADER_SIZE + chunk.consumed);
            if (next != '\n') {
                line.write(next);
                continue;
            }
            if (!lineBroken) {
                define(chunk, listener);
            }
            lineBroken = false;
            line.reset();
        }
        return true;
    }

    private void define(OpenChunk chunk, TraceListener listener) {
        try {
            listener.defined(JSON.readValue(line.toByteArray(), Definition.class));
        } catch (JacksonException e) {
            listener.damaged(new Damage(chunk.offset, "a definition that cannot be read: " + e.getOriginalMessage()));
        }
    }

    private boolean readEvents(OpenChunk chunk, TraceListener listener) {
        if (chunk.consumed == chunk.published) {
            return false;
        }
        for (; chunk.consumed < chunk.published; chunk.consumed += EVENT_SIZE) {
            event.move(chunk.memory, CHUNK_HEADER_SIZE + chunk.consumed, chunk.writer);
            if (event.kindOrNull() != null) {
                listener.happened(event);
                kept++;
            }
        }
        return true;
    }

    private boolean isDone(OpenChunk chunk) {
        if (!chunk.exhausted()) {
            return false;
        }
        notKeptInClosed += chunk.notKept();
        return true;
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
