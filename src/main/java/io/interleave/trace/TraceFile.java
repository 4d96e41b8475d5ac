package io.interleave.trace;

import static io.interleave.trace.TraceLayout.*;

import io.interleave.trace.TraceFormatException.Kind;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/// A trace file as a reader sees it: a header, and a walk along the chunks.
final class TraceFile implements AutoCloseable {

    /// How far behind a damage in a file that was not closed a chunk is looked for. Far more than the largest
    /// chunk and what is reserved ahead.
    private static final long REACH = 64 << 20;

    private final FileChannel channel;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment header;
    private MemorySegment window;
    private long windowStart;

    /// Where the next chunk is looked for.
    private long next = FILE_HEADER_SIZE;

    /// How long the file was when no chunk was found behind the damage at `next`.
    private long searchedInVain;

    /// Whether the header tells of the closing, as it was written.
    private boolean closed;

    private boolean endReached;

    private TraceFile(FileChannel channel) throws IOException {
        this.channel = channel;
        this.window = map(0);
        this.header = window;
    }

    /// @throws TraceFormatException if this is no trace, one of a newer version, or one whose header is damaged
    static TraceFile open(Path path) throws IOException {
        var name = path.getFileName().toString();
        var channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            if (channel.size() < FILE_HEADER_SIZE) {
                throw new TraceFormatException(
                        Kind.NO_TRACE, "%s is too short to be a trace of Interleave".formatted(name));
            }
            var file = new TraceFile(channel);
            try {
                file.checkHeader(name);
                return file;
            } catch (TraceFormatException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private void checkHeader(String name) throws TraceFormatException {
        if (header.get(LONG, 0) != FILE_MAGIC) {
            throw new TraceFormatException(Kind.NO_TRACE, "%s is not a trace of Interleave".formatted(name));
        }
        if (header.get(INT, FILE_CRC) != headerCrc(header)) {
            throw new TraceFormatException(Kind.DAMAGED, "The header of %s is damaged".formatted(name));
        }
        int version = header.get(INT, FILE_VERSION);
        if (version > VERSION) {
            throw new TraceFormatException(
                    Kind.NEWER,
                    "%s was made by a newer version of Interleave: its format is %d, this one reads up to %d"
                            .formatted(name, version, VERSION));
        }
    }

    /// Walks on along the chunks. Where no chunk begins yet the walk ends until the next call; what cannot be
    /// the beginning of a chunk is reported, and the walk goes on at the next place where one begins.
    void findChunks(Consumer<OpenChunk> found, TraceListener listener) throws IOException {
        while (isMapped(next, CHUNK_HEADER_SIZE)) {
            // First whether there is nothing yet: looked at last, it could have begun since it was found not to.
            boolean nothingYet = publishedInt(window, next - windowStart) == 0 && searchedInVain == 0;
            if (OpenChunk.beginsAt(window, next - windowStart)) {
                take(found, listener);
            } else if (nothingYet || !passDamage(listener)) {
                return;
            }
        }
    }

    private void take(Consumer<OpenChunk> found, TraceListener listener) throws IOException {
        long size = window.get(INT, next - windowStart + CHUNK_SIZE);
        boolean whole = isMapped(next, size);
        long there = whole ? size : channel.size() - next;
        if (!isMapped(next, there)) {
            return;
        }
        found.accept(new OpenChunk(window.asSlice(next - windowStart, there), next));
        if (!whole) {
            listener.damaged(new Damage(next + there, "the file is cut off here"));
            endReached = true;
        }
        next += size;
        searchedInVain = 0;
    }

    /// Goes to the next place where a chunk begins. While there is none, stays, and looks again when the file
    /// has grown.
    ///
    /// @return whether there is one
    private boolean passDamage(TraceListener listener) throws IOException {
        long length = channel.size();
        if (searchedInVain == length) {
            return false;
        }
        if (searchedInVain == 0) {
            listener.damaged(new Damage(next, "a block that is not what was written"));
        }
        searchedInVain = length;
        long at = search();
        boolean found = at >= 0;
        next = found ? at : next;
        return found;
    }

    /// Where behind `next` a chunk begins, or -1. Reads the file, since its writer may close it at any moment, and
    /// then what is mapped need not be there any more.
    private long search() throws IOException {
        long end = isClosed() ? header.get(LONG, FILE_END) : next + REACH;
        try (var room = Arena.ofConfined()) {
            var candidate = room.allocate(CHUNK_HEADER_SIZE, Long.BYTES);
            for (long at = next + CHUNK_UNIT; at < end && isRead(candidate, at); at += CHUNK_UNIT) {
                if (OpenChunk.beginsAt(candidate, 0)) {
                    return at;
                }
            }
        }
        return -1;
    }

    /// Whether the file has as many bytes from `offset` on as there is room for them.
    private boolean isRead(MemorySegment room, long offset) throws IOException {
        var bytes = room.asByteBuffer();
        int got = 0;
        while (got >= 0 && bytes.hasRemaining()) {
            got = channel.read(bytes, offset + bytes.position());
        }
        return !bytes.hasRemaining();
    }

    /// Once nothing more will be written: looks whether the place where no chunk begins is really the end.
    void reachEnd(Consumer<OpenChunk> found, TraceListener listener) throws IOException {
        findChunks(found, listener);
        if (endReached) {
            return;
        }
        endReached = true;
        if (searchedInVain == 0 && search() >= 0) {
            passDamage(listener);
            findChunks(found, listener);
        }
        boolean saysClosed = header.get(INT, FILE_CLOSED) != 0;
        if (saysClosed && !isClosed()) {
            listener.damaged(new Damage(FILE_CLOSED, "what the closing of the file wrote is not what was written"));
        } else if (saysClosed && searchedInVain == 0 && next < header.get(LONG, FILE_END)) {
            listener.damaged(new Damage(Math.min(next, channel.size()), "the file is cut off here"));
        }
    }

    private boolean isClosed() {
        if (!closed && publishedInt(header, FILE_CLOSED) == SEALED) {
            closed = header.get(INT, FILE_CLOSING_CRC) == closingCrc(header);
        }
        return closed;
    }

    /// Events not kept by writers that have no chunk, so far.
    long notKept() {
        return isClosed() ? header.get(LONG, FILE_NOT_KEPT_AT_CLOSE) : published(header, FILE_NOT_KEPT);
    }

    /// Whether `size` bytes from `offset` on are mapped, after mapping anew where the file has grown.
    private boolean isMapped(long offset, long size) throws IOException {
        if (offset >= windowStart && offset + size <= windowStart + window.byteSize()) {
            return true;
        }
        if (offset + size > channel.size()) {
            return false;
        }
        window = map(offset);
        windowStart = offset;
        return true;
    }

    private MemorySegment map(long offset) throws IOException {
        long size = channel.size();
        try {
            return channel.map(MapMode.READ_ONLY, offset, size - offset, arena);
        } catch (IOException e) {
            // Between the two its writer has closed it and given back what it did not use: that happens once.
            if (channel.size() < size) {
                return map(offset);
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        arena.close();
        channel.close();
    }
}
