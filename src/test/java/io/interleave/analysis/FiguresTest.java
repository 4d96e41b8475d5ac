package io.interleave.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.testkit.LaneText;
import io.interleave.testkit.RunScript;
import io.interleave.testkit.Seed;
import io.interleave.trace.CoreSource;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.WaitEnd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sums over a range of time.
class FiguresTest {

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

    private Timeline contended() throws IOException {
        return script().at(0)
                .starts(0, 100)
                .starts(1, 101)
                .acquires(0, LOCK, 1)
                .at(10)
                .waits(1, LOCK, 0, 1)
                .at(30)
                .releases(0, LOCK, 1)
                .acquires(1, LOCK, 1)
                .at(40)
                .releases(1, LOCK, 1)
                .awaits(1, QUEUE, 2)
                .at(44)
                .event(EventKind.PUT, 0, QUEUE, 3, 0)
                .at(45)
                .waitIsOver(1, QUEUE, WaitEnd.MET, 0)
                .event(EventKind.TAKE, 1, QUEUE, 2, 0)
                .at(50)
                .ends(0)
                .ends(1)
                .timeline();
    }

    private static Lane lane(Timeline timeline, Lane.Kind kind, int subject) {
        return timeline.lane(kind, subject).orElseThrow();
    }

    @Test
    void spans_at_the_edges_are_cut_off_there() throws IOException {
        var timeline = contended();

        var figures = timeline.figures(List.of(lane(timeline, Lane.Kind.UNIT, 1)), 5, 42);
        assertThat(figures.states()).isEqualTo(Map.of(State.ACTIVE, 15L, State.LOCK_WAIT, 20L, State.WAIT, 2L));
        assertThat(figures.spans()).isEqualTo(4);
        assertThat(figures.waits()).isEqualTo(new Figures.Distribution(2, 22, 2, 2, 20, 20, 20));
        assertThat(figures.waitsFor())
                .containsExactly(
                        new Figures.ResourceWaits(LOCK, new Figures.Distribution(1, 20, 20, 20, 20, 20, 20)),
                        new Figures.ResourceWaits(QUEUE, new Figures.Distribution(1, 2, 2, 2, 2, 2, 2)));
        assertThat(figures.items()).isZero();
        assertThat(timeline.figures(List.of(lane(timeline, Lane.Kind.UNIT, 1)), 5, 46)
                        .items())
                .isEqualTo(1);
    }

    @Test
    void a_lock_tells_who_had_it_and_who_waited_for_it() throws IOException {
        var timeline = contended();

        var figures = timeline.figures(List.of(lane(timeline, Lane.Kind.LOCK, LOCK)), 20, 50);
        assertThat(figures.units()).isZero();
        assertThat(figures.states()).isEqualTo(Map.of(State.HELD, 20L));
        assertThat(figures.shares()).containsExactly(new Figures.Share(0, 10), new Figures.Share(1, 10));
        assertThat(figures.waits()).isEqualTo(new Figures.Distribution(1, 10, 10, 10, 10, 10, 10));
    }

    @Test
    void leaving_a_core_being_preempted_and_coming_back_elsewhere_are_counted_where_they_happen() throws IOException {
        var timeline = script().cores(CoreSource.EXACT, 0, 1)
                .at(0)
                .starts(0, 100)
                .in(0, 100)
                .at(10)
                .preempted(0, 100)
                .in(0, 999)
                .at(15)
                .in(1, 100)
                .at(20)
                .out(1, 100)
                .at(25)
                .in(1, 100)
                .at(30)
                .ends(0)
                .timeline();
        var unit = List.of(lane(timeline, Lane.Kind.UNIT, 0));

        var all = timeline.figures(unit, 0, 30);
        assertThat(all.switches()).isEqualTo(2);
        assertThat(all.preemptions()).isEqualTo(2);
        assertThat(all.migrations()).isEqualTo(1);
        assertThat(all.cores()).isEqualTo(Map.of(0, 10L, 1, 10L));
        assertThat(all.exact()).isTrue();
        var late = timeline.figures(unit, 16, 30);
        assertThat(late.migrations()).isZero();
        assertThat(late.switches()).isEqualTo(1);
        assertThat(timeline.figures(unit, 12, 16).migrations()).isEqualTo(1);
        assertThat(timeline.figures(List.of(lane(timeline, Lane.Kind.CORE, 0)), 5, 12)
                        .shares())
                .containsExactly(new Figures.Share(0, 5), new Figures.Share(-1, 2));
    }

