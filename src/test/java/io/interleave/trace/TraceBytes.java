package io.interleave.trace;

import static io.interleave.trace.TraceLayout.*;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Changes trace files behind the back of those who wrote them.
final class TraceBytes {

    private TraceBytes() {}

    static void change(Path file, Consumer<MemorySegment> change) throws IOException {
        try (var arena = Arena.ofConfined();
                var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            change.accept(channel.map(MapMode.READ_WRITE, 0, channel.size(), arena));
        }
    }

    /// The offsets of the chunks of a file that is as it was written.
    static List<Long> chunks(MemorySegment file) {
        var offsets = new ArrayList<Long>();
        for (long at = FILE_HEADER_SIZE; at < file.byteSize() && file.get(INT, at) != 0; ) {
            offsets.add(at);
            at += file.get(INT, at + CHUNK_SIZE);
        }
        return offsets;
    }

    static long end(MemorySegment file) {
        var chunks = chunks(file);
        return chunks.isEmpty() ? FILE_HEADER_SIZE : chunks.getLast() + file.get(INT, chunks.getLast() + CHUNK_SIZE);
    }

    static void flip(MemorySegment file, long bit) {
        long at = bit / Byte.SIZE;
        file.set(BYTE, at, (byte) (file.get(BYTE, at) ^ 1 << bit % Byte.SIZE));
    }

    /// Makes a closed file one whose writer was killed before anything was signed.
    static void unsign(Path file) throws IOException {
        change(file, memory -> {
            memory.asSlice(FILE_CLOSED, FILE_HEADER_SIZE - FILE_CLOSED).fill((byte) 0);
            for (long chunk : chunks(memory)) {
                memory.set(LONG, chunk + CHUNK_SEALED, 0);
            }
        });
    }
}
