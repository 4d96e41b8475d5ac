package io.interleave.trace;

import static io.interleave.trace.TraceLayout.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.interleave.testkit.ReadTrace;
import io.interleave.testkit.ReadTrace.Happened;
import io.interleave.testkit.Seed;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Files that are not what was written. Whatever happened to them: what is read is part of what was written.
@Timeout(600)
class TraceDamageTest {

    /// Every how many bytes the small trace is cut off; with 1 it is at every length.
    private static final int CUT_EVERY = Integer.getInteger("interleave.damage.cut", 64);

    /// How many bits are flipped, half of them in headers; with -1 it is every bit of the file that is in use.
    private static final int FLIPS = Integer.getInteger("interleave.damage.flips", 1_000);

    @TempDir
    private Path directory;

    private Path file;
    private ReadTrace whole;

    @BeforeEach
    void writeSmallTrace() throws IOException {
        file = directory.resolve("small.trace");
        try (var trace = TraceWriter.create(file, 1 << 20);
                var first = trace.events();
                var second = trace.events()) {
            for (int i = 0; i < 40; i++) {
                trace.define(new Definition.Unit(i, "unit " + i, "unit", i, "thread", -1));
            }
            for (int i = 0; i < 150; i++) {
                first.recordAt(2 * i, EventKind.READ, 0, 1, 2, i);
                second.recordAt(2 * i + 1, EventKind.WRITE, 1, 1, 2, i);
            }
            trace.define(new Definition.End(Definition.How.COMPLETED, 1000));
        }
        whole = ReadTrace.of(file);
        assertThat(whole.events).hasSize(300);
        assertThat(whole.damages).isEmpty();
    }

    @Test
    void a_trace_that_is_cut_off_anywhere_gives_what_there_is_and_says_so() throws IOException {
        long[] end = new long[1];
        TraceBytes.change(file, memory -> end[0] = TraceBytes.end(memory));
        int eventsBefore = Integer.MAX_VALUE;
        for (long length = end[0] - 1; length >= 0; length -= CUT_EVERY) {
            cutOff(length);
            if (length < FILE_HEADER_SIZE) {
                assertThatExceptionOfType(TraceFormatException.class).isThrownBy(() -> ReadTrace.of(file));
                continue;
            }
            var read = ReadTrace.of(file);
            assertIsPartOfTheWhole(read);
            assertThat(read.damages).as("cut off at %d", length).hasSize(1);
            assertThat(read.damages.getFirst().offset()).isLessThanOrEqualTo(length);
            assertThat(read.events.size()).isLessThanOrEqualTo(eventsBefore);
            assertThat(read.events.size()).isGreaterThanOrEqualTo((int) ((length - end[0]) / EVENT_SIZE) + 300);
            eventsBefore = read.events.size();
        }
        assertThat(eventsBefore).isZero();
    }

    @Test
    void the_unused_room_at_the_end_may_be_missing() throws IOException {
        long[] end = new long[1];
        TraceBytes.change(file, memory -> end[0] = TraceBytes.end(memory));
        cutOff(end[0]);

        var read = readNow();
        assertThat(read.events).isEqualTo(whole.events);
        assertThat(read.damages).isEmpty();
    }

    @Test
    void every_flipped_bit_is_found() throws IOException {
        var unnoticed = new ArrayList<Long>();
        TraceBytes.change(
                file,
                memory -> flips(memory).forEach(bit -> {
                    TraceBytes.flip(memory, bit);
                    if (!isNoticed()) {
                        unnoticed.add(bit);
                    }
                    TraceBytes.flip(memory, bit);
                }));
        // The one counter that is not covered once the file is closed, because it is not used any more.
        unnoticed.removeIf(bit -> bit / Byte.SIZE >= FILE_NOT_KEPT && bit / Byte.SIZE < FILE_CLOSED);
        assertThat(unnoticed).isEmpty();
    }

    private static LongStream flips(MemorySegment memory) {
        long bits = TraceBytes.end(memory) * Byte.SIZE;
        if (FLIPS < 0) {
            return LongStream.range(0, bits);
        }
        var random = Seed.random(TraceDamageTest.class);
        var headers = new ArrayList<>(TraceBytes.chunks(memory));
        headers.add(0L);
        var inHeaders = random.longs(FLIPS / 2, 0, 96 * Byte.SIZE)
                .map(bit -> headers.get(random.nextInt(headers.size())) * Byte.SIZE + bit);
        return LongStream.concat(inHeaders, random.longs(FLIPS / 2, 0, bits));
    }

    private boolean isNoticed() {
        try {
            var read = ReadTrace.of(file);
            assertIsPartOfTheWhole(read);
            boolean isAll = read.events.equals(whole.events) && read.definitions.equals(whole.definitions);
            assertThat(isAll || !read.damages.isEmpty()).isTrue();
            return !read.damages.isEmpty();
        } catch (TraceFormatException _) {
            return true;
        } catch (IOException e) {
            throw new AssertionError("reading a file that is there", e);
        }
    }

    @Test
    void what_is_behind_a_damaged_block_is_read() throws IOException {
        TraceBytes.change(file, memory -> {
            for (long chunk : TraceBytes.chunks(memory)) {
                TraceBytes.flip(memory, chunk * Byte.SIZE);
                var read = readNow();
                assertThat(read.damages).hasSize(1);
                assertThat(read.damages.getFirst().offset()).isEqualTo(chunk);
                assertIsPartOfTheWhole(read);
                assertThat(read.events.size() + read.definitions.size()).isGreaterThan(100);
                TraceBytes.flip(memory, chunk * Byte.SIZE);
            }
        });
    }