    @Test
    void what_is_counted_has_a_least_a_mean_and_a_most() throws IOException {
        var timeline = script().at(0)
                .starts(0, 100)
                .level(0, QUEUE, 2)
                .at(10)
                .level(0, QUEUE, 5)
                .at(20)
                .level(0, QUEUE, 0)
                .at(40)
                .ends(0)
                .timeline();

        var queue = List.of(lane(timeline, Lane.Kind.LEVEL, QUEUE));
        assertThat(timeline.figures(queue, 5, 25).depths())
                .containsExactly(new Figures.Depth(QUEUE, 2, 0, (2 * 5 + 5 * 10) / 20.0, 5));
        assertThat(timeline.figures(queue, 12, 14).depths()).containsExactly(new Figures.Depth(QUEUE, 0, 5, 5, 5));
    }

    @Test
    void a_group_counts_each_of_its_units_once() throws IOException {
        var script = new RunScript(directory).units(0, 100, "fetch", "thread").at(0);
        for (int unit = 0; unit < 100; unit++) {
            script.starts(unit, 100 + unit);
        }
        var timeline = script.at(10).ends(0).timeline();

        var figures = timeline.figures(timeline.lanes(), 2, 8);
        assertThat(figures.units()).isEqualTo(100);
        assertThat(figures.states()).isEqualTo(Map.of(State.ACTIVE, 600L));
    }

    @Test
    void a_table_has_a_row_for_every_unit() throws IOException {
        var timeline = contended();

        var table = timeline.unitTable(5, 42);
        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.unit(1)).isEqualTo(1);
        assertThat(table.value(UnitTable.Column.BUSY, 1)).isEqualTo(15);
        assertThat(table.value(UnitTable.Column.WAITED, 1)).isEqualTo(22);
        assertThat(table.greatestFirst(UnitTable.Column.BUSY)).containsExactly(0, 1, 2);
        assertThat(table.greatestFirst(UnitTable.Column.WAITED)).containsExactly(1, 0, 2);
    }

    @RepeatedTest(10)
    void whatever_the_trace_says_parts_of_a_range_add_up_to_the_whole() throws IOException {
        var random = Seed.random(FiguresTest.class);
        var timeline = Nonsense.timeline(directory, random);
        long start = timeline.start();
        long middle = start + random.nextLong(timeline.now() - start);
        var lanes = timeline.lanes();

        var whole = timeline.figures(lanes, start, timeline.now());
        var first = timeline.figures(lanes, start, middle);
        var second = timeline.figures(lanes, middle, timeline.now());
        for (var state : State.values()) {
            assertThat(first.states().getOrDefault(state, 0L) + second.states().getOrDefault(state, 0L))
                    .isEqualTo(whole.states().getOrDefault(state, 0L));
        }
        assertThat(first.waits().sum() + second.waits().sum())
                .isEqualTo(whole.waits().sum());
        assertThat(first.switches() + second.switches()).isEqualTo(whole.switches());
        assertThat(first.preemptions() + second.preemptions()).isEqualTo(whole.preemptions());
        assertThat(first.migrations() + second.migrations()).isEqualTo(whole.migrations());
        assertThat(first.items() + second.items()).isEqualTo(whole.items());
        for (var times : timeline.unitTimes()) {
            var alone = timeline.figures(
                    List.of(LaneText.lane(timeline, Lane.Kind.UNIT, times.unit())), start, timeline.now());
            assertThat(alone.states()).isEqualTo(times.states());
        }
    }
}
