package io.interleave.analysis;

import static io.interleave.analysis.Lane.Kind.CORE;
import static io.interleave.analysis.Lane.Kind.LOCK;
import static io.interleave.analysis.Lane.Kind.UNIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.interleave.testkit.LaneText;
import io.interleave.testkit.RunScript;
import io.interleave.trace.CoreSource;
import io.interleave.trace.Definition;
import io.interleave.trace.EventKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineTest {

    @TempDir
    private Path directory;

    private RunScript exact() throws IOException {
        return new RunScript(directory).cores(CoreSource.EXACT, 0, 1).unit(0).unit(1);
    }

    @Test
    void computing_off_core_is_ready_and_not_running() throws IOException {
        var timeline = exact().at(10)
                .in(0, 100)
                .at(11)
                .starts(0, 100)
                .at(20)
                .preempted(0, 100)
                .at(35)
                .in(1, 100)
                .at(40)
                .sleeps(0, 1)
                .at(41)
                .out(1, 100)
                .at(60)
                .in(1, 100)
                .at(61)
                .wakes(0, 1)
                .at(70)
                .ends(0)
                .at(71)
                .tells(EventKind.CORE_EXIT, 1, 100)
                .timeline();

        assertThat(LaneText.of(timeline, UNIT, 0))
                .containsExactly(
                        "11-20 RUNNING@0", "20-35 READY", "35-40 RUNNING@1", "40-61 SLEEPING", "61-70 RUNNING@1");
        assertThat(LaneText.of(timeline, CORE, 0)).containsExactly("10-20 RUNNING#0");
        assertThat(LaneText.of(timeline, CORE, 1)).containsExactly("35-41 RUNNING#0", "60-71 RUNNING#0");
        var times = timeline.unitTimes().getFirst();
        assertThat(times.states()).isEqualTo(Map.of(State.RUNNING, 23L, State.READY, 15L, State.SLEEPING, 21L));
        assertThat(times.cores()).isEqualTo(Map.of(0, 10L, 1, 17L));
        assertThat(List.of(times.switches(), times.preemptions(), times.migrations()))
                .containsExactly(3L, 1L, 1L);
    }

    /// As they are left in the trace of a run that was killed, if its disk has suffered.
    @Test
    void events_that_cannot_have_happened_are_left_out_and_told() throws IOException {
        var timeline = exact().at(10)
                .starts(0, 100)
                .event(EventKind.SLEEP, Integer.MIN_VALUE, 0, 1, 0)
                .tells(EventKind.CORE_IN, -7, 100)
                .tells(EventKind.CORE_IN, 1 << 30, 100)
                .event(EventKind.UNIT_END, -1, -1, -1, EventKind.UnitEnd.STOPPED.ordinal())
                .event(EventKind.LOCK_WAIT, 1, 0, 1, Integer.MIN_VALUE)
                .at(70)
                .ends(0)
                .at(Long.MAX_VALUE)
                .ends(1)
                .timeline();

        assertThat(timeline.now()).isEqualTo(70);
        assertThat(timeline.damages()).hasSize(1);
        assertThat(LaneText.of(timeline, UNIT, 0)).isNotEmpty();
    }

    @Test
    void the_time_of_a_thread_before_its_unit_spoke_is_counted() throws IOException {
        var timeline = exact().at(10)
                .in(0, 100)
                .at(15)
                .preempted(0, 100)
                .at(20)
                .in(1, 100)
                .at(22)
                .starts(0, 100)
                .at(30)
                .ends(0)
                .out(1, 100)
                .timeline();

        assertThat(timeline.unitTimes().getFirst().cores()).isEqualTo(Map.of(0, 5L, 1, 10L));
    }

    @Test
    void a_thread_that_comes_ends_the_stay_of_one_whose_leaving_was_not_told() throws IOException {
        var timeline = exact().at(0)
                .in(0, 100)
                .starts(0, 100)
                .at(10)
                .in(0, 101)
                .starts(1, 101)
                .at(20)
                .in(1, 101)
                .at(30)
                .ends(0)
                .ends(1)
                .timeline();

        assertThat(LaneText.of(timeline, CORE, 0)).containsExactly("0-10 RUNNING#0", "10-20 RUNNING#1");
        assertThat(LaneText.of(timeline, CORE, 1)).containsExactly("20-30 RUNNING#1");
        assertThat(LaneText.of(timeline, UNIT, 0)).containsExactly("0-10 RUNNING@0", "10-30 READY");
        assertThat(LaneText.of(timeline, UNIT, 1)).containsExactly("10-20 RUNNING@0", "20-30 RUNNING@1");
    }

    @Test
    void the_id_of_a_thread_that_ended_is_another_thread_when_it_comes_again() throws IOException {
        var timeline = exact().at(0)
                .in(0, 100)
                .starts(0, 100)
                .at(10)
                .ends(0)
                .at(11)
                .tells(EventKind.CORE_EXIT, 0, 100)
                .at(20)
                .in(0, 100)
                .at(30)
                .out(0, 100)
                .timeline();

        assertThat(LaneText.of(timeline, CORE, 0)).containsExactly("0-11 RUNNING#0", "20-30 RUNNING");
        assertThat(timeline.unitTimes().getFirst().cores()).isEqualTo(Map.of(0, 11L));
    }

    @Test
    void where_records_were_lost_nothing_is_known_and_that_is_no_idle_time() throws IOException {
        var timeline = exact().at(0)
                .in(0, 100)
                .starts(0, 100)
                .at(10)
                .out(0, 100)
                .at(20)
                .tells(EventKind.CORE_LOST, 0, 7)
                .at(30)
                .in(0, 100)
                .at(50)
                .tells(EventKind.CORE_LOST, 0, 3)
                .at(60)
                .in(1, 100)
                .at(70)
                .ends(0)
                .timeline();

        assertThat(LaneText.of(timeline, CORE, 0)).containsExactly("0-10 RUNNING#0", "10-20 UNKNOWN", "30-50 UNKNOWN");
        assertThat(LaneText.lane(timeline, CORE, 0).spans().value(1)).isEqualTo(7);
        assertThat(LaneText.of(timeline, UNIT, 0))
                .containsExactly(
                        "0-10 RUNNING@0",
                        "10-20 READY",
                        "20-30 ACTIVE",
                        "30-50 RUNNING@0",
                        "50-60 ACTIVE",
                        "60-70 RUNNING@1");
        assertThat(timeline.switchesLost()).isEqualTo(10);
        assertThat(timeline.unitTimes().getFirst().cores()).isEqualTo(Map.of(0, 10L, 1, 10L));
    }

    @Test
    void records_lost_before_the_first_one_of_a_core_are_shown_from_the_beginning() throws IOException {
        var timeline = new RunScript(directory)
                .define(new Definition.Run("", Map.of(), 5, 0, 1))
                .cores(CoreSource.EXACT, 0)
                .at(20)
                .tells(EventKind.CORE_LOST, 0, 4)
                .timeline();

        assertThat(LaneText.of(timeline, CORE, 0)).containsExactly("5-20 UNKNOWN");
    }

    @Test
    void estimated_units_are_active_and_their_cores_empty() throws IOException {
        var timeline = new RunScript(directory)
                .cores(CoreSource.ESTIMATED, 0, 1)
                .unit(0)
                .onCore(1)
                .at(0)
                .starts(0, 100)
                .at(10)
                .computes(0, 1)
                .onCore(0)
                .at(20)
                .computes(0, 1)
                .at(30)
                .ends(0)
                .timeline();

        assertThat(LaneText.of(timeline, UNIT, 0)).containsExactly("0-10 ACTIVE", "10-20 ACTIVE@1", "20-30 ACTIVE@0");
        assertThat(LaneText.of(timeline, CORE, 0)).isEmpty();
        assertThat(LaneText.of(timeline, CORE, 1)).isEmpty();
    }

    @Test
    void sampled_units_are_what_the_last_sample_said_and_before_the_first_active() throws IOException {
        var timeline = new RunScript(directory)
                .cores(CoreSource.SAMPLED, 0, 1)
                .unit(0)
                .unit(1)
                .at(0)
                .starts(0, 100)
                .starts(1, 101)
                .at(10)
                .tells(EventKind.CORE_SAMPLE_ON, 0, 100)
                .tells(EventKind.CORE_SAMPLE_OFF, -1, 101)
                .at(20)
                .tells(EventKind.CORE_SAMPLE_ON, 0, 100)
                .tells(EventKind.CORE_SAMPLE_OFF, -1, 101)
                .at(30)
                .tells(EventKind.CORE_SAMPLE_OFF, 0, 100)
                .tells(EventKind.CORE_SAMPLE_ON, 0, 101)
                .at(40)
                .ends(0)
                .ends(1)
                .timeline();

        assertThat(LaneText.of(timeline, UNIT, 0)).containsExactly("0-10 ACTIVE", "10-30 RUNNING@0", "30-40 READY");
        assertThat(LaneText.of(timeline, UNIT, 1)).containsExactly("0-10 ACTIVE", "10-30 READY", "30-40 RUNNING@0");
        assertThat(LaneText.of(timeline, CORE, 0)).containsExactly("10-30 RUNNING#0", "30-40 RUNNING#1");
        assertThat(timeline.unitTimes().get(1).switches()).isZero();
        assertThat(timeline.unitTimes().get(0).switches()).isEqualTo(1);
    }

    @Test
    void a_lock_is_held_by_one_at_a_time_and_off_while_it_is_switched_off() throws IOException {
        var timeline = exact().lock(5, "mutex")
                .at(0)
                .tells(EventKind.LOCK_ENABLED, 5, 1)
                .starts(0, 100)
                .starts(1, 101)
                .at(10)
                .acquires(0, 5, 1)
                .at(12)
                .waits(1, 5, 0, 1)
                .at(20)
                .releases(0, 5, 2)
                .at(22)
                .acquires(1, 5, 1)
                .at(25)
                .tells(EventKind.LOCK_ENABLED, 5, 0)
                .at(30)
                .releases(1, 5, 2)
                .at(40)
                .tells(EventKind.LOCK_ENABLED, 5, 1)
                .at(50)
                .acquires(0, 5, 1)
                .at(60)
                .ends(1)
                .timeline();

        assertThat(LaneText.of(timeline, LOCK, 5))
                .containsExactly("10-20 HELD#0", "22-30 HELD#1", "30-40 OFF", "50-60 HELD#0");
        assertThat(LockUse.waiters(LaneText.lane(timeline, LOCK, 5).spans().value(0)))
                .isEqualTo(1);
        assertThat(LaneText.of(timeline, UNIT, 1))
                .containsExactly("0-12 ACTIVE", "12-22 LOCK_WAIT#5", "22-30 ACTIVE", "30-60 ACTIVE");
    }

    @Test
    void units_are_in_order_of_their_ids_whatever_the_order_of_their_definitions() throws IOException {
        var script = new RunScript(directory);
        for (int id : new int[] {7, 3, 1_000_000, 0, 4}) {
            script.unit(id);
        }
        for (int id : new int[] {4, 1_000_000, 0, 3, 7}) {
            script.starts(id, 100 + id);
        }
        assertThat(script.timeline().unitTimes())
                .extracting(UnitTimes::unit, UnitTimes::tid)
                .containsExactly(
                        tuple(0, 100), tuple(3, 103), tuple(4, 104), tuple(7, 107), tuple(1_000_000, 1_000_100));
    }

    @Test
    void a_run_that_was_killed_shows_what_was_known() throws IOException {
        var timeline = exact().lock(5, "mutex")
                .at(0)
                .in(0, 100)
                .starts(0, 100)
                .acquires(0, 5, 1)
                .at(50)
                .computes(0, 1)
                .timeline();

        assertThat(timeline.end()).isEmpty();
        assertThat(LaneText.of(timeline, UNIT, 0)).containsExactly("0-50 RUNNING@0");
        assertThat(LaneText.of(timeline, CORE, 0)).containsExactly("0-50 RUNNING#0");
        assertThat(LaneText.of(timeline, LOCK, 5)).containsExactly("0-50 HELD#0");
        assertThat(timeline.unitTimes().getFirst().cores()).isEqualTo(Map.of(0, 50L));
    }

    @Test
    void what_was_never_defined_has_a_name_made_of_its_number() throws IOException {
        var timeline = new RunScript(directory)
                .at(1_000)
                .computes(3, 1)
                .at(1_010)
                .acquires(3, 8, 1)
                .reads(3, 9, 5)
                .at(1_020)
                .ends(3)
                .timeline();

        assertThat(timeline.lanes()).extracting(Lane::name).containsExactly("unit 3", "lock 8", "variable 9");
        assertThat(LaneText.of(timeline, UNIT, 3)).containsExactly("1000-1010 ACTIVE", "1010-1020 ACTIVE");
        assertThat(timeline.start()).isEqualTo(1_000);
    }

    @Test
    void times_before_the_origin_of_the_clock_are_times() throws IOException {
        var timeline = exact().at(-50).starts(0, 100).at(-20).ends(0).timeline();

        assertThat(LaneText.of(timeline, UNIT, 0)).containsExactly("-50--20 ACTIVE");
        assertThat(timeline.start()).isEqualTo(-50);
        assertThat(timeline.now()).isEqualTo(-20);
    }

    @Test
    void nothing_is_nothing() throws IOException {
        var timeline = new RunScript(directory).timeline();

        assertThat(timeline.lanes()).isEmpty();
        assertThat(timeline.start()).isEqualTo(timeline.now()).isZero();
        assertThat(timeline.findings()).isEmpty();
        assertThat(timeline.outcome().results()).isEmpty();
    }
}
