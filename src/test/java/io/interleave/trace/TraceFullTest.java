package io.interleave.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.interleave.testkit.ReadTrace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// No more room: what was recorded stays, what comes after is counted, and nothing else stops.
@Timeout(60)
class TraceFullTest {

    private static final long PLENTY = 1L << 40;
    private static final Definition.End END = new Definition.End(Definition.How.COMPLETED, 1);

    @TempDir
    private Path directory;

    @Test
    void beyond_the_limit_events_are_counted() throws IOException {
        try (var trace = TraceWriter.create(file(), 6 << 20)) {
            assertEveryEventIsKeptOrCounted(trace, 300_000, "the trace has reached its limit of 6 MiB");
        }
        assertThat(file().toFile().length()).isLessThanOrEqualTo(8 << 20);
    }

    @Test
    void a_limit_of_nothing_still_gives_a_trace() throws IOException {
        try (var trace = TraceWriter.create(file(), 0)) {
            assertEveryEventIsKeptOrCounted(trace, 50_000, "the trace has reached its limit of 0 MiB");
        }
    }

    @Test
    void near_the_end_of_the_disk_recording_stops_and_the_end_is_told() throws IOException {
        var usable = new AtomicLong(PLENTY);
        try (var trace = TraceWriter.create(file(), PLENTY, usable::get)) {
            usable.set(TraceWriter.KEEP_FREE);
            assertEveryEventIsKeptOrCounted(trace, 300_000, "less than 256 MiB are left on the disk");
        }
    }

    @Test
    void when_the_disk_fails_what_was_recorded_stays() throws IOException {
        var calls = new AtomicLong();
        try (var trace = TraceWriter.create(file(), PLENTY, () -> {
            if (calls.getAndIncrement() > 1) {
                throw new IOException("the disk is gone");
            }
            return PLENTY;
        })) {
            produce(trace, 300_000);
        }

        var read = ReadTrace.of(file());
        assertThat(read.events).isNotEmpty();
        assertThat(read.events.size() + read.notKept).isEqualTo(300_000);
        assertThat(read.damages).isEmpty();
    }

    @Test
    void on_a_disk_that_is_nearly_full_events_are_counted_from_the_beginning() throws IOException {
        try (var trace = TraceWriter.create(file(), PLENTY, () -> TraceWriter.KEEP_FREE)) {
            produce(trace, 900);
            trace.define(END);
        }

        var read = ReadTrace.of(file());
        assertThat(read.events).isEmpty();
        assertThat(read.notKept).isEqualTo(900);
        assertThat(read.definitions).containsExactly(stopped("less than 256 MiB are left on the disk"), END);
        assertThat(read.damages).isEmpty();
    }

    @Test
    void a_disk_without_any_room_is_refused_at_once_and_no_file_is_left() {
        assertThatIOException()
                .isThrownBy(() -> TraceWriter.create(file(), PLENTY, () -> TraceSpace.FIRST_REGION - 1))
                .withMessageContaining("1 MiB");

        assertThat(file()).doesNotExist();
    }

    @Test
    void while_every_event_is_kept_nobody_speaks_of_a_shortage() throws IOException {
        var usable = new AtomicLong(PLENTY);
        try (var trace = TraceWriter.create(file(), PLENTY, usable::get)) {
            usable.set(TraceWriter.KEEP_FREE);
            produce(trace, 100);
            trace.define(END);
        }

        assertThat(ReadTrace.of(file()).definitions).containsExactly(END);
    }

    @Test
    void lines_of_output_never_take_the_room_for_the_end() throws IOException {
        try (var trace = TraceWriter.create(file(), 0)) {
            for (int i = 0; i < 10_000; i++) {
                trace.define(new Definition.Line(0, i, "x".repeat(1000)));
            }
            trace.define(new Definition.Failure(0, 1, "no more"));
            trace.define(END);
        }

        var read = ReadTrace.of(file());
        assertThat(read.definitions).hasSizeGreaterThan(1000).endsWith(new Definition.Failure(0, 1, "no more"), END);
        assertThat(read.damages).isEmpty();
    }

    @Test
    void a_definition_beyond_measure_is_left_out() throws IOException {
        try (var trace = TraceWriter.create(file(), PLENTY)) {
            trace.define(new Definition.Line(0, 0, "x".repeat(5 << 20)));
            trace.define(END);
        }

        assertThat(ReadTrace.of(file()).definitions).containsExactly(END);
    }

    @Test
    void whoever_records_after_the_trace_was_closed_goes_on() throws IOException {
        var trace = TraceWriter.create(file(), PLENTY);
        var events = trace.events();
        var late = trace.events();
        trace.close();

        for (int i = 0; i < 100_000; i++) {
            events.record(EventKind.READ, 0, 0, 0, i);
            late.record(EventKind.READ, 1, 0, 0, i);
        }
        events.close();
        trace.define(END);
        trace.close();
        assertThat(ReadTrace.of(file()).damages).isEmpty();
    }

    private static Definition.Note stopped(String why) {
        return new Definition.Note(-1, 0, "recording stopped: " + why);
    }

    private void assertEveryEventIsKeptOrCounted(TraceWriter trace, int count, String why) throws IOException {
        produce(trace, count);
        trace.define(END);
        trace.close();

        var read = ReadTrace.of(file());
        assertThat(read.events).isNotEmpty();
        assertThat(read.notKept).isPositive();
        assertThat(read.events.size() + read.notKept).isEqualTo(count);
        assertThat(read.definitions).containsExactly(stopped(why), END);
        assertThat(read.damages).isEmpty();
    }

    /// Some writers are there from the beginning, others come when there is no room left.
    private static void produce(TraceWriter trace, int count) {
        int produced = 0;
        for (int share : new int[] {count / 3, count / 2, count / 10}) {
            try (var events = trace.events()) {
                for (int i = 0; i < share; i++, produced++) {
                    events.record(EventKind.READ, 0, 0, 0, produced);
                }
            }
        }
        try (var events = trace.events();
                var more = trace.events()) {
            for (; produced < count; produced += 2) {
                events.record(EventKind.READ, 0, 0, 0, produced);
                more.record(EventKind.READ, 0, 0, 0, produced + 1);
            }
        }
    }

    private Path file() {
        return directory.resolve("full.trace");
    }
}
