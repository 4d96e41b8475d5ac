package io.interleave.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.testkit.RunScript;
import io.interleave.testkit.Seed;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.WaitEnd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the end was waiting for at every moment.
class CriticalPathTest {

    private static final int LOCK = 5;
    private static final int QUEUE = 9;

    @TempDir
    private Path directory;

    private RunScript script() throws IOException {
        return new RunScript(directory)
                .units(0, 3, "worker", "thread")
                .lock(LOCK, "mutex")
                .resource(QUEUE, "jobs", "queue");
    }

    private static List<String> segments(CriticalPath path) {
        return IntStream.range(0, path.size())
                .mapToObj(path::segment)
                .map(it -> "%d %d-%d %s#%d".formatted(it.unit(), it.from(), it.to(), it.state(), it.resource()))
                .toList();
    }

    @Test
    void it_goes_from_a_wait_to_whoever_ended_it_and_to_whoever_started_that() throws IOException {
        var timeline = script().at(0)
                .starts(0, 100)
                .at(10)
                .event(EventKind.UNIT_START, 1, 0, -1, 101)
                .acquires(1, LOCK, 1)
                .at(12)
                .waits(0, LOCK, 1, 2)
                .at(30)
                .sleeps(1, 3)
                .at(40)
                .wakes(1, 4)
                .at(50)
                .releases(1, LOCK, 4)
                .at(53)
                .acquires(0, LOCK, 2)
                .at(55)
                .ends(1)
                .at(60)
                .ends(0)
                .timeline();

        var path = timeline.criticalPath().orElseThrow();
        assertThat(segments(path))
                .containsExactly(
                        "0 0-10 ACTIVE#-1",
                        "1 10-30 ACTIVE#-1",
                        "1 30-40 SLEEPING#-1",
                        "1 40-50 ACTIVE#-1",
                        "0 50-53 LOCK_WAIT#5",
                        "0 53-60 ACTIVE#-1");
        assertThat(path.states()).isEqualTo(Map.of(State.ACTIVE, 47L, State.SLEEPING, 10L, State.LOCK_WAIT, 3L));
        assertThat(path.waits()).isEqualTo(Map.of(LOCK, 3L));
        assertThat(path.segment(path.at(29)).unit()).isEqualTo(1);
        assertThat(path.segment(path.at(30)).state()).isEqualTo(State.SLEEPING);
    }

    @Test
    void a_wait_of_which_nobody_is_known_to_have_ended_it_stays_on_the_path() throws IOException {
        var timeline = script().at(0)
                .starts(0, 100)
                .at(5)
                .awaits(0, QUEUE, 1)
                .at(20)
                .waitIsOver(0, QUEUE, WaitEnd.TIMED_OUT, -1)
                .at(22)
                .ends(0)
                .timeline();

        assertThat(segments(timeline.criticalPath().orElseThrow()))
                .containsExactly("0 0-5 ACTIVE#-1", "0 5-20 WAIT#9", "0 20-22 ACTIVE#-1");
    }

    @Test
    void one_unit_has_a_path_of_its_own() throws IOException {
        var timeline = script().at(0)
                .starts(0, 100)
                .at(3)
                .starts(1, 101)
                .at(8)
                .ends(1)
                .at(60)
                .ends(0)
                .timeline();

        assertThat(segments(timeline.criticalPath(1).orElseThrow()))
                .containsExactly("-1 0-3 UNKNOWN#-1", "1 3-8 ACTIVE#-1");
        assertThat(timeline.criticalPath(2)).isEmpty();
        assertThat(timeline.criticalPath(77)).isEmpty();
    }

    @Test
    void it_goes_through_a_generator_and_back_to_who_resumed_it() throws IOException {
        var timeline = script().units(10, 1, "numbers", "generator")
                .at(0)
                .starts(0, 100)
                .at(1)
                .event(EventKind.UNIT_START, 10, 0, -1, -1)
                .at(5)
                .mounts(10, 0, 100)
                .computes(10, 7)
                .at(8)
                .unmounts(10)
                .at(20)
                .ends(0)
                .at(21)
                .ends(10)
                .timeline();

        assertThat(segments(timeline.criticalPath().orElseThrow()))
                .containsExactly("0 0-5 ACTIVE#-1", "10 5-8 ACTIVE#-1", "0 8-20 ACTIVE#-1");
    }

