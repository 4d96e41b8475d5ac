package io.interleave.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.testkit.RunScript;
import io.interleave.trace.Definition;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.WaitEnd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Units that wait with nobody left to wake them.
class StallTest {

    private static final long SECOND = 1_000_000_000;
    private static final int BARRIER = 5;
    private static final int CONDITION = 6;
    private static final int STEP = 2;

    @TempDir
    private Path directory;

    private RunScript two() throws IOException {
        return new RunScript(directory)
                .units(0, 2, "worker", "thread")
                .resource(BARRIER, "meet", "barrier")
                .resource(CONDITION, "ready", "condition")
                .step(STEP, 17)
                .at(0)
                .starts(0, 100)
                .starts(1, 101);
    }

    @Test
    void a_barrier_to_which_nobody_else_comes_is_a_stall() throws IOException {
        var timeline = two().at(10)
                .ends(1)
                .level(0, BARRIER, 1)
                .awaits(0, BARRIER, STEP)
                .at(SECOND)
                .waitIsOver(0, BARRIER, WaitEnd.ABANDONED, -1)
                .stops(0)
                .end(Definition.How.LIMIT)
                .timeline();

        assertThat(timeline.findings())
                .containsExactly(
                        new Finding.Stall(10, 1, List.of(new Finding.Wait("worker 1", 17, "meet", "barrier", 1))));
    }

    @Test
    void while_one_unit_works_there_is_no_stall() throws IOException {
        var timeline = two().at(10)
                .awaits(0, BARRIER, STEP)
                .computes(1, STEP)
                .at(SECOND)
                .waitIsOver(0, BARRIER, WaitEnd.ABANDONED, -1)
                .stops(0)
                .stops(1)
                .timeline();

        assertThat(timeline.findings()).isEmpty();
    }

    @Test
    void a_unit_that_is_just_being_woken_makes_no_stall() throws IOException {
        var timeline = two().at(10)
                .awaits(0, CONDITION, STEP)
                .at(20)
                .event(EventKind.SIGNAL, 1, CONDITION, STEP, 1)
                .awaits(1, BARRIER, STEP)
                .at(SECOND)
                .waitIsOver(0, CONDITION, WaitEnd.MET, 1)
                .computes(0, STEP)
                .timeline();

        assertThat(timeline.findings()).isEmpty();
    }

    @Test
    void a_wait_with_a_time_limit_is_no_stall() throws IOException {
        var text = """
                interleave: 1
                title: Patience
                resources:
                  meet: { barrier: 2 }
                units:
                  worker:
                    thread: 2
                    steps:
                      - await: meet
                        timeout: 2s
                """;
        var timeline = new RunScript(directory)
                .scenario(text, Map.of())
                .units(0, 1, "worker", "thread")
                .resource(BARRIER, "meet", "barrier")
                .step(STEP, 9)
                .at(0)
                .starts(0, 100)
                .awaits(0, BARRIER, STEP)
                .at(SECOND)
                .waitIsOver(0, BARRIER, WaitEnd.ABANDONED, -1)
                .stops(0)
                .timeline();

        assertThat(timeline.findings()).isEmpty();
    }

    @Test
    void a_signal_that_nobody_heard_is_named_where_a_unit_waits_for_one_ever_since() throws IOException {
        var timeline = two().step(3, 8)
                .at(10)
                .event(EventKind.SIGNAL, 1, CONDITION, 3, 1)
                .at(11)
                .ends(1)
                .at(20)
                .awaits(0, CONDITION, STEP)
                .at(SECOND)
                .waitIsOver(0, CONDITION, WaitEnd.ABANDONED, -1)
                .stops(0)
                .timeline();

        assertThat(timeline.findings())
                .contains(new Finding.SignalLost(CONDITION, "ready", "worker 2", 8, 10, "worker 1", 17));
    }

    @Test
    void two_units_that_wait_for_the_end_of_each_other_are_deadlocked() throws IOException {
        var timeline = two().at(10)
                .joins(0, 1, STEP)
                .joins(1, 0, STEP)
                .at(SECOND)
                .tells(EventKind.KNOB, 0, 1)
                .timeline();

        assertThat(timeline.findings())
                .containsExactly(new Finding.Deadlock(
                        10,
                        List.of(
                                new Finding.Deadlock.Link("worker 2", "", 17, "worker 1", 0),
                                new Finding.Deadlock.Link("worker 1", "", 17, "worker 2", 0))));
    }

    @Test
    void a_writer_that_waits_for_a_reader_that_waits_for_it_is_deadlocked() throws IOException {
        var timeline = two().lock(7, "shared")
                .lock(8, "other")
                .at(1)
                .event(EventKind.LOCK_SHARED, 0, 7, STEP, 0)
                .acquires(1, 8, STEP)
                .at(2)
                .waits(0, 8, 1, STEP)
                .at(3)
                .waits(1, 7, 0, STEP)
                .at(4)
                .tells(EventKind.KNOB, 0, 1)
                .timeline();

        assertThat(timeline.findings()).anyMatch(Finding.Deadlock.class::isInstance);
    }

    @Test
    void a_circle_that_a_time_limit_breaks_is_forgotten() throws IOException {
        var timeline = two().lock(7, "left")
                .lock(8, "right")
                .at(1)
                .acquires(0, 7, STEP)
                .acquires(1, 8, STEP)
                .at(2)
                .waits(0, 8, 1, STEP)
                .waits(1, 7, 0, STEP)
                .at(5)
                .event(EventKind.LOCK_ABANDONED, 0, 8, STEP, 0)
                .releases(0, 7, STEP)
                .acquires(1, 7, STEP)
                .computes(1, STEP)
                .at(6)
                .ends(1)
                .timeline();

        assertThat(timeline.findings()).noneMatch(Finding.Deadlock.class::isInstance);
    }

    @Test
    void a_unit_that_others_overtake_again_and_again_starves() throws IOException {
        var script = two().lock(7, "mutex").at(1).acquires(1, 7, STEP).at(2).waits(0, 7, 1, STEP);
        for (int time = 3; time < 203; time++) {
            script.at(time).releases(1, 7, STEP).acquires(1, 7, STEP);
        }
        var timeline = script.at(210)
                .releases(1, 7, STEP)
                .acquires(0, 7, STEP)
                .at(220)
                .ends(0)
                .timeline();

        assertThat(timeline.findings()).contains(new Finding.Starved(7, "mutex", "worker 1", 17, 200, 208));
    }
}