    @Test
    void a_page_of_zeros_in_the_middle_is_no_end() throws IOException {
        TraceBytes.change(file, memory -> {
            var chunks = TraceBytes.chunks(memory);
            memory.asSlice(chunks.get(1), CHUNK_UNIT).fill((byte) 0);
        });

        var read = readNow();
        assertThat(read.damages).isNotEmpty();
        assertThat(read.events.size() + read.definitions.size()).isGreaterThan(100);
    }

    @Test
    void bytes_of_any_kind_never_make_reading_throw() throws IOException {
        var random = Seed.random(TraceDamageTest.class);
        var original = Files.readAllBytes(file);
        for (int run = 0; run < 300; run++) {
            TraceBytes.change(file, memory -> {
                long end = TraceBytes.end(memory);
                for (int i = random.nextInt(1, 40); i > 0; i--) {
                    memory.set(BYTE, random.nextLong(FILE_HEADER_SIZE, end), (byte) random.nextInt());
                }
                if (random.nextBoolean()) {
                    // As if it had never been signed: nothing but common sense is left to tell.
                    for (long at = FILE_HEADER_SIZE; at < end; at += CHUNK_UNIT) {
                        memory.set(LONG, at + CHUNK_SEALED, 0);
                    }
                }
                int limit = random.nextInt(1, 50);
                var read = new ReadTrace();
                try (var reader = TraceReader.open(file)) {
                    reader.poll(read, limit);
                    reader.poll(read, limit);
                    while (reader.drain(read, limit) == limit) {}
                } catch (IOException e) {
                    throw new AssertionError("reading", e);
                }
                MemorySegment.copy(original, 0, memory, BYTE, 0, (int) end);
            });
        }
    }

    @Test
    void foreign_files_are_refused_in_words() throws IOException {
        assertRefused("is too short to be a trace of Interleave", new byte[0]);
        assertRefused("is too short to be a trace of Interleave", "hello".getBytes());
        assertRefused("is not a trace of Interleave", new byte[10_000]);
        assertRefused(
                "is not a trace of Interleave",
                "<?xml version='1.0'?>".repeat(1_000).getBytes());
    }

    private void assertRefused(String words, byte[] bytes) throws IOException {
        var foreign = Files.write(directory.resolve("foreign"), bytes);
        assertThatExceptionOfType(TraceFormatException.class)
                .isThrownBy(() -> TraceReader.open(foreign))
                .withMessage("foreign " + words);
    }

    @Test
    void a_newer_version_is_named() throws IOException {
        TraceBytes.change(file, memory -> {
            memory.set(INT, FILE_VERSION, 7);
            memory.set(INT, FILE_CRC, headerCrc(memory));
        });

        assertThatExceptionOfType(TraceFormatException.class)
                .isThrownBy(() -> TraceReader.open(file))
                .withMessage("small.trace was made by a newer version of Interleave: its format is 7, this one reads up"
                        + " to 1");
    }

    @Test
    void a_kind_of_event_that_is_not_known_is_left_out() throws IOException {
        TraceBytes.change(file, memory -> {
            var events = TraceBytes.chunks(memory).stream()
                    .filter(it -> memory.get(INT, it + CHUNK_HOLDS) == HOLDS_EVENTS)
                    .toList();
            memory.set(BYTE, events.getFirst() + CHUNK_HEADER_SIZE + EVENT_KIND, (byte) 200);
        });
        TraceBytes.unsign(file);

        assertThat(readNow().events).hasSize(299);
    }

    @Test
    void a_time_that_nobody_signed_and_that_is_out_of_order_is_left_out() throws IOException {
        TraceBytes.unsign(file);
        long[] at = new long[1];
        TraceBytes.change(file, memory -> {
            long events = TraceBytes.chunks(memory).stream()
                    .filter(it -> memory.get(INT, it + CHUNK_HOLDS) == HOLDS_EVENTS)
                    .findFirst()
                    .orElseThrow();
            at[0] = events + CHUNK_HEADER_SIZE + 10 * EVENT_SIZE;
            memory.set(LONG, at[0] + EVENT_TIME, 1L << 40);
            memory.set(LONG, at[0] + 10 * EVENT_SIZE + EVENT_TIME, 0);
        });

        var read = readNow();
        assertThat(read.events).hasSize(298).isSubsetOf(whole.events);
        assertThat(read.damages).extracting(Damage::offset).containsExactly(at[0]);
    }

    @Test
    void a_file_of_three_gigabytes_that_are_not_there_is_read_as_what_it_is() throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(1), (3L << 30) - 1);
        }
        var read = readNow();
        assertThat(read.events).isEqualTo(whole.events);
        assertThat(read.definitions).isEqualTo(whole.definitions);
    }

    private ReadTrace readNow() {
        try {
            return ReadTrace.of(file);
        } catch (IOException e) {
            throw new AssertionError("reading a damaged file", e);
        }
    }

    private void assertIsPartOfTheWhole(ReadTrace read) {
        var definitions = new ArrayList<>(whole.definitions);
        definitions.retainAll(read.definitions);
        assertThat(read.definitions).isEqualTo(definitions);
        var written = new HashSet<>(withoutDefinitions(whole.events));
        var found = withoutDefinitions(read.events);
        assertThat(written).containsAll(found);
        assertThat(new HashSet<>(found)).hasSameSizeAs(found);
    }

    private static List<List<Long>> withoutDefinitions(List<Happened> events) {
        return events.stream()
                .map(it -> List.of(it.time(), (long) it.unit(), it.value(), (long)
                        it.kind().code()))
                .toList();
    }

    private void cutOff(long length) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }
}
