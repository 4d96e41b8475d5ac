package io.interleave.view.timeline;

import static io.interleave.view.timeline.FakeSource.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.Flow;
import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import io.interleave.analysis.SpansBuilder;
import io.interleave.analysis.State;
import io.interleave.trace.EventKind.WaitEnd;
import org.junit.jupiter.api.Test;

class HoverWordsTest {

    @Test
    void a_running_unit_names_its_core_its_step_and_the_line() {
        FakeSource source = SampleRun.counting(4, 2, 4, false, 300_000, 3);
        assertThat(words(source, "worker 1", 0.05))
                .startsWith("worker 1: running for")
                .contains("on core 0", "step: compute: 1us, line 20");
    }

    @Test
    void a_waiting_unit_names_the_lock_its_holder_and_the_deadlock() {
        assertThat(words(SampleRun.deadlock(), "right", 0.6))
                .startsWith("right: waiting for a lock for 4.56 ms")
                .contains("for left lock, held by carry from left to right", "part of a deadlock", "line 17");
    }

    @Test
    void a_deadlock_that_the_end_of_the_run_ended_is_not_said_to_last() {
        FakeSource source = SampleRun.deadlock();
        assertThat(words(source, "right", 0.6)).contains("it waits for ever");
        Spans spans = source.lanes.stream()
                .filter(it -> it.name().equals("right"))
                .findFirst()
                .orElseThrow()
                .spans();
        int last = spans.firstEndingAfter(source.start() + (source.now() - source.start()) * 6 / 10);
        SpansBuilder.ended(spans, last, WaitEnd.ABANDONED, Spans.NONE);
        assertThat(words(source, "right", 0.6))
                .contains("only the end of the run ended it")
                .doesNotContain("for ever", "given up");
    }

    @Test
    void a_wait_says_how_long_it_took_to_go_on_after_it_was_ended() {
        SpansBuilder waiter = new SpansBuilder().add(START, START + 1_000, State.WAIT);
        SpansBuilder.ended(waiter.spans(), 0, WaitEnd.MET, 1);
        FakeSource source = new FakeSource()
                .lane(Lane.Kind.UNIT, 0, "consumer", waiter)
                .lane(Lane.Kind.UNIT, 1, "producer", new SpansBuilder().add(START, START + 1_000, State.RUNNING));
        assertThat(words(source, "consumer", 0.5)).endsWith("ended by producer\nat 0");
        source.flows.add(new Flow(Flow.Kind.WAKE, Spans.NONE, 1, START + 400, 0, START + 1_000));
        assertThat(words(source, "consumer", 0.5))
                .contains("ended by producer, 600 ns before it had a core and went on");
    }

    @Test
    void a_core_names_who_has_it() {
        FakeSource source = SampleRun.deadlock();
        assertThat(words(source, "core 0", 0.02))
                .startsWith("core 0: carry from left to right for 200 µs")
                .contains("OS thread 4000");
        assertThat(words(source, "core 0", 0.11)).startsWith("core 0: another program for 400 µs");
        assertThat(words(source, "core 0", 0.55))
                .startsWith("core 0: not known for")
                .contains("records were lost");
        assertThat(words(source, "core 0", 0.3)).startsWith("core 0: nothing of this run");
    }

    @Test
    void a_lock_names_its_holder_and_who_came_to_wait() {
        FakeSource source = SampleRun.deadlock();
        assertThat(words(source, "left lock", 0.5))
                .startsWith("left lock: held by carry")
                .contains("1 came to wait meanwhile");
        assertThat(words(source, "spare lock", 0.5)).startsWith("spare lock: free");
        FakeSource off = SampleRun.counting(2, 2, 4, false, 1000, 1);
        assertThat(words(off, "mutex", 0.5)).startsWith("mutex: switched off for");
    }