    @Test
    void a_coroutine_that_sleeps_or_waits_for_its_input_is_suspended_and_waits_for_nobody() throws IOException {
        var timeline = script().units(10, 1, "fetch", "coroutine")
                .at(0)
                .starts(10, -1)
                .mounts(10, 1, 200)
                .at(3)
                .sleeps(10, 1)
                .unmounts(10)
                .at(9)
                .mounts(10, 1, 200)
                .wakes(10, 1)
                .at(12)
                .event(EventKind.IO, 10, -1, 2, 0)
                .unmounts(10)
                .at(30)
                .mounts(10, 1, 200)
                .event(EventKind.IO_OVER, 10, -1, 2, 0)
                .at(31)
                .ends(10)
                .timeline();

        assertThat(segments(timeline.criticalPath().orElseThrow()))
                .containsExactly(
                        "10 0-3 ACTIVE#-1",
                        "10 3-9 SLEEPING#-1",
                        "10 9-12 ACTIVE#-1",
                        "10 12-30 IO#-1",
                        "10 30-31 ACTIVE#-1");
        var lane = timeline.lane(Lane.Kind.UNIT, 10).orElseThrow();
        assertThat(lane.spans().state(1)).isEqualTo(State.SUSPENDED);
        assertThat(Waits.end(lane.spans().value(1))).isEmpty();
        assertThat(Waits.unit(lane.spans().value(1))).isEqualTo(Spans.NONE);
        assertThat(timeline.why(10, 1).orElseThrow().end()).isEqualTo(Explanation.End.WORK);
        assertThat(timeline.figures(List.of(lane), 0, 31).waits().count()).isZero();
        assertThat(timeline.unitTable(0, 31).value(UnitTable.Column.SLEPT, 3)).isEqualTo(6);
        assertThat(timeline.unitTable(0, 31).value(UnitTable.Column.IO, 3)).isEqualTo(18);
    }

    @Test
    void a_worker_that_was_started_for_a_task_leads_to_who_submitted_it() throws IOException {
        var timeline = script().resource(11, "pool", "pool")
                .units(20, 1, "pool worker", "worker")
                .at(0)
                .starts(0, 100)
                .at(4)
                .event(EventKind.SUBMIT, 0, 11, 1, 0)
                .at(5)
                .awaits(0, 11, 1)
                .at(6)
                .starts(20, 120)
                .at(7)
                .event(EventKind.TASK_START, 20, 11, 1, 0)
                .at(20)
                .event(EventKind.TASK_END, 20, 11, 1, 0)
                .at(21)
                .waitIsOver(0, 11, WaitEnd.MET, 20)
                .at(22)
                .ends(0)
                .timeline();

        assertThat(segments(timeline.criticalPath().orElseThrow()))
                .containsExactly(
                        "0 0-4 ACTIVE#-1",
                        "20 4-6 UNKNOWN#-1",
                        "20 6-7 ACTIVE#-1",
                        "20 7-20 ACTIVE#-1",
                        "0 20-21 WAIT#11",
                        "0 21-22 ACTIVE#-1");
    }

    @Test
    void two_that_end_each_other_s_wait_at_the_same_time_are_no_trap() throws IOException {
        var timeline = script().at(0)
                .starts(0, 100)
                .starts(1, 101)
                .at(5)
                .joins(0, 1, 1)
                .joins(1, 0, 1)
                .at(9)
                .waitIsOver(0, -1, WaitEnd.MET, 1)
                .waitIsOver(1, -1, WaitEnd.MET, 0)
                .at(12)
                .ends(0)
                .timeline();

        var path = timeline.criticalPath(0).orElseThrow();
        assertCovers(path, timeline.start(), 12);
        assertThat(segments(path)).last().isEqualTo("0 9-12 ACTIVE#-1");
    }

    @RepeatedTest(40)
    void whatever_the_trace_says_it_covers_the_time_from_the_beginning_to_the_end_once() throws IOException {
        var timeline = Nonsense.timeline(directory, Seed.random(CriticalPathTest.class));

        var path = timeline.criticalPath().orElseThrow();
        assertCovers(path, timeline.start(), path.end());
        var units = new HashSet<Integer>();
        for (var times : timeline.unitTimes()) {
            timeline.criticalPath(times.unit()).ifPresent(it -> {
                assertCovers(it, timeline.start(), times.end());
                units.add(times.unit());
            });
        }
        assertThat(units).isNotEmpty();
        for (int i = 0; i < path.size(); i++) {
            assertIsTrue(timeline, path.segment(i));
        }
    }

    private static void assertCovers(CriticalPath path, long from, long to) {
        long at = from;
        for (int i = 0; i < path.size(); i++) {
            var segment = path.segment(i);
            assertThat(segment.from()).isEqualTo(at);
            assertThat(segment.to()).isGreaterThan(at);
            at = segment.to();
        }
        assertThat(at).isEqualTo(to);
        assertThat(path.states().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(to - from);
        long waited = path.waits().values().stream().mapToLong(Long::longValue).sum();
        long inWaits = path.states().entrySet().stream()
                .filter(it -> it.getKey().isWait())
                .mapToLong(Map.Entry::getValue)
                .sum();
        assertThat(waited).isEqualTo(inWaits);
    }

    /// The unit was in that state then.
    private static void assertIsTrue(Timeline timeline, CriticalPath.Segment segment) {
        if (segment.unit() != Spans.NONE && segment.state() != State.UNKNOWN) {
            var spans =
                    timeline.lane(Lane.Kind.UNIT, segment.unit()).orElseThrow().spans();
            assertThat(stateAt(spans, segment.from())).isEqualTo(segment.state());
            assertThat(stateAt(spans, segment.to() - 1)).isEqualTo(segment.state());
        }
    }

    private static State stateAt(Spans spans, long time) {
        int span = spans.at(time);
        return Waits.meaning(spans.state(span), spans.value(span));
    }
}
