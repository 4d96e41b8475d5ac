package io.interleave.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TraceOwnerTest {

    private static final long NOBODY = 999_999_999;

    @TempDir
    private Path folder;

    @Test
    void a_writer_is_at_work_until_it_has_closed_its_trace() throws IOException {
        var file = folder.resolve(TraceWriter.ENGINE_TRACE);
        try (var writer = TraceWriter.create(file, 1 << 20)) {
            assertThat(writer.isFull()).isFalse();
            assertThat(TraceOwner.isAtWork(file)).isTrue();
        }
        assertThat(TraceOwner.isAtWork(file)).isFalse();
        assertThat(TraceOwner.isTrace(file)).isTrue();
    }

    @Test
    void a_writer_that_was_killed_is_not_at_work() throws IOException {
        assertThat(TraceOwner.isAtWork(trace(NOBODY, Instant.now()))).isFalse();
        assertThat(TraceOwner.isAtWork(trace(0, Instant.now()))).isFalse();
        assertThat(TraceOwner.isAtWork(trace(-1, Instant.now()))).isFalse();
    }

    @Test
    void a_process_that_began_after_the_trace_is_another_one() throws IOException {
        var self = ProcessHandle.current();
        assertThat(TraceOwner.isAtWork(trace(self.pid(), Instant.now()))).isTrue();
        var before = self.info().startInstant().orElseThrow().minus(Duration.ofMinutes(1));
        assertThat(TraceOwner.isAtWork(trace(self.pid(), before))).isFalse();
    }

    @Test
    void what_is_no_trace_has_no_writer() throws IOException {
        var letter = Files.writeString(folder.resolve("letter"), "Dear all,\n".repeat(20));
        var empty = Files.createFile(folder.resolve("empty"));
        for (var file : new Path[] {letter, empty, folder, folder.resolve("none")}) {
            assertThat(TraceOwner.isTrace(file)).isFalse();
            assertThat(TraceOwner.isAtWork(file)).isFalse();
        }
    }

    private Path trace(long pid, Instant made) throws IOException {
        var header = ByteBuffer.allocate(TraceLayout.FILE_HEADER_SIZE).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(0, TraceLayout.FILE_MAGIC);
        header.putInt((int) TraceLayout.FILE_VERSION, TraceLayout.VERSION);
        header.putLong((int) TraceLayout.FILE_PID, pid);
        header.putLong((int) TraceLayout.FILE_EPOCH_MILLIS, made.toEpochMilli());
        return Files.write(Files.createTempFile(folder, "made", ".trace"), header.array());
    }
}