    @Test
    void merged_spans_say_how_many_they_are_and_their_shares() {
        SpansBuilder lane = new SpansBuilder();
        for (int span = 0; span < 100_000; span++) {
            State state = span % 4 == 0 ? State.LOCK_WAIT : State.RUNNING;
            lane.add(
                    START + span * 10L,
                    START + span * 10L + 10,
                    state,
                    0,
                    state == State.LOCK_WAIT ? 8 : Spans.NONE,
                    1,
                    1);
        }
        FakeSource source = new FakeSource().lane(Lane.Kind.UNIT, 0, "a", lane);
        source.lane(Lane.Kind.LOCK, 8, "mutex", new SpansBuilder());
        assertThat(words(source, "a", 0.5))
                .matches("(?s)a: 1[12][0-9] spans in this pixel\nrunning 7[3-7] %\nwaiting for mutex 2[3-7] %");
    }

    @Test
    void a_value_says_who_wrote_it() {
        FakeSource source = SampleRun.counting(4, 2, 4, false, 300_000, 3);
        assertThat(words(source, "count", 0.4)).startsWith("count = 2 for").contains("written by worker");
    }

    @Test
    void what_was_so_before_the_run_is_told_from_its_beginning() {
        FakeSource source = new FakeSource();
        source.lane(
                Lane.Kind.VARIABLE,
                7,
                "count",
                new SpansBuilder().add(START - 3_000_000, START + 1_000_000, State.VALUE));
        assertThat(words(source, "count", 0.1)).contains("for 1.00 ms").doesNotContain("at -", "at −");
    }

    @Test
    void a_lost_update_is_told_as_a_story() {
        FakeSource source = new FakeSource();
        source.lane(Lane.Kind.UNIT, 0, "worker 1", new SpansBuilder().add(START, START + 1000, State.RUNNING));
        source.lane(Lane.Kind.UNIT, 1, "worker 2", new SpansBuilder().add(START, START + 1000, State.RUNNING));
        source.lane(Lane.Kind.VARIABLE, 7, "count", new SpansBuilder());
        SpansBuilder.conflict(source.lost, 7, 1, 0, START + 100, 41, START + 300, 42, START + 200, 41, START + 400, 42);
        SpansBuilder.conflict(
                source.lost, 7, 1, 0, START + 500, 50, START + 600, 51, Long.MIN_VALUE, 0, START + 700, 9);
        assertThat(ConflictWords.of(source, 0).words())
                .isEqualTo("Lost update 1 of 2\nworker 2 and worker 1 both read 41; worker 2 wrote 42, "
                        + "then worker 1 wrote 42 over it: that update of count is gone.");
        assertThat(ConflictWords.of(source, 1).words())
                .contains("worker 2 wrote 51; worker 1, which had not read it, then wrote 9");
    }

    @Test
    void pointing_at_a_mark_tells_its_lost_update() {
        FakeSource source = SampleRun.counting(4, 2, 200, false, 1_000, 1);
        FramePlan plan = Plans.around(source, 17);
        Marks.Dot dot = (Marks.Dot) plan.marks().stream()
                .filter(Marks.Dot.class::isInstance)
                .findFirst()
                .orElseThrow();
        Hover hover = new HoverWords(source, plan).at(dot.x(), dot.y());
        assertThat(hover.conflict()).isEqualTo(17);
        assertThat(hover.title()).startsWith("Lost update 18 of");
    }

    @Test
    void a_short_name_is_said_in_full() {
        FakeSource source = SampleRun.deadlock();
        FramePlan plan = Plans.whole(source);
        FramePlan.LanePlan lane = lane(plan, "carry from left to right");
        assertThat(lane.name()).endsWith("…");
        assertThat(new HoverWords(source, plan).at(20, lane.y() + 5).title()).isEqualTo("carry from left to right");
    }

    /// The words at a share of the plot's width, in the middle of a lane's lower half.
    private static String words(FakeSource source, String lane, double share) {
        FramePlan plan = Plans.whole(source);
        FramePlan.LanePlan planned = lane(plan, lane);
        Area plot = plan.areas().plot();
        double y = planned.y() + planned.row().bodyHeight() * 0.7;
        return new HoverWords(source, plan)
                .at(plot.x() + share * plot.width(), y)
                .words();
    }

    private static FramePlan.LanePlan lane(FramePlan plan, String name) {
        return plan.lanes().stream()
                .filter(lane -> lane.lane().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
