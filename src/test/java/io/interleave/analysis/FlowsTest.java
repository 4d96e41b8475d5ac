package io.interleave.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.testkit.LaneText;
import io.interleave.testkit.RunScript;
import io.interleave.testkit.Seed;
import io.interleave.trace.Definition;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.WaitEnd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What led to what, from unit to unit.
class FlowsTest {

    private static final int LOCK = 5;
    private static final int QUEUE = 9;
    private static final int POOL = 11;

    @TempDir
    private Path directory;

    private RunScript script() throws IOException {
        return new RunScript(directory).units(0, 3, "worker", "thread").lock(LOCK, "mutex");
    }

    private static Flow flow(Flow.Kind kind, int resource, int from, long fromTime, int to, long toTime) {
        return new Flow(kind, resource, from, fromTime, to, toTime);
    }

    @Test
    void whoever_gave_a_lock_up_woke_the_one_that_waited_at_the_time_of_giving_it_up() throws IOException {
        var timeline = script().at(0)
                .starts(0, 100)
                .starts(1, 101)
                .acquires(0, LOCK, 1)
                .at(4)
                .waits(1, LOCK, 0, 1)
                .at(9)
                .releases(0, LOCK, 2)
                .at(12)
                .acquires(1, LOCK, 3)
                .at(20)
                .ends(0)
                .timeline();
        var expected = flow(Flow.Kind.WAKE, LOCK, 0, 9, 1, 12);

        var flows = timeline.flows();
        int wait = span(timeline, 1, 5);
        assertThat(flows.in(1, wait).flows()).containsExactly(expected);
        assertThat(flows.out(0, span(timeline, 0, 3)).flows()).containsExactly(expected);
        assertThat(flows.out(1, wait).flows()).isEmpty();
        assertThat(flows.back(1, wait)).contains(new Flows.Hop(expected, 0, span(timeline, 0, 3)));
        assertThat(flows.forward(0, span(timeline, 0, 3))).contains(new Flows.Hop(expected, 1, span(timeline, 1, 15)));
    }

    @Test
    void a_generator_is_resumed_and_gives_back() throws IOException {
        var timeline = script().units(10, 1, "numbers", "generator")
                .at(0)
                .starts(0, 100)
                .at(1)
                .event(EventKind.UNIT_START, 10, 0, -1, -1)
                .at(5)
                .mounts(10, 0, 100)
                .at(8)
                .unmounts(10)
                .at(20)
                .mounts(10, 0, 100)
                .at(23)
                .unmounts(10)
                .at(30)
                .ends(0)
                .timeline();

        assertThat(timeline.flows().during(0, 100, 100).flows())
                .containsExactlyInAnyOrder(
                        flow(Flow.Kind.START, -1, 0, 1, 10, 1),
                        flow(Flow.Kind.RESUME, -1, 0, 5, 10, 5),
                        flow(Flow.Kind.RESUME, -1, 10, 8, 0, 8),
                        flow(Flow.Kind.RESUME, -1, 0, 20, 10, 20),
                        flow(Flow.Kind.RESUME, -1, 10, 23, 0, 23));
    }

    @Test
    void a_coroutine_is_woken_by_whoever_made_it_resumable_and_at_that_time() throws IOException {
        var timeline = script().resource(QUEUE, "jobs", "queue")
                .resource(12, "loop", "event_loop")
                .units(10, 2, "fetch", "coroutine")
                .at(0)
                .starts(0, 100)
                .starts(10, -1)
                .mounts(10, 1, 200)
                .at(3)
                .awaits(10, QUEUE, 1)
                .at(4)
                .unmounts(10)
                .at(10)
                .resumes(10, 0, 12)
                .at(15)
                .mounts(10, 1, 200)
                .at(16)
                .waitIsOver(10, QUEUE, WaitEnd.MET, -1)
                .at(20)
                .ends(10)
                .timeline();

        assertThat(timeline.flows().during(0, 100, 100).flows())
                .containsExactly(flow(Flow.Kind.WAKE, QUEUE, 0, 10, 10, 10));
        var spans = LaneText.lane(timeline, Lane.Kind.UNIT, 10).spans();
        assertThat(Waits.end(spans.value(spans.at(5)))).contains(WaitEnd.MET);
    }

