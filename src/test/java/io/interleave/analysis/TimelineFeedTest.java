package io.interleave.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.interleave.trace.Definition;
import io.interleave.trace.EventKind;
import io.interleave.trace.TraceFormatException;
import io.interleave.trace.TraceWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineFeedTest {

    @TempDir
    private Path directory;

    private Path file() {
        return directory.resolve(TraceWriter.ENGINE_TRACE);
    }

    @Test
    void a_run_without_a_trace_is_an_empty_one() throws IOException {
        try (var feed = new TimelineFeed(directory.resolve("absent"))) {
            assertThat(feed.poll()).isFalse();
            feed.finish();
            feed.finish();
            assertThat(feed.timeline().lanes()).isEmpty();
        }
    }

    @Test
    void a_trace_may_come_later_and_grow() throws IOException {
        try (var feed = new TimelineFeed(directory)) {
            assertThat(feed.poll()).isFalse();
            Files.createFile(file());
            assertThat(feed.poll()).isFalse();
            Files.delete(file());
            try (var trace = TraceWriter.create(file(), 1 << 20);
                    var events = trace.events()) {
                trace.define(new Definition.Unit(0, "worker", "worker", 0, "thread", -1));
                events.recordAt(10, EventKind.UNIT_START, 0, -1, -1, 5);
                events.recordAt(20, EventKind.COMPUTE, 0, -1, 1, 0);
                // What the first poll saw, the second one delivers.
                assertThat(feed.poll()).isFalse();
                assertThat(feed.poll()).isTrue();
                assertThat(feed.poll()).isFalse();
                assertThat(feed.timeline().lanes()).extracting(Lane::name).containsExactly("worker");
                assertThat(feed.timeline().now()).isEqualTo(20);

                events.recordAt(30, EventKind.UNIT_END, 0, -1, -1, 0);
                trace.define(new Definition.End(Definition.How.COMPLETED, 30));
            }
            feed.finish();
            var after = List.of(
                    feed.timeline().unitTimes(),
                    feed.timeline().end(),
                    feed.timeline().eventsKept());
            feed.finish();
            assertThat(List.of(
                            feed.timeline().unitTimes(),
                            feed.timeline().end(),
                            feed.timeline().eventsKept()))
                    .isEqualTo(after);
            assertThat(feed.timeline().eventsKept()).isEqualTo(3);
        }
    }

    @Test
    void a_stay_on_a_core_is_counted_once_however_often_it_ends() throws IOException {
        try (var trace = TraceWriter.create(file(), 1 << 20);
                var events = trace.events()) {
            events.recordAt(10, EventKind.CORE_IN, -1, 0, -1, 5);
            events.recordAt(10, EventKind.UNIT_START, 0, -1, -1, 5);
            events.recordAt(30, EventKind.COMPUTE, 0, -1, 1, 0);
        }
        try (var feed = new TimelineFeed(directory)) {
            feed.finish();
            feed.finish();
            assertThat(feed.timeline().unitTimes().getFirst().cores()).containsExactly(Map.entry(0, 20L));
        }
    }

    @Test
    void more_events_than_are_taken_at_once_are_all_taken() throws IOException {
        try (var trace = TraceWriter.create(file(), 16 << 20);
                var events = trace.events()) {
            for (int i = 0; i < 100_000; i++) {
                events.recordAt(i, EventKind.COMPUTE, 0, -1, i % 2, 0);
            }
        }
        try (var feed = new TimelineFeed(directory)) {
            feed.finish();
            assertThat(feed.timeline().eventsKept()).isEqualTo(100_000);
        }
    }

    @Test
    void something_else_in_its_place_is_refused_in_words() throws IOException {
        Files.writeString(file(), "not a trace ".repeat(1000));
        try (var feed = new TimelineFeed(directory)) {
            assertThatExceptionOfType(TraceFormatException.class)
                    .isThrownBy(feed::poll)
                    .withMessage("engine.trace is not a trace of Interleave");
        }
    }
}
