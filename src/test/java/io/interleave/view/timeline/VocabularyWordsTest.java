package io.interleave.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.State;
import io.interleave.analysis.Timeline;
import io.interleave.testkit.RunScript;
import io.interleave.trace.CoreSource;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.WaitEnd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said, and drawn, of everything that a scenario can have, from a trace on.
class VocabularyWordsTest {

    private static final int QUEUE = 9;
    private static final int LOOP = 8;

    @TempDir
    private Path directory;

    private RunScript two() throws IOException {
        return new RunScript(directory)
                .cores(CoreSource.EXACT, 0, 1)
                .units(0, 2, "worker", "thread")
                .resource(QUEUE, "jobs", "queue")
                .step(1, 11)
                .at(0)
                .in(0, 100)
                .starts(0, 100)
                .in(1, 101)
                .starts(1, 101);
    }

    @Test
    void a_wait_says_for_what_and_who_ended_it() throws IOException {
        var timeline = two().at(10)
                .awaits(0, QUEUE, 1)
                .at(90)
                .waitIsOver(0, QUEUE, WaitEnd.MET, 1)
                .at(100)
                .ends(0)
                .timeline();

        assertThat(words(timeline, "worker 1", 0.5))
                .startsWith("worker 1: waiting for 80 ns")
                .contains("for queue jobs", "ended by worker 2", "line 11");
    }

    @Test
    void a_wait_that_was_given_up_says_why() throws IOException {
        var timeline = two().at(10)
                .awaits(0, QUEUE, 1)
                .at(90)
                .waitIsOver(0, QUEUE, WaitEnd.TIMED_OUT, -1)
                .at(100)
                .ends(0)
                .timeline();

        assertThat(words(timeline, "worker 1", 0.5)).contains("its time was up");
    }

    @Test
    void a_queue_says_how_much_is_in_it_and_who_changed_that() throws IOException {
        var timeline = two().at(10)
                .level(0, QUEUE, 3)
                .at(20)
                .awaits(1, QUEUE, 1)
                .at(100)
                .ends(0)
                .timeline();

        assertThat(words(timeline, "jobs", 0.5))
                .startsWith("jobs: 3 items for 80 ns")
                .contains("waiting: 1");
        assertThat(words(timeline, "jobs", 0.15)).startsWith("jobs: 3 items").contains("by worker 1");
    }

    @Test
    void bytes_on_their_way_are_counted() throws IOException {
        var timeline = two().at(10)
                .event(EventKind.SEND, 0, -1, 1, 2_048)
                .at(100)
                .ends(0)
                .timeline();

        assertThat(words(timeline, "worker 1", 0.5))
                .startsWith("worker 1: serializing")
                .contains("sends 2.00 KiB");
    }

    @Test
    void a_lock_that_several_hold_says_how_many() throws IOException {
        var timeline = two().lock(5, "shared")
                .at(10)
                .event(EventKind.LOCK_SHARED, 0, 5, 1, 0)
                .event(EventKind.LOCK_SHARED, 1, 5, 1, 0)
                .at(100)
                .ends(0)
                .timeline();

        assertThat(words(timeline, "shared", 0.5)).startsWith("shared: 2 read for 90 ns");
    }

    @Test
    void a_carrier_says_whom_it_runs_and_a_core_which_loop() throws IOException {
        var timeline = new RunScript(directory)
                .cores(CoreSource.EXACT, 0)
                .resource(LOOP, "loop", "event_loop")
                .units(0, 1, "fetch", "coroutine")
                .at(0)
                .in(0, 500)
                .starts(0, -1)
                .resumes(0, -1, LOOP)
                .at(10)
                .mounts(0, 1, 500)
                .at(50)
                .unmounts(0)
                .at(100)
                .out(0, 500)
                .timeline();

        assertThat(words(timeline, "loop carrier", 0.3)).startsWith("loop carrier: runs fetch 1 for 40 ns");
        assertThat(words(timeline, "loop carrier", 0.8)).startsWith("loop carrier: runs nothing");
        assertThat(words(timeline, "core 0", 0.8)).startsWith("core 0: loop carrier for 50 ns");
        assertThat(words(timeline, "fetch 1", 0.8)).startsWith("fetch 1: suspended for 50 ns");
    }

    @Test
    void a_group_says_how_many_of_it_are_in_which_state() throws IOException {
        var timeline = hundred();

        assertThat(words(timeline, "worker", 0.5))
                .startsWith("worker: 100 of 100 units\n40 running or ready\n60 sleeping");
        var plan = Plans.whole(new TimelineSource(timeline));
        assertThat(lane(plan, "worker").note()).isEqualTo("100 units");
    }

    @Test
    void the_stack_of_a_group_has_each_state_as_high_as_its_share() throws IOException {
        var plan = Plans.whole(new TimelineSource(hundred()));
        var strip = lane(plan, "worker").strip();
        int piece = strip.at((int) plan.look().scale().x(50));

        assertThat(strip.lastSlice(piece) - strip.firstSlice(piece)).isEqualTo(2);
        assertThat(strip.sliceInk(strip.firstSlice(piece))).isEqualTo(Ink.of(State.ACTIVE));
        assertThat((double) strip.sliceShare(strip.firstSlice(piece)) / Strip.WHOLE)
                .isBetween(0.39, 0.41);
        assertThat(plan.inventory().units()).isEqualTo(100);
    }

    @Test
    void the_legend_has_the_states_of_units_that_have_no_lane() throws IOException {
        var plan = Plans.whole(new TimelineSource(hundred()));

        assertThat(plan.legend())
                .extracting(LegendPlanner.Entry::text)
                .contains("sleeping")
                .doesNotContain("suspended", "I/O");
    }

    @Test
    void a_unit_that_spins_says_which_core_it_keeps() throws IOException {
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
                .waits(1, 0, 0, 1)
                .at(100)
                .ends(1)
                .timeline();

        assertThat(words(timeline, "worker 2", 0.5))
                .startsWith("worker 2: waiting for a lock")
                .contains("spinning: keeps core 1");
    }

    /// A hundred workers, of which the last sixty sleep from the beginning on.
    private Timeline hundred() throws IOException {
        var script = new RunScript(directory)
                .cores(CoreSource.EXACT, 0)
                .units(0, 100, "worker", "thread")
                .at(0);
        for (int unit = 0; unit < 100; unit++) {
            script.starts(unit, 1_000 + unit);
            if (unit >= 40) {
                script.sleeps(unit, 1);
            }
        }
        return script.at(100).tells(EventKind.CORE_COMPLETE, -1, 0).timeline();
    }

    private static String words(Timeline timeline, String lane, double share) {
        var source = new TimelineSource(timeline);
        FramePlan plan = Plans.whole(source);
        FramePlan.LanePlan planned = lane(plan, lane);
        Area plot = plan.areas().plot();
        double y = planned.y() + planned.row().bodyHeight() * 0.7;
        double x = plan.look().scale().x(timeline.start() + Math.round(share * 100));
        return new HoverWords(source, plan).at(plot.x() + x, y).words();
    }

    private static FramePlan.LanePlan lane(FramePlan plan, String name) {
        return plan.lanes().stream()
                .filter(lane -> lane.lane().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
