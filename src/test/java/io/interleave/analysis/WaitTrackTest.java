package io.interleave.analysis;

import static io.interleave.analysis.Lane.Kind.LEVEL;
import static io.interleave.analysis.Lane.Kind.LOCK;
import static io.interleave.analysis.Lane.Kind.UNIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.interleave.model.Value;
import io.interleave.testkit.LaneText;
import io.interleave.testkit.RunScript;
import io.interleave.trace.CoreSource;
import io.interleave.trace.Definition;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.WaitEnd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What units wait for, who wakes them, and what there is of what they wait for.
class WaitTrackTest {

    private static final int QUEUE = 9;

    @TempDir
    private Path directory;

    private RunScript script() throws IOException {
        return new RunScript(directory).units(0, 3, "worker", "thread").resource(QUEUE, "jobs", "queue");
    }

    @Test
    void a_wait_says_what_it_is_for_and_afterwards_who_ended_it() throws IOException {
        var timeline = script().at(0)
                .starts(0, 100)
                .starts(1, 101)
                .at(10)
                .awaits(0, QUEUE, 3)
                .at(25)
                .waitIsOver(0, QUEUE, WaitEnd.MET, 1)
                .at(30)
                .ends(0)
                .timeline();

        assertThat(LaneText.of(timeline, UNIT, 0)).containsExactly("0-10 ACTIVE", "10-25 WAIT#9", "25-30 ACTIVE");
        long value = LaneText.lane(timeline, UNIT, 0).spans().value(1);
        assertThat(Waits.cause(value)).isEqualTo(1);
        assertThat(Waits.end(value)).contains(WaitEnd.MET);
        assertThat(Waits.unit(value)).isEqualTo(Spans.NONE);
    }

    @Test
    void a_wait_under_way_has_no_end_yet() throws IOException {
        var timeline = script().at(0)
                .starts(0, 100)
                .at(5)
                .joins(0, 2, 1)
                .at(9)
                .starts(1, 101)
                .timeline();

        assertThat(LaneText.of(timeline, UNIT, 0)).containsExactly("0-5 ACTIVE", "5-9 WAIT");
        long value = LaneText.lane(timeline, UNIT, 0).spans().value(1);
        assertThat(Waits.unit(value)).isEqualTo(2);
        assertThat(Waits.end(value)).isEmpty();
        assertThat(Waits.cause(value)).isEqualTo(Spans.NONE);
    }

    @Test
    void whoever_gave_a_lock_up_ended_the_wait_for_it() throws IOException {
        var timeline = script().lock(5, "mutex")
                .at(0)
                .starts(0, 100)
                .starts(1, 101)
                .acquires(0, 5, 1)
                .at(4)
                .waits(1, 5, 0, 1)
                .at(9)
                .releases(0, 5, 1)
                .acquires(1, 5, 1)
                .at(20)
                .ends(0)
                .timeline();

        var spans = LaneText.lane(timeline, UNIT, 1).spans();
        assertThat(spans.state(1)).isEqualTo(State.LOCK_WAIT);
        assertThat(Waits.unit(spans.value(1))).isZero();
        assertThat(Waits.cause(spans.value(1))).isZero();
    }

    @Test
    void a_lock_can_be_held_by_several_that_read() throws IOException {
        var timeline = script().lock(5, "shared")
                .at(1)
                .event(EventKind.LOCK_SHARED, 0, 5, 1, 0)
                .at(3)
                .event(EventKind.LOCK_SHARED, 1, 5, 1, 0)
                .at(4)
                .waits(2, 5, 0, 2)
                .at(6)
                .event(EventKind.LOCK_UNSHARED, 0, 5, 1, 0)
                .at(8)
                .event(EventKind.LOCK_UNSHARED, 1, 5, 1, 0)
                .acquires(2, 5, 2)
                .at(9)
                .releases(2, 5, 2)
                .timeline();

        assertThat(LaneText.of(timeline, LOCK, 5))
                .containsExactly("1-3 SHARED#0", "3-6 SHARED", "6-8 SHARED#1", "8-9 HELD#2");
        var spans = LaneText.lane(timeline, LOCK, 5).spans();
        assertThat(LockUse.holders(spans.value(1))).isEqualTo(2);
        assertThat(LockUse.waiters(spans.value(1))).isEqualTo(1);
    }

