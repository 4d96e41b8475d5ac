package io.interleave.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.interleave.analysis.Finding.Contention;
import io.interleave.analysis.Finding.Deadlock;
import io.interleave.analysis.Finding.Deadlock.Link;
import io.interleave.analysis.Finding.QueueFull;
import io.interleave.analysis.Finding.UpdatesLost;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingsTest {

    private static final int ACQUIRE = 0;
    private static final int WAIT = 1;
    private static final int QUEUE = 50;

    @TempDir
    private Path directory;

    private RunScript units(int count) throws IOException {
        var script = new RunScript(directory).step(ACQUIRE, 11).step(WAIT, 12);
        for (int i = 0; i < count; i++) {
            script.unit(i).lock(100 + i, "lock " + i).starts(i, 1000 + i);
        }
        return script;
    }

    private static List<Deadlock> deadlocks(Timeline timeline) {
        return timeline.findings().stream()
                .filter(Deadlock.class::isInstance)
                .map(Deadlock.class::cast)
                .toList();
    }

    /// Unit i holds lock i; all but the last wait for the lock of the next.
    private RunScript openCircle(int size) throws IOException {
        var script = units(size);
        for (int i = 0; i < size; i++) {
            script.at(10 + i).acquires(i, 100 + i, ACQUIRE);
        }
        for (int i = 0; i < size - 1; i++) {
            script.at(50 + i).waits(i, 101 + i, i + 1, WAIT);
        }
        return script;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void a_circle_is_found_when_it_closes(int size) throws IOException {
        var timeline = openCircle(size).at(99).waits(size - 1, 100, 0, WAIT).timeline();

        var deadlock = deadlocks(timeline).getFirst();
        assertThat(deadlocks(timeline)).hasSize(1);
        assertThat(deadlock.since()).isEqualTo(99);
        assertThat(deadlock.circle()).hasSize(size);
        for (int i = 0; i < size; i++) {
            var unit = (size - 1 + i) % size;
            assertThat(deadlock.circle().get(i))
                    .isEqualTo(
                            new Link("unit " + unit, "lock " + (unit + 1) % size, 12, "unit " + (unit + 1) % size, 11));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void units_that_merely_wait_are_no_deadlock(int size) throws IOException {
        assertThat(deadlocks(openCircle(size).timeline())).isEmpty();
    }

    @Test
    void whoever_waits_for_a_circle_from_outside_closes_none() throws IOException {
        var script = units(3).at(1).acquires(0, 100, ACQUIRE).acquires(1, 101, ACQUIRE);
        script.at(2).waits(0, 101, 1, WAIT).at(3).waits(1, 100, 0, WAIT).at(4).waits(2, 100, 0, WAIT);

        assertThat(deadlocks(script.timeline())).hasSize(1);
    }

    @Test
    void a_lock_that_is_being_handed_over_closes_no_circle() throws IOException {
        var script = units(2).at(1).acquires(0, 100, ACQUIRE).acquires(1, 101, ACQUIRE);
        script.at(2).waits(0, 101, 1, WAIT).at(3).releases(1, 101, WAIT).at(4).waits(1, 100, 0, WAIT);
        script.at(5).acquires(0, 101, WAIT).releases(0, 101, WAIT).releases(0, 100, WAIT);
        script.at(6).acquires(1, 100, WAIT);

        assertThat(deadlocks(script.timeline())).isEmpty();
    }

    @Test
    void a_deadlock_that_was_stopped_is_told_once() throws IOException {
        var script = openCircle(2).at(90).waits(1, 100, 0, WAIT);
        for (int i = 0; i < 2; i++) {
            script.at(95).event(EventKind.LOCK_ABANDONED, i, 101 - i, WAIT, 0);
            script.at(96).releases(i, 100 + i, WAIT).stops(i);
        }
        assertThat(deadlocks(script.timeline())).hasSize(1);
    }

    @Test
    void waits_are_summed_whether_they_are_over_or_not() throws IOException {
        var script = units(3).at(0).acquires(0, 100, ACQUIRE);
        script.at(10).waits(1, 100, 0, WAIT).at(20).waits(2, 100, 0, WAIT);
        script.at(40).releases(0, 100, WAIT).at(41).acquires(1, 100, WAIT);
        script.at(100).computes(0, ACQUIRE);

        var contention = script.timeline().findings().stream()
                .filter(Contention.class::isInstance)
                .map(Contention.class::cast)
                .toList();
        assertThat(contention).hasSize(1);
        var found = contention.getFirst();
        assertThat(found.waits()).isEqualTo(2);
        assertThat(found.waited()).isEqualTo(31 + 80);
        assertThat(found.longest()).isEqualTo(80);
        assertThat(found.share()).isCloseTo(111 / 300.0, within(1e-9));
    }

    @Test
    void a_wait_that_was_given_up_is_counted_once() throws IOException {
        var script = units(2).at(0).acquires(0, 100, ACQUIRE);
        script.at(10).waits(1, 100, 0, WAIT).at(60).event(EventKind.LOCK_ABANDONED, 1, 100, WAIT, 0);
        script.at(80).ends(1).at(100).ends(0);

        assertThat(script.timeline().findings()).containsExactly(new Contention(100, "lock 0", 1, 50, 50, 50 / 180.0));
    }

    @Test
    void a_queue_that_was_full_is_told_with_the_waits_for_room_and_not_those_for_items() throws IOException {
        var script = units(2).resource(QUEUE, "line", "queue");
        script.at(0).awaits(1, QUEUE, WAIT).at(40).level(0, QUEUE, 1).at(41).computes(1, WAIT);
        script.at(50).awaits(0, QUEUE, WAIT).at(60).level(1, QUEUE, 0).at(61).computes(0, WAIT);
        script.at(62).level(0, QUEUE, 1).at(70).awaits(0, QUEUE, WAIT).at(100).computes(1, WAIT);

        assertThat(script.timeline().findings())
                .containsExactly(new QueueFull(QUEUE, "line", 2, 11 + 30, 30, 41 / 200.0));
    }

    @Test
    void a_rendezvous_is_never_full() throws IOException {
        var script = new RunScript(directory).scenario("""
                interleave: 1
                title: Meeting
                resources: { line: { queue: rendezvous } }
                units: { giver: { thread: 1, steps: [ { put: { to: line, value: 1 } } ] } }
                """, Map.of());
        script.unit(0).resource(QUEUE, "line", "queue").starts(0, 1000);
        script.at(5).level(0, QUEUE, 1).awaits(0, QUEUE, WAIT).at(90).computes(0, WAIT);

        assertThat(script.timeline().findings()).isEmpty();
    }

    @Test
    void of_a_run_that_stands_still_it_is_not_told_that_queues_are_full() throws IOException {
        var script = units(2).resource(QUEUE, "line", "queue").at(5).level(0, QUEUE, 1);
        script.at(10).awaits(0, QUEUE, WAIT).awaits(1, QUEUE, WAIT).at(1_000_000_000);
        for (int i = 0; i < 2; i++) {
            script.waitIsOver(i, QUEUE, WaitEnd.ABANDONED, -1).stops(i);
        }
        script.end(Definition.How.LIMIT);

        assertThat(script.timeline().findings()).hasExactlyElementsOfTypes(Finding.Stall.class);
    }

    @Test
    void lost_updates_are_told_for_each_variable_that_has_them() throws IOException {
        var script = units(2).variable(7, "count", 0).variable(8, "other", 0);
        script.at(1)
                .reads(0, 7, 0)
                .at(2)
                .reads(1, 7, 0)
                .at(3)
                .writes(0, 7, 1)
                .at(4)
                .writes(1, 7, 1);
        script.at(5).reads(0, 8, 0).at(6).writes(0, 8, 1);
        script.at(9).tells(EventKind.FINAL, 7, 1).tells(EventKind.FINAL, 8, 1);

        var timeline = script.timeline();
        assertThat(timeline.findings()).containsExactly(new UpdatesLost(7, "count", 1, 2, 1));
        assertThat(timeline.lostUpdates().involving(1, 4)).isZero();
        assertThat(timeline.lostUpdates().involving(0, 3)).isZero();
        assertThat(timeline.lostUpdates().involving(0, 6)).isEqualTo(Spans.NONE);
        assertThat(timeline.lostUpdates().involving(1, 3)).isEqualTo(Spans.NONE);
    }
}