    @Test
    void where_a_coroutine_says_who_ended_its_wait_it_was_that_one_and_not_who_passed_it_on() throws IOException {
        var timeline = script().resource(QUEUE, "go", "event")
                .resource(12, "loop", "event_loop")
                .units(10, 1, "fetch", "coroutine")
                .at(0)
                .starts(0, 100)
                .starts(1, 101)
                .starts(10, -1)
                .mounts(10, 1, 200)
                .at(3)
                .awaits(10, QUEUE, 1)
                .unmounts(10)
                .at(7)
                .level(1, QUEUE, 1)
                .at(10)
                .resumes(10, 0, 12)
                .at(12)
                .level(1, QUEUE, 0)
                .at(15)
                .mounts(10, 1, 200)
                .waitIsOver(10, QUEUE, WaitEnd.MET, 1)
                .at(20)
                .ends(10)
                .timeline();

        assertThat(timeline.flows().during(0, 100, 100).flows())
                .containsExactly(flow(Flow.Kind.WAKE, QUEUE, 1, 7, 10, 10));
        assertThat(timeline.flows().of(0, 0, 100, 10).flows()).isEmpty();
    }

    @Test
    void the_end_of_a_task_wakes_who_waits_for_its_result() throws IOException {
        var timeline = script().resource(POOL, "pool", "pool")
                .units(20, 1, "pool worker", "worker")
                .at(0)
                .starts(0, 100)
                .starts(20, 120)
                .awaits(20, POOL, -1)
                .at(2)
                .event(EventKind.SUBMIT, 0, POOL, 1, 0)
                .at(3)
                .waitIsOver(20, POOL, WaitEnd.MET, 0)
                .event(EventKind.TASK_START, 20, POOL, 1, 0)
                .at(4)
                .awaits(0, POOL, 2)
                .at(10)
                .event(EventKind.TASK_END, 20, POOL, 1, 0)
                .at(12)
                .waitIsOver(0, POOL, WaitEnd.MET, 20)
                .at(14)
                .ends(0)
                .timeline();

        assertThat(timeline.flows().during(0, 100, 100).flows())
                .containsExactlyInAnyOrder(
                        flow(Flow.Kind.TASK, POOL, 0, 2, 20, 3),
                        flow(Flow.Kind.WAKE, POOL, 0, 2, 20, 3),
                        flow(Flow.Kind.RESULT, POOL, 20, 10, 0, 12));
    }

    @Test
    void what_a_process_prints_wakes_its_reader_and_so_does_its_end() throws IOException {
        var timeline = script().units(30, 1, "child", "process")
                .at(0)
                .starts(0, 100)
                .event(EventKind.UNIT_START, 30, 0, -1, 300)
                .at(2)
                .joins(0, 30, 1)
                .at(7)
                .event(EventKind.OUTPUT, 30, 1, -1, 80)
                .at(9)
                .waitIsOver(0, -1, WaitEnd.MET, 30)
                .at(10)
                .joins(0, 30, 2)
                .at(20)
                .ends(30)
                .at(21)
                .waitIsOver(0, -1, WaitEnd.MET, 30)
                .at(22)
                .ends(0)
                .timeline();

        assertThat(timeline.flows().of(0, 5, 100, 10).flows())
                .containsExactly(flow(Flow.Kind.PIPE, -1, 30, 7, 0, 9), flow(Flow.Kind.WAKE, -1, 30, 20, 0, 21));
    }

    @Test
    void a_line_that_was_read_after_the_process_had_ended_was_printed_before() throws IOException {
        var timeline = script().units(30, 1, "child", "process")
                .define(new Definition.Step(1, "read", "read: { from: child, into: line }", 4))
                .at(0)
                .starts(0, 100)
                .event(EventKind.UNIT_START, 30, 0, -1, 300)
                .at(2)
                .joins(0, 30, 1)
                .at(7)
                .event(EventKind.OUTPUT, 30, 1, -1, 80)
                .at(8)
                .ends(30)
                .at(9)
                .waitIsOver(0, -1, WaitEnd.MET, 30)
                .at(12)
                .ends(0)
                .timeline();

        assertThat(timeline.flows().of(0, 5, 100, 10).flows()).containsExactly(flow(Flow.Kind.PIPE, -1, 30, 7, 0, 9));
    }