    @Test
    void a_lock_that_is_acquired_again_is_held_until_it_was_released_as_often() throws IOException {
        var timeline = script().lock(5, "lock")
                .at(1)
                .acquires(0, 5, 1)
                .at(2)
                .acquires(0, 5, 1)
                .at(5)
                .releases(0, 5, 1)
                .at(7)
                .releases(0, 5, 1)
                .at(9)
                .starts(1, 101)
                .timeline();

        assertThat(LaneText.of(timeline, LOCK, 5)).containsExactly("1-7 HELD#0");
    }

    @Test
    void a_unit_that_spins_keeps_its_core() throws IOException {
        var text = """
                interleave: 1
                title: Spin
                resources:
                  s: { lock: spin }
                units:
                  worker:
                    thread: 2
                    steps:
                      - hold: s
                        steps:
                          - compute: 1us
                """;
        var timeline = new RunScript(directory)
                .scenario(text, Map.of())
                .cores(CoreSource.EXACT, 0, 1)
                .units(0, 2, "worker", "thread")
                .lock(0, "s")
                .at(0)
                .in(1, 101)
                .starts(1, 101)
                .at(5)
                .waits(1, 0, 0, 1)
                .at(9)
                .preempted(1, 101)
                .at(12)
                .ends(0)
                .timeline();

        assertThat(LaneText.of(timeline, UNIT, 1))
                .containsExactly("0-5 RUNNING@1", "5-9 LOCK_WAIT@1#0", "9-12 LOCK_WAIT#0");
    }

    @Test
    void a_queue_shows_its_depth_and_how_many_wait_for_it() throws IOException {
        var timeline = script().at(0)
                .starts(0, 100)
                .starts(1, 101)
                .at(1)
                .awaits(1, QUEUE, 2)
                .at(4)
                .event(EventKind.PUT, 0, QUEUE, 1, 0)
                .level(0, QUEUE, 1)
                .at(6)
                .event(EventKind.TAKE, 1, QUEUE, 2, 0)
                .level(1, QUEUE, 0)
                .at(9)
                .ends(1)
                .timeline();

        var spans = LaneText.lane(timeline, LEVEL, QUEUE).spans();
        assertThat(IntStream.range(0, spans.size())
                        .mapToObj(it ->
                                tuple(spans.start(it), Level.amount(spans.value(it)), Level.others(spans.value(it)))))
                .containsExactly(tuple(1L, 0, 1), tuple(4L, 1, 1), tuple(6L, 0, 0));
        assertThat(timeline.queues()).containsExactly(new QueueFigures(QUEUE, "jobs", 1, 1, 1, false));
    }

    @Test
    void a_take_is_tied_to_its_put_and_a_start_to_who_started() throws IOException {
        var timeline = script().at(0)
                .starts(0, 100)
                .at(1)
                .event(EventKind.UNIT_START, 1, 0, -1, 101)
                .at(2)
                .event(EventKind.PUT, 0, QUEUE, 1, 0)
                .event(EventKind.PUT, 0, QUEUE, 1, 1)
                .at(5)
                .event(EventKind.TAKE, 1, QUEUE, 2, 1)
                .timeline();

        var links = timeline.links();
        assertThat(IntStream.range(0, links.size())
                        .mapToObj(it -> tuple(
                                links.kind(it), links.from(it), links.fromTime(it), links.to(it), links.toTime(it))))
                .containsExactly(tuple(Links.Kind.START, 0, 1L, 1, 1L), tuple(Links.Kind.ITEM, 0, 2L, 1, 5L));
    }

