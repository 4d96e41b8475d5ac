package io.interleave.trace;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file that grows by segments whose space on the disk is taken before they are mapped.
final class ReservedFile implements AutoCloseable {

    private static final int STRIDE = 256 << 10;
    private static final int PAGE = 4096;

    private final FileChannel channel;
    private final FileStore store;
    private final long limit;
    private final long keepFree;
    private final ByteBuffer zeros = ByteBuffer.allocateDirect(STRIDE);
    private long size;

    /// Up to where the file has been written to.
    private long written;

    /// @param beginning what the file begins with: whoever finds the file finds this whole
    /// @param limit beyond which nothing is reserved, except the first segment
    /// @param keepFree how many bytes must remain usable on the disk
    ReservedFile(Path file, ByteBuffer beginning, long limit, long keepFree) throws IOException {
        this.channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        this.store = Files.getFileStore(file);
        this.limit = limit;
        this.keepFree = keepFree;
        this.written = channel.write(beginning, 0);
    }

    /// The next segment, zeroed and mapped for good, or `null` where the limit is reached or the disk has no room.
    MemorySegment reserve(long bytes) {
        try {
            if (size > 0 && size + bytes > limit || store.getUsableSpace() - bytes < keepFree) {
                return null;
            }
            while (written < size + bytes) {
                zeros.clear();
                zeros.limit((int) Math.min(STRIDE, size + bytes - written));
                written += channel.write(zeros, written);
            }
            var segment = channel.map(MapMode.READ_WRITE, size, bytes, Arena.global());
            size += bytes;
            // The page faults of a first store happen here, not in the thread that is being recorded.
            for (long page = 0; page < bytes; page += PAGE) {
                segment.set(ValueLayout.JAVA_BYTE, page, segment.get(ValueLayout.JAVA_BYTE, page));
            }
            return segment;
        } catch (IOException _) {
            // The disk is full or gone. That ends the recording, which the trace itself tells, and nothing else.
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
