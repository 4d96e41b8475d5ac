package io.interleave.trace;

import static io.interleave.trace.TraceLayout.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.testkit.ReadTrace;
import io.interleave.testkit.ReadTrace.Happened;
import io.interleave.testkit.Seed;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TraceWhileWrittenTest {

    private static final long LIMIT = 256 << 20;

    @TempDir
    private Path directory;

    @Test
    void many_writers_and_a_reader_at_the_same_time_lose_nothing_and_say_nothing_twice() throws Exception {
        int writers = 4;
        int each = 60_000;
        var left = new CountDownLatch(writers);
        var read = new ReadTrace();
        try (var trace = TraceWriter.create(file(), LIMIT);
                var reader = TraceReader.open(file())) {
            for (int unit = 0; unit < writers; unit++) {
                int id = unit;
                Thread.ofPlatform().start(() -> {
                    write(trace, id, each);
                    left.countDown();
                });
            }
            while (left.getCount() > 0) {
                reader.poll(read, 10_000);
            }
            while (reader.drain(read, 10_000) == 10_000) {}
            assertThat(reader.kept()).isEqualTo((long) writers * each);
            assertThat(reader.notKept()).isZero();
        }

        for (int unit = 0; unit < writers; unit++) {
            var values = read.valuesOf(unit);
            assertThat(values).hasSize(each);
            for (int i = 0; i < each; i++) {
                assertThat(values[i]).isEqualTo(i);
            }
        }
        assertEachIsDefinedBefore(read);
        assertThat(read.damages).isEmpty();
    }

    /// Each thousandth event is of a step that was defined just before.
    private static void write(TraceWriter trace, int unit, int count) {
        try (var events = trace.events()) {
            int step = -1;
            for (int i = 0; i < count; i++) {
                if (i % 1000 == 0) {
                    step = unit * count + i;
                    trace.define(new Definition.Step(step, "step", "x".repeat(i % 777), 1));
                }
                events.record(EventKind.READ, unit, 0, step, i);
            }
        }
    }

    private static void assertEachIsDefinedBefore(ReadTrace read) {
        var place = new HashMap<Integer, Integer>();
        for (int i = 0; i < read.definitions.size(); i++) {
            if (read.definitions.get(i) instanceof Definition.Step step) {
                place.put(step.id(), i);
            }
        }
        for (var event : read.events) {
            assertThat(place.get(event.step())).isLessThan(event.definitionsBefore());
        }
    }

    @Test
    void events_come_in_order_of_time_over_all_writers_whenever_the_reader_looks() throws IOException {
        var random = Seed.random(TraceWhileWrittenTest.class);
        var read = new ReadTrace();
        var written = new ArrayList<Long>();
        try (var trace = TraceWriter.create(file(), LIMIT);
                var reader = TraceReader.open(file())) {
            var writers = new ArrayList<EventWriter>();
            long time = random.nextLong(-1_000, 1_000);
            for (int i = 0; i < 60_000; i++) {
                if (writers.isEmpty() || random.nextInt(5_000) == 0) {
                    writers.add(trace.events());
                }
                time += random.nextInt(3);
                written.add(time);
                writers.get(random.nextInt(writers.size())).recordAt(time, EventKind.READ, 0, 0, 0, i);
                if (random.nextInt(300) == 0) {
                    reader.poll(read, 1 + random.nextInt(1_000));
                }
                if (random.nextInt(10_000) == 0) {
                    writers.remove(random.nextInt(writers.size())).close();
                }
            }
            writers.forEach(EventWriter::close);
            reader.drain(read, Integer.MAX_VALUE);
        }

        assertThat(read.events).extracting(Happened::time).isEqualTo(written);
        assertThat(read.events).extracting(Happened::value).doesNotHaveDuplicates();
    }

    /// A place that was empty a moment ago is no damage when a chunk begins there.
    @Test
    void a_chunk_that_begins_at_the_very_moment_when_the_reader_looks_is_no_damage() throws Exception {
        int chunks = 4_000;
        TraceWriter.create(file(), LIMIT).close();
        TraceBytes.unsign(file());
        var read = new ReadTrace();
        var found = new AtomicInteger();
        try (var arena = Arena.ofShared();
                var channel = FileChannel.open(file(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long length = FILE_HEADER_SIZE + (long) chunks * CHUNK_UNIT;
            var memory = channel.map(FileChannel.MapMode.READ_WRITE, 0, length, arena);
            try (var trace = TraceFile.open(file())) {
                var writer = Thread.ofPlatform().start(() -> begin(memory, chunks, found));
                while (found.get() < chunks && read.damages.isEmpty()) {
                    trace.findChunks(_ -> found.incrementAndGet(), read);
                }
                writer.interrupt();
                writer.join();
            }
        }
        assertThat(read.damages).isEmpty();
    }

    /// Begins one chunk after the other, each as soon as the one before is found.
    private static void begin(MemorySegment memory, int chunks, AtomicInteger found) {
        for (int chunk = 0; chunk < chunks; chunk++) {
            while (found.get() < chunk) {
                Thread.yield();
                if (Thread.interrupted()) {
                    return;
                }
            }
            long start = FILE_HEADER_SIZE + (long) chunk * CHUNK_UNIT;
            new Chunk(memory, start, CHUNK_UNIT, HOLDS_EVENTS, chunk, 0);
        }
    }

    @Test
    void a_reader_that_comes_late_gets_all_from_the_beginning() throws IOException {
        try (var trace = TraceWriter.create(file(), LIMIT);
                var events = trace.events()) {
            for (int i = 0; i < 10_000; i++) {
                events.recordAt(i, EventKind.READ, 0, 0, 0, i);
            }
            var read = new ReadTrace();
            try (var reader = TraceReader.open(file())) {
                reader.poll(read, Integer.MAX_VALUE);
                reader.poll(read, Integer.MAX_VALUE);
                assertThat(read.valuesOf(0)).hasSize(10_000);
            }
        }
    }

    @Test
    void nothing_is_told_before_the_watch_on_the_cores_has_told_of_that_time() throws IOException {
        var read = new ReadTrace();
        try (var trace = TraceWriter.create(file(), LIMIT);
                var reader = TraceReader.open(file())) {
            trace.define(new Definition.Cores(List.of(0), CoreSource.EXACT, ""));
            var unit = trace.events();
            var cores = trace.events();
            unit.recordAt(10, EventKind.COMPUTE, 0, -1, -1, 0);
            unit.recordAt(20, EventKind.COMPUTE, 0, -1, -1, 0);
            poll(reader, read);
            assertThat(read.events).isEmpty();

            cores.recordAt(5, EventKind.CORE_IN, -1, 0, -1, 7);
            cores.recordAt(15, EventKind.CORE_COMPLETE, -1, -1, -1, 0);
            poll(reader, read);
            assertThat(read.events).extracting(Happened::time).containsExactly(5L, 10L, 15L);

            cores.recordAt(18, EventKind.CORE_OUT, -1, 0, -1, 7);
            unit.recordAt(30, EventKind.COMPUTE, 0, -1, -1, 0);
            poll(reader, read);
            assertThat(read.events).extracting(Happened::time).containsExactly(5L, 10L, 15L, 18L);

            unit.close();
            reader.drain(read, Integer.MAX_VALUE);
            assertThat(read.events).extracting(Happened::time).containsExactly(5L, 10L, 15L, 18L, 20L, 30L);
        }
    }

    @Test
    void without_a_watch_on_the_cores_nothing_waits_for_it() throws IOException {
        var read = new ReadTrace();
        try (var trace = TraceWriter.create(file(), LIMIT);
                var reader = TraceReader.open(file());
                var unit = trace.events()) {
            trace.define(new Definition.Cores(List.of(0), CoreSource.ESTIMATED, "refused"));
            unit.recordAt(10, EventKind.COMPUTE, 0, -1, -1, 0);
            poll(reader, read);
            assertThat(read.events).hasSize(1);
        }
    }

    @Test
    void where_some_events_come_late_all_wait_for_as_long_and_come_in_order() throws IOException {
        var read = new ReadTrace();
        try (var trace = TraceWriter.create(file(), LIMIT);
                var reader = TraceReader.open(file());
                var prompt = trace.events();
                var late = trace.events()) {
            trace.define(new Definition.Lag(100));
            prompt.recordAt(10, EventKind.COMPUTE, 0, -1, -1, 0);
            prompt.recordAt(109, EventKind.COMPUTE, 0, -1, -1, 0);
            poll(reader, read);
            assertThat(read.events).isEmpty();

            late.recordAt(9, EventKind.SLEEP, 1, -1, -1, 0);
            prompt.recordAt(110, EventKind.COMPUTE, 0, -1, -1, 0);
            poll(reader, read);
            assertThat(read.events).extracting(Happened::time).containsExactly(9L, 10L);

            reader.drain(read, Integer.MAX_VALUE);
            assertThat(read.events).extracting(Happened::time).containsExactly(9L, 10L, 109L, 110L);
        }
    }

    /// What the first look has seen, the second one delivers.
    private static void poll(TraceReader reader, ReadTrace read) throws IOException {
        reader.poll(read, Integer.MAX_VALUE);
        reader.poll(read, Integer.MAX_VALUE);
    }

    private Path file() {
        return directory.resolve(TraceWriter.ENGINE_TRACE);
    }
}