    @Test
    void input_and_output_and_the_moving_of_bytes_have_states_of_their_own() throws IOException {
        var timeline = script().at(0)
                .starts(0, 100)
                .event(EventKind.IO, 0, -1, 1, 5)
                .at(5)
                .event(EventKind.IO_OVER, 0, -1, 1, 0)
                .event(EventKind.SERIALIZE, 0, -1, 2, 3)
                .at(7)
                .event(EventKind.SEND, 0, -1, 2, 1_024)
                .at(8)
                .computes(0, 3)
                .at(9)
                .ends(0)
                .timeline();

        assertThat(LaneText.of(timeline, UNIT, 0))
                .containsExactly("0-5 IO", "5-7 SERIALIZING#0", "7-8 SERIALIZING#1", "8-9 ACTIVE");
        assertThat(LaneText.lane(timeline, UNIT, 0).spans().value(2)).isEqualTo(1_024);
    }

    @Test
    void the_tasks_of_a_pool_are_told_on_the_lanes_of_its_workers() throws IOException {
        var timeline = new RunScript(directory)
                .units(0, 1, "main", "thread")
                .units(1, 2, "pool", "worker")
                .resource(3, "pool", "pool")
                .at(0)
                .starts(0, 100)
                .starts(1, 101)
                .event(EventKind.SUBMIT, 0, 3, 1, 0)
                .level(0, 3, 1)
                .at(2)
                .event(EventKind.TASK_START, 1, 3, 5, 0)
                .level(1, 3, 0)
                .at(6)
                .event(EventKind.TASK_END, 1, 3, 5, 0)
                .event(EventKind.SUBMIT, 0, 3, 1, 1)
                .event(EventKind.REJECTED, 0, 3, 1, 1)
                .at(8)
                .ends(0)
                .timeline();

        assertThat(LaneText.of(timeline, UNIT, 1)).containsExactly("0-2 ACTIVE", "2-6 ACTIVE#3", "6-8 ACTIVE");
        assertThat(LaneText.lane(timeline, UNIT, 1).spans().value(1)).isZero();
        assertThat(timeline.pools()).containsExactly(new PoolFigures(3, "pool", 2, 1, 1, 0));
        assertThat(timeline.findings()).contains(new Finding.TasksRejected(3, "pool", 1, 2));
        var spans = LaneText.lane(timeline, LEVEL, 3).spans();
        assertThat(List.of(Level.amount(spans.value(1)), Level.others(spans.value(1))))
                .containsExactly(0, 1);
    }

    @Test
    void a_worker_that_runs_a_task_within_another_goes_on_with_that() throws IOException {
        var timeline = new RunScript(directory)
                .units(1, 1, "pool", "worker")
                .resource(3, "pool", "pool")
                .at(0)
                .starts(1, 101)
                .event(EventKind.TASK_START, 1, 3, 5, 7)
                .at(2)
                .event(EventKind.TASK_START, 1, 3, 5, 8)
                .at(4)
                .event(EventKind.TASK_END, 1, 3, 5, 8)
                .at(6)
                .event(EventKind.TASK_END, 1, 3, 5, 7)
                .at(7)
                .ends(1)
                .timeline();

        var spans = LaneText.lane(timeline, UNIT, 1).spans();
        assertThat(IntStream.range(0, spans.size()).mapToLong(spans::value)).containsExactly(7L, 8L, 7L, -1L);
        assertThat(timeline.pools().getFirst().done()).isEqualTo(2);
        assertThat(Level.others(LaneText.lane(timeline, LEVEL, 3).spans().value(0)))
                .isEqualTo(1);
    }

    @Test
    void the_values_of_texts_are_shown_as_texts() throws IOException {
        var timeline = new RunScript(directory)
                .define(new Definition.Resource(4, "word", "variable", Value.Type.TEXT))
                .define(new Definition.Text(7, "seven"))
                .tells(EventKind.BLIND_WRITE, 4, 7)
                .timeline();

        assertThat(timeline.display(4, 7)).isEqualTo("seven");
    }
}
