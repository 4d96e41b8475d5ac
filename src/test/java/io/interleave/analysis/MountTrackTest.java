package io.interleave.analysis;

import static io.interleave.analysis.Lane.Kind.CARRIER;
import static io.interleave.analysis.Lane.Kind.CORE;
import static io.interleave.analysis.Lane.Kind.LEVEL;
import static io.interleave.analysis.Lane.Kind.UNIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.testkit.LaneText;
import io.interleave.testkit.RunScript;
import io.interleave.trace.CoreSource;
import io.interleave.trace.Definition;
import io.interleave.trace.EventKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Units that run on the threads of others: coroutines, generators, the threads of processes.
class MountTrackTest {

    private static final int LOOP = 7;
    private static final int CARRIER_TID = 500;

    @TempDir
    private Path directory;

    private RunScript loop() throws IOException {
        return new RunScript(directory)
                .cores(CoreSource.EXACT, 0, 1)
                .resource(LOOP, "loop", "event_loop")
                .units(0, 2, "fetch", "coroutine");
    }

    @Test
    void a_coroutine_runs_where_its_carrier_does() throws IOException {
        var timeline = loop().at(0)
                .in(1, CARRIER_TID)
                .starts(0, -1)
                .resumes(0, -1, LOOP)
                .at(2)
                .mounts(0, 1, CARRIER_TID)
                .at(5)
                .preempted(1, CARRIER_TID)
                .at(8)
                .in(0, CARRIER_TID)
                .at(10)
                .sleeps(0, 4)
                .at(11)
                .unmounts(0)
                .at(20)
                .resumes(0, -1, LOOP)
                .at(24)
                .mounts(0, 1, CARRIER_TID)
                .wakes(0, 4)
                .at(27)
                .ends(0)
                .at(28)
                .unmounts(0)
                .at(30)
                .out(0, CARRIER_TID)
                .timeline();

        assertThat(LaneText.of(timeline, UNIT, 0))
                .containsExactly(
                        "0-2 READY",
                        "2-5 RUNNING@1",
                        "5-8 READY",
                        "8-10 RUNNING@0",
                        "10-11 RUNNING@0",
                        "11-20 SUSPENDED",
                        "20-24 READY",
                        "24-27 RUNNING@0");
        assertThat(LaneText.of(timeline, CORE, 1)).containsExactly("0-2 RUNNING", "2-5 RUNNING#0");
        assertThat(LaneText.of(timeline, CORE, 0))
                .containsExactly("8-11 RUNNING#0", "11-24 RUNNING", "24-28 RUNNING#0", "28-30 RUNNING");
        assertThat(LaneText.of(timeline, CARRIER, CARRIER_TID)).containsExactly("2-11 HELD#0", "24-28 HELD#0");
        assertThat(LaneText.lane(timeline, CARRIER, CARRIER_TID).name()).isEqualTo("loop carrier");
        assertThat(timeline.threadName(CARRIER_TID)).isEqualTo("loop carrier");
    }

    @Test
    void a_suspended_coroutine_says_what_it_waits_for_and_who_let_it_go_on() throws IOException {
        var timeline = loop().resource(9, "jobs", "queue")
                .at(0)
                .starts(0, -1)
                .mounts(0, 1, CARRIER_TID)
                .at(3)
                .awaits(0, 9, 2)
                .unmounts(0)
                .at(10)
                .resumes(0, 1, LOOP)
                .at(12)
                .mounts(0, 1, CARRIER_TID)
                .waitIsOver(0, 9, EventKind.WaitEnd.MET, 1)
                .at(15)
                .ends(0)
                .timeline();

        assertThat(LaneText.of(timeline, UNIT, 0))
                .containsExactly("0-3 ACTIVE", "3-10 SUSPENDED#9", "10-12 READY", "12-15 ACTIVE");
        var spans = LaneText.lane(timeline, UNIT, 0).spans();
        assertThat(Waits.cause(spans.value(1))).isEqualTo(1);
    }

    @Test
    void the_loop_counts_those_that_wait_for_a_carrier() throws IOException {
        var timeline = loop().at(0)
                .starts(0, -1)
                .resumes(0, -1, LOOP)
                .at(1)
                .starts(1, -1)
                .resumes(1, -1, LOOP)
                .at(3)
                .mounts(0, 1, CARRIER_TID)
                .at(5)
                .unmounts(0)
                .mounts(1, 1, CARRIER_TID)
                .at(6)
                .ends(1)
                .timeline();

        var spans = LaneText.lane(timeline, LEVEL, LOOP).spans();
        assertThat(IntStream.range(0, spans.size()).map(it -> Level.amount(spans.value(it))))
                .containsExactly(1, 2, 1, 0);
    }

    @Test
    void a_coroutine_that_keeps_its_loop_to_itself_is_pointed_out() throws IOException {
        var timeline = loop().step(3, 12)
                .at(0)
                .starts(0, -1)
                .resumes(0, -1, LOOP)
                .mounts(0, 1, CARRIER_TID)
                .starts(1, -1)
                .resumes(1, -1, LOOP)
                .computes(0, 3)
                .at(300_000_000)
                .unmounts(0)
                .mounts(1, 1, CARRIER_TID)
                .at(400_000_000)
                .unmounts(1)
                .timeline();

        assertThat(timeline.findings()).containsExactly(new Finding.LoopBlocked("fetch 1", 12, 300_000_000, 1, 1));
    }

