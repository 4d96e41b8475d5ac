package io.interleave.trace;

import static io.interleave.trace.TraceLayout.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.testkit.ReadTrace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Room that was reserved and not used is given back, under the eyes of those who read meanwhile.
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a file that is mapped keeps its length there")
class TraceRoomTest {

    private static final Definition.End END = new Definition.End(Definition.How.COMPLETED, 1);
    private static final int EVENTS = 5_000;

    @TempDir
    private Path directory;

    @Test
    void a_closed_file_ends_a_page_behind_its_last_chunk() throws IOException {
        try (var trace = TraceWriter.create(file(), 64 << 20)) {
            write(trace);
            assertThat(Files.size(file())).isGreaterThanOrEqualTo(TraceSpace.FIRST_REGION);
        }
        long[] end = new long[1];
        TraceBytes.change(file(), memory -> end[0] = TraceBytes.end(memory));

        assertThat(Files.size(file())).isEqualTo(end[0] + CHUNK_UNIT).isLessThan(TraceSpace.FIRST_REGION);
        assertIsWhole(ReadTrace.of(file()));
    }

    @Test
    void a_reader_that_has_the_room_mapped_reads_to_the_end_when_it_is_gone() throws IOException {
        var read = new ReadTrace();
        try (var trace = TraceWriter.create(file(), 64 << 20);
                var reader = TraceReader.open(file())) {
            write(trace);
            reader.poll(read, 100);
            trace.close();
            reader.poll(read, 100);
            reader.drain(read, Integer.MAX_VALUE);
        }

        assertIsWhole(read);
    }

    /// As a reader does it that finds a damage and had looked for the closing just before it was written.
    @Test
    void a_reader_that_searches_for_more_never_touches_what_is_gone() throws IOException {
        var read = new ReadTrace();
        try (var trace = TraceWriter.create(file(), 64 << 20);
                var reader = TraceReader.open(file())) {
            write(trace);
            reader.poll(read, 100);
            trace.close();
            TraceBytes.change(file(), memory -> {
                memory.asSlice(FILE_CLOSED, FILE_HEADER_SIZE - FILE_CLOSED).fill((byte) 0);
                memory.set(INT, TraceBytes.end(memory), 1);
            });
            reader.drain(read, Integer.MAX_VALUE);
        }

        assertThat(read.events).hasSize(EVENTS);
        assertThat(read.damages).hasSize(1);
    }

    @Test
    void a_writer_that_was_not_closed_goes_on_in_its_chunk_and_harms_nobody() throws IOException {
        try (var trace = TraceWriter.create(file(), 64 << 20)) {
            var straggler = trace.events();
            straggler.recordAt(0, EventKind.READ, 1, 0, 0, 0);
            write(trace);
            trace.close();
            for (int i = 1; i < EVENTS; i++) {
                straggler.recordAt(i, EventKind.READ, 1, 0, 0, i);
            }
        }
        var read = ReadTrace.of(file());

        assertThat(read.valuesOf(0)).hasSize(EVENTS);
        assertThat(read.valuesOf(1)).startsWith(0, 1, 2).hasSizeLessThan(EVENTS);
        assertThat(read.damages).isEmpty();
    }

    private static void write(TraceWriter trace) {
        try (var events = trace.events()) {
            for (int i = 0; i < EVENTS; i++) {
                events.recordAt(i, EventKind.READ, 0, 0, 0, i);
            }
        }
        trace.define(END);
    }

    private static void assertIsWhole(ReadTrace read) {
        assertThat(read.valuesOf(0)).hasSize(EVENTS);
        assertThat(read.definitions).containsExactly(END);
        assertThat(read.damages).isEmpty();
    }

    private Path file() {
        return directory.resolve(TraceWriter.ENGINE_TRACE);
    }
}