    @RepeatedTest(5)
    void whatever_is_asked_is_what_a_look_at_all_flows_gives() throws IOException {
        var random = Seed.random(FlowsTest.class);
        var script = script().resource(QUEUE, "jobs", "queue").at(0);
        for (int unit = 0; unit < 3; unit++) {
            script.starts(unit, 100 + unit);
        }
        long time = 0;
        var puts = new ArrayList<Integer>();
        for (int item = 0; item < 1_500; item++) {
            script.at(time += random.nextInt(3)).event(EventKind.PUT, random.nextInt(3), QUEUE, 1, item);
            puts.add(item);
            if (random.nextInt(3) > 0) {
                int taken = puts.remove(random.nextInt(puts.size()));
                int unit = random.nextInt(3);
                script.at(time += 1).awaits(unit, QUEUE, 1);
                script.at(time += random.nextInt(4)).waitIsOver(unit, QUEUE, WaitEnd.MET, random.nextInt(3));
                script.event(EventKind.TAKE, unit, QUEUE, 2, taken);
            }
        }
        var timeline = script.timeline();
        var flows = timeline.flows();
        var all =
                flows.during(Long.MIN_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE).flows();
        assertThat(all).hasSizeGreaterThan(1_000);

        for (int i = 0; i < 50; i++) {
            long from = random.nextLong(time);
            long to = from + random.nextLong(time / 4);
            var during = all.stream().filter(it -> within(it.fromTime(), from, to) || within(it.toTime(), from, to));
            var some = flows.during(from, to, 1_000_000);
            assertThat(some.flows()).containsExactlyInAnyOrderElementsOf(during.toList());
            assertThat(some.total()).isEqualTo(some.flows().size());
            assertThat(flows.during(from, to, 10).total()).isEqualTo(some.total());
            assertThat(flows.during(from, to, 10).flows()).hasSizeBetween(some.total() < 10 ? 0 : 5, 10);
            int unit = random.nextInt(3);
            assertThat(flows.of(unit, from, to, 1_000_000).flows())
                    .containsExactlyInAnyOrderElementsOf(ofUnit(all, unit, from, to));
        }
    }

    @RepeatedTest(10)
    void whatever_the_trace_says_flows_lead_forward_in_time_and_every_walk_and_question_ends() throws IOException {
        var timeline = Nonsense.timeline(directory, Seed.random(FlowsTest.class));
        var flows = timeline.flows();
        var all =
                flows.during(Long.MIN_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE).flows();

        assertThat(all).isNotEmpty().allMatch(it -> it.fromTime() <= it.toTime() && it.toTime() <= timeline.now());
        for (var times : timeline.unitTimes()) {
            int unit = times.unit();
            assertThat(flows.of(unit, Long.MIN_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE)
                            .flows())
                    .containsExactlyInAnyOrderElementsOf(ofUnit(all, unit, Long.MIN_VALUE, Long.MAX_VALUE));
            var spans = timeline.lane(Lane.Kind.UNIT, unit).orElseThrow().spans();
            for (int span = 0; span < spans.size(); span++) {
                flows.forward(unit, span)
                        .ifPresent(it -> assertThat(it.flow().from()).isEqualTo(unit));
                flows.back(unit, span)
                        .ifPresent(it -> assertThat(it.flow().to()).isEqualTo(unit));
                assertThat(timeline.why(unit, span).orElseThrow().links()).isNotEmpty();
            }
        }
    }

    @RepeatedTest(5)
    void whoever_asks_while_the_run_grows_knows_the_same_in_the_end() throws IOException {
        var random = Seed.random(FlowsTest.class);
        var script = new RunScript(directory);
        var nonsense = new Nonsense(script, random);
        try (var early = script.feed();
                var late = script.feed()) {
            for (int i = 0; i < 40; i++) {
                nonsense.tell(random.nextInt(100));
                early.poll();
                var flows = early.timeline().flows();
                flows.of(random.nextInt(4), Long.MIN_VALUE, Long.MAX_VALUE, 5);
                flows.prepare(random.nextInt(50));
                early.timeline().criticalPath();
            }
            script.close();
            early.finish();
            late.finish();
            assertThat(everything(early.timeline())).isNotEmpty().isEqualTo(everything(late.timeline()));
        }
    }

    /// All flows as each unit has them.
    private static List<List<Flow>> everything(Timeline timeline) {
        return timeline.unitTimes().stream()
                .map(it -> timeline.flows()
                        .of(it.unit(), Long.MIN_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE)
                        .flows())
                .toList();
    }

    private static List<Flow> ofUnit(List<Flow> all, int unit, long from, long to) {
        var found = new ArrayList<Flow>();
        all.stream()
                .filter(it -> it.to() == unit && within(it.toTime(), from, to))
                .forEach(found::add);
        all.stream()
                .filter(it -> it.from() == unit && within(it.fromTime(), from, to))
                .forEach(found::add);
        found.sort(Comparator.comparingLong(Flow::toTime));
        return found;
    }

    private static boolean within(long time, long from, long to) {
        return time >= from && time < to;
    }

    private static int span(Timeline timeline, int unit, long time) {
        return LaneText.lane(timeline, Lane.Kind.UNIT, unit).spans().at(time);
    }
}
