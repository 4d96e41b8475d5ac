package io.interleave.trace;

import static io.interleave.trace.TraceLayout.*;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;

/// Whether a file is a trace, and whether its writer is still at work.
public final class TraceOwner {

    /// What is read of the header: up to where it tells of the closing.
    private static final int BEGINNING = (int) FILE_END;

    /// By so much the start of a process, which the system tells in hundredths of a second since it was booted,
    /// can seem later than it was.
    private static final Duration SLACK = Duration.ofSeconds(2);

    private TraceOwner() {}

    /// Whether the file begins as a trace does, of whatever version. False too where it cannot be read.
    public static boolean isTrace(Path file) {
        try {
            return read(file).get(LONG, 0) == FILE_MAGIC;
        } catch (IOException _) {
            return false;
        }
    }

    /// Whether the process that writes the trace is still alive and has not closed it. False where there is no
    /// trace.
    public static boolean isAtWork(Path trace) {
        try {
            var header = read(trace);
            return header.get(LONG, 0) == FILE_MAGIC
                    && header.get(INT, FILE_CLOSED) != SEALED
                    && isAlive(header.get(LONG, FILE_PID), header.get(LONG, FILE_EPOCH_MILLIS));
        } catch (IOException _) {
            return false;
        }
    }

    /// A process of that number which began after the trace was made is another one.
    private static boolean isAlive(long pid, long epochMillis) {
        var made = Instant.ofEpochMilli(epochMillis);
        return pid > 0
                && ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .filter(it -> it.info()
                                .startInstant()
                                .map(began -> began.minus(SLACK).isBefore(made))
                                .orElse(true))
                        .isPresent();
    }

    private static MemorySegment read(Path file) throws IOException {
        var bytes = ByteBuffer.allocateDirect(BEGINNING);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (int got = 0; got >= 0 && bytes.hasRemaining(); ) {
                got = channel.read(bytes);
            }
        }
        return MemorySegment.ofBuffer(bytes.rewind());
    }
}
