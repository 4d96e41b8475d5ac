package io.interleave.trace;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A file that grows by segments whose space on the disk is taken before they are mapped.
final class ReservedFile implements AutoCloseable {

    /// How much room there is left.
    @FunctionalInterface
    interface Disk {
        /// In bytes.
        long usable() throws IOException;
    }

    private static final int STRIDE = 256 << 10;
    private static final int PAGE = 4096;

    private final FileChannel channel;
    private final Disk disk;
    private final ByteBuffer zeros = ByteBuffer.allocateDirect(STRIDE);
    private long size;

    /// Up to where the file has been written to.
    private long written;

    /// @param beginning what the file begins with: whoever finds the file finds this whole
    ReservedFile(Path file, ByteBuffer beginning, Disk disk) throws IOException {
        this.channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        this.disk = disk;
        try {
            this.written = channel.write(beginning, 0);
        } catch (IOException e) {
            channel.close();
            Files.delete(file);
            throw e;
        }
    }

    /// Bytes that were reserved so far.
    long size() {
        return size;
    }

    /// The next segment, zeroed and mapped for good; empty where less than `keepFree` bytes would remain usable
    /// on the disk.
    ///
    /// @throws IOException if the disk is full all the same, or gone
    Optional<MemorySegment> reserve(long bytes, long keepFree) throws IOException {
        if (disk.usable() - bytes < keepFree) {
            return Optional.empty();
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
        return Optional.of(segment);
    }

    /// Gives back what was reserved behind `end`. Nobody may touch that any more, in whatever process: the next
    /// who does is ended by a fatal signal.
    void giveBackBehind(long end) {
        try {
            channel.truncate(end);
        } catch (IOException _) {
            // Not every system lets go of what is mapped. Then the file stays as long as it is, and as good.
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