    @Test
    void a_loop_that_is_blocked_names_the_step_that_took_the_time() throws IOException {
        var timeline = loop().step(3, 12)
                .step(4, 13)
                .at(0)
                .starts(0, -1)
                .resumes(0, -1, LOOP)
                .mounts(0, 1, CARRIER_TID)
                .starts(1, -1)
                .resumes(1, -1, LOOP)
                .computes(0, 3)
                .at(80_000_000)
                .computes(0, 4)
                .at(200_000_000)
                .computes(0, 3)
                .at(290_000_000)
                .computes(0, 4)
                .at(300_000_000)
                .unmounts(0)
                .mounts(1, 1, CARRIER_TID)
                .timeline();

        assertThat(timeline.findings()).containsExactly(new Finding.LoopBlocked("fetch 1", 12, 300_000_000, 1, 1));
    }

    @Test
    void where_nobody_tells_of_carriers_a_coroutine_is_shown_by_what_it_says() throws IOException {
        var timeline = loop().at(0)
                .starts(0, -1)
                .at(2)
                .computes(0, 1)
                .at(6)
                .sleeps(0, 2)
                .at(9)
                .ends(0)
                .timeline();

        assertThat(LaneText.of(timeline, UNIT, 0)).contains("2-6 ACTIVE", "6-9 SLEEPING");
    }

    @Test
    void a_generator_runs_in_the_place_of_who_resumed_it() throws IOException {
        var timeline = new RunScript(directory)
                .cores(CoreSource.EXACT, 0)
                .units(0, 1, "main", "thread")
                .units(1, 1, "gen", "generator")
                .at(0)
                .in(0, 100)
                .starts(0, 100)
                .starts(1, -1)
                .at(3)
                .mounts(1, 0, 100)
                .at(5)
                .computes(1, 8)
                .at(9)
                .unmounts(1)
                .at(12)
                .ends(0)
                .timeline();

        assertThat(LaneText.of(timeline, UNIT, 0)).containsExactly("0-3 RUNNING@0", "3-9 WAIT", "9-12 RUNNING@0");
        assertThat(Waits.unit(LaneText.lane(timeline, UNIT, 0).spans().value(1)))
                .isEqualTo(1);
        assertThat(LaneText.of(timeline, UNIT, 1))
                .containsExactly("0-3 SUSPENDED", "3-5 RUNNING@0", "5-9 RUNNING@0", "9-12 SUSPENDED");
        assertThat(LaneText.of(timeline, CORE, 0)).containsExactly("0-3 RUNNING#0", "3-9 RUNNING#1", "9-12 RUNNING#0");
    }

    @Test
    void a_generator_that_the_run_itself_ends_stands_in_for_no_unit() throws IOException {
        var timeline = new RunScript(directory)
                .units(0, 1, "main", "thread")
                .units(1, 1, "gen", "generator")
                .at(0)
                .starts(0, 100)
                .starts(1, -1)
                .mounts(1, 0, 100)
                .at(3)
                .unmounts(1)
                .at(5)
                .ends(0)
                .at(7)
                .mounts(1, -1, -1)
                .unmounts(1)
                .ends(1)
                .timeline();

        assertThat(timeline.unitTimes()).extracting(UnitTimes::name).containsExactly("main 1", "gen 1");
        assertThat(LaneText.of(timeline, UNIT, 1)).endsWith("3-7 SUSPENDED");
    }

    @Test
    void a_child_process_runs_while_any_of_its_threads_does() throws IOException {
        var timeline = new RunScript(directory)
                .cores(CoreSource.EXACT, 0, 1)
                .units(0, 1, "nap", "process")
                .define(new Definition.Forked(901, 900, 800, 0))
                .define(new Definition.Program(901, 900, "helper", 0))
                .define(new Definition.Forked(950, 950, 900, 0))
                .define(new Definition.Program(950, 950, "grandchild", 0))
                .at(0)
                .starts(0, 900)
                .at(2)
                .in(0, 900)
                .at(4)
                .in(1, 901)
                .at(6)
                .out(0, 900)
                .at(9)
                .preempted(1, 901)
                .at(11)
                .in(0, 950)
                .at(14)
                .exits(0, 950)
                .at(16)
                .in(0, 900)
                .at(18)
                .ends(0)
                .timeline();

        assertThat(LaneText.of(timeline, UNIT, 0))
                .containsExactly(
                        "0-2 ACTIVE",
                        "2-6 RUNNING@0",
                        "6-9 RUNNING@1",
                        "9-11 READY",
                        "11-14 RUNNING@0",
                        "14-16 READY",
                        "16-18 RUNNING@0");
        var children = timeline.lanes().stream()
                .filter(it -> it.kind() == Lane.Kind.CHILD)
                .toList();
        assertThat(children).extracting(Lane::name).containsExactly("helper", "grandchild");
        assertThat(children).extracting(Lane::group).containsOnly("nap 1");
        assertThat(LaneText.of(timeline, Lane.Kind.CHILD, children.getFirst().subject()))
                .containsExactly("4-9 RUNNING@1", "9-18 READY");
        assertThat(LaneText.of(timeline, Lane.Kind.CHILD, children.getLast().subject()))
                .containsExactly("11-14 RUNNING@0");
        assertThat(timeline.unitName(children.getLast().subject())).isEqualTo("grandchild");
    }
}
