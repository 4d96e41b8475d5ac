package io.interleave.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Value;
import io.interleave.testkit.ReadTrace;
import io.interleave.testkit.ReadTrace.Happened;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceRoundTripTest {

    private static final long LIMIT = 64 << 20;
    private static final int[] NUMBERS = {0, -1, 1, Integer.MIN_VALUE, Integer.MAX_VALUE};
    private static final long[] VALUES = {0, -1, 1, Long.MIN_VALUE, Long.MAX_VALUE};
    private static final int[] CORES = {-1, 0, 1, Short.MIN_VALUE, Short.MAX_VALUE};

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void every_kind_of_event_comes_back_with_any_values(EventKind kind) throws IOException {
        var written = new ArrayList<Happened>();
        var core = new int[1];
        try (var trace = TraceWriter.create(file(), LIMIT);
                var events = trace.events(() -> core[0])) {
            for (int i = 0; i < NUMBERS.length; i++) {
                core[0] = CORES[i];
                events.recordAt(i, kind, NUMBERS[i], NUMBERS[4 - i], NUMBERS[(i + 2) % 5], VALUES[i]);
                written.add(new Happened(
                        1, i, kind, NUMBERS[i], NUMBERS[4 - i], NUMBERS[(i + 2) % 5], VALUES[i], CORES[i], 0));
            }
        }

        var read = ReadTrace.of(file());
        assertThat(read.events).isEqualTo(written);
        assertThat(read.damages).isEmpty();
        assertThat(read.notKept).isZero();
    }

    @Test
    void the_first_and_the_last_time_of_all_are_times_like_any_other() throws IOException {
        try (var trace = TraceWriter.create(file(), LIMIT);
                var events = trace.events()) {
            for (long time : new long[] {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE - 1, Long.MAX_VALUE}) {
                events.recordAt(time, EventKind.READ, 0, 0, 0, 0);
            }
        }

        assertThat(ReadTrace.of(file()).events)
                .extracting(Happened::time)
                .containsExactly(Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE - 1, Long.MAX_VALUE);
    }

    @Test
    void every_definition_comes_back() throws IOException {
        var written = List.of(
                new Definition.Run("interleave: 1\ntitle: \"π\" \u0000 😀", Map.of("workers", "4"), -1, 2, 3),
                new Definition.Cores(List.of(0, 7), CoreSource.SAMPLED, "perf_event_open: refused"),
                new Definition.Unit(Integer.MAX_VALUE, "worker 1", "worker", 0, "thread", -1),
                new Definition.Resource(0, "count", "variable", Value.Type.WHOLE),
                new Definition.Step(0, "read", "read: count", 12),
                new Definition.Line(0, Long.MIN_VALUE, "a line\nand another"),
                new Definition.Failure(0, 12, "division by zero"),
                new Definition.End(Definition.How.COMPLETED, Long.MAX_VALUE));
        try (var trace = TraceWriter.create(file(), LIMIT)) {
            written.forEach(trace::define);
        }

        var read = ReadTrace.of(file());
        assertThat(read.definitions).isEqualTo(written);
        assertThat(read.damages).isEmpty();
    }

    /// 126 events fill a writer's first chunk, 2,046 each that follows; 31,000 fill the first segment of the
    /// file.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 126 + 2046, 126 + 2047, 40_000, 200_000})
    void any_number_of_events_comes_back_in_order(int count) throws IOException {
        try (var trace = TraceWriter.create(file(), LIMIT);
                var events = trace.events()) {
            for (int i = 0; i < count; i++) {
                events.recordAt(i, EventKind.READ, 0, 0, 0, i);
            }
        }

        var values = ReadTrace.of(file()).valuesOf(0);
        assertThat(values).hasSize(count);
        for (int i = 0; i < count; i++) {
            assertThat(values[i]).isEqualTo(i);
        }
    }

    @Test
    void definitions_of_any_length_cross_the_borders_of_chunks() throws IOException {
        var written = new ArrayList<Definition>();
        try (var trace = TraceWriter.create(file(), LIMIT)) {
            for (int length = 1; length < 1 << 19; length = length * 3 + 1) {
                var line = new Definition.Line(0, length, "ä".repeat(length));
                written.add(line);
                trace.define(line);
            }
        }

        assertThat(ReadTrace.of(file()).definitions).isEqualTo(written);
    }

    @Test
    void what_was_not_signed_is_read_all_the_same() throws IOException {
        long events = 100_000;
        try (var trace = TraceWriter.create(file(), LIMIT);
                var writer = trace.events()) {
            trace.define(new Definition.Unit(0, "worker", "worker", 0, "thread", -1));
            for (int i = 0; i < events; i++) {
                writer.recordAt(i, EventKind.READ, 0, 0, 0, i);
            }
        }
        TraceBytes.unsign(file());

        var read = ReadTrace.of(file());
        assertThat(read.events).hasSize((int) events);
        assertThat(read.definitions).hasSize(1);
        assertThat(read.damages).isEmpty();
    }

    private Path file() {
        return directory.resolve(TraceWriter.ENGINE_TRACE);
    }
}
