package io.interleave.view.timeline;

import static io.interleave.view.timeline.FakeSource.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import io.interleave.analysis.SpansBuilder;
import io.interleave.analysis.State;
import io.interleave.analysis.Transfer;
import io.interleave.trace.CoreSource;
import io.interleave.trace.Definition;
import java.util.List;
import org.junit.jupiter.api.Test;

class PainterTest {

    private final Theme theme = Theme.LIGHT;

    @Test
    void running_is_full_height_and_waiting_half() {
        FakeSource source = new FakeSource()
                .lane(
                        Lane.Kind.UNIT,
                        0,
                        "a",
                        new SpansBuilder()
                                .add(START, START + 1000, State.RUNNING)
                                .add(START + 1000, START + 2000, State.READY)
                                .add(START + 2000, START + 3000, State.LOCK_WAIT));
        FramePlan plan = Plans.whole(source);
        RecordingSurface surface = Plans.painted(plan, theme);
        int height = plan.lanes().getFirst().row().bodyHeight();
        assertThat(largest(surface, theme.inks()[Ink.of(State.RUNNING)], plan).height())
                .isEqualTo(height);
        assertThat(largest(surface, theme.inks()[Ink.of(State.READY)], plan).height())
                .isEqualTo((height + 1) / 2);
        assertThat(surface.hatches).anySatisfy(hatch -> {
            assertThat(hatch.argb()).isEqualTo(theme.inks()[Ink.of(State.LOCK_WAIT)]);
            assertThat(hatch.area().height()).isEqualTo((height + 1) / 2);
        });
    }

    @Test
    void the_lowest_lane_in_sight_has_words_as_the_highest_has() {
        FakeSource source = new FakeSource().lane(Lane.Kind.UNIT, 0, "a", new SpansBuilder());
        for (int core = 0; core < 60; core++) {
            SpansBuilder spans = new SpansBuilder();
            for (int span = 0; span < 25; span++) {
                long from = START + span * 1000;
                spans.add(from, from + 1000, State.RUNNING, core, 0, Spans.NONE, Spans.NONE);
            }
            source.lane(Lane.Kind.CORE, core, "core " + core, spans);
        }
        FramePlan plan = Plans.whole(source);
        assertThat(plan.lanes())
                .filteredOn(lane -> lane.row().kind() == Lane.Kind.CORE)
                .hasSizeGreaterThan(20)
                .allSatisfy(lane -> assertThat(lane.texts()).hasSize(25));
    }

    private static Area largest(RecordingSurface surface, int argb, FramePlan plan) {
        return surface.fills.stream()
                .filter(fill -> fill.argb() == argb
                        && fill.area().y() < plan.areas().plot().bottom())
                .map(RecordingSurface.Fill::area)
                .reduce((one, other) -> one.width() > other.width() ? one : other)
                .orElseThrow();
    }

    @Test
    void a_lost_update_shows_two_reads_and_two_writes_with_their_values() {
        FakeSource source = SampleRun.counting(4, 2, 200, false, 1_000, 1);
        int conflict = source.lost.size() / 2;
        FramePlan plan = Plans.around(source, conflict);
        RecordingSurface surface = Plans.painted(plan, theme);
        assertThat(plan.marks().stream().filter(Marks.Dot.class::isInstance).count())
                .isEqualTo(4);
        assertThat(plan.marks().stream().filter(Marks.Link.class::isInstance).count())
                .isEqualTo(2);
        assertThat(surface.words())
                .contains("reads " + source.lost.lostReadValue(conflict))
                .contains("writes " + source.lost.lostWriteValue(conflict))
                .contains("reads " + source.lost.overwriterReadValue(conflict))
                .contains("writes " + source.lost.overwriterWriteValue(conflict));
        assertThat(surface.lines).filteredOn(RecordingSurface.Line::dashed).hasSize(2);
    }

    @Test
    void notes_of_a_lost_update_lie_inside_the_lanes_and_not_over_each_other() {
        FakeSource source = SampleRun.counting(4, 2, 300, false, 1_000, 8);
        for (int conflict = 0; conflict < source.lost.size(); conflict++) {
            FramePlan plan = Plans.around(source, conflict);
            List<Area> notes = plan.marks().stream()
                    .filter(Marks.Note.class::isInstance)
                    .map(mark -> ((Marks.Note) mark).box())
                    .toList();
            for (Area note : notes) {
                assertThat(note.x()).isGreaterThanOrEqualTo(plan.areas().plot().x());
                assertThat(note.right()).isLessThanOrEqualTo(plan.areas().plot().right());
                assertThat(notes)
                        .filteredOn(other -> other != note)
                        .noneMatch(other -> other.x() < note.right()
                                && note.x() < other.right()
                                && other.y() < note.bottom()
                                && note.y() < other.bottom());
            }
        }
    }

    @Test
    void every_conflict_in_sight_is_counted_in_a_tick() {
        FakeSource source = SampleRun.counting(4, 2, 900, false, 1_000, 1);
        int ticked = Plans.whole(source).marks().stream()
                .mapToInt(mark -> mark instanceof Marks.Tick tick ? tick.count() : 0)
                .sum();
        assertThat(ticked).isEqualTo(source.lost.size()).isPositive();
    }

    @Test
    void the_legend_names_the_states_of_the_run_and_no_others() {
        FakeSource source = SampleRun.counting(4, 2, 4, false, 300_000, 3);
        assertThat(Plans.painted(Plans.whole(source), theme).words())
                .contains(Words.state(State.RUNNING), Words.state(State.READY), Words.text("legend.conflict"))
                .doesNotContain(Words.state(State.IO), Words.state(State.LOCK_WAIT), Words.text("legend.deadlock"));
    }

    @Test
    void the_legend_names_what_is_none_of_the_units_where_a_core_has_run_it_for_long() {
        FramePlan plan = Plans.whole(withAnotherThread(100));
        RecordingSurface surface = Plans.painted(plan, theme);
        assertThat(surface.words()).contains(Words.text("legend.others"));
        assertThat(surface.fills)
                .anyMatch(fill -> fill.argb() == theme.inks()[Ink.OTHER]
                        && fill.area().y() >= plan.areas().legend().y());
        assertThat(Plans.painted(Plans.whole(withAnotherThread(1)), theme).words())
                .doesNotContain(Words.text("legend.others"));
        assertThat(Plans.painted(Plans.whole(withAnotherThread(0)), theme).words())
                .doesNotContain(Words.text("legend.others"));
    }

    /// Of 9,000 ns on a core, so many with a thread that carries no unit.
    private static FakeSource withAnotherThread(int length) {
        long from = START + 4_000;
        var core = new SpansBuilder().add(START, from, State.RUNNING, 0, 0, Spans.NONE, Spans.NONE);
        if (length > 0) {
            core.add(from, from + length, State.RUNNING, 0, Spans.NONE, 77, Spans.NONE);
        }
        core.add(from + length, START + 9_000, State.RUNNING, 0, 0, Spans.NONE, Spans.NONE);
        return new FakeSource()
                .lane(Lane.Kind.UNIT, 0, "a", new SpansBuilder().add(START, START + 9_000, State.RUNNING))
                .lane(Lane.Kind.CORE, 0, "core 0", core);
    }

    @Test
    void words_on_bars_have_a_ground_without_gaps() {
        int serialize = Transfer.SERIALIZE.ordinal();
        var spans = new SpansBuilder().add(START, START + 1000, State.SERIALIZING, 0, serialize, 5, Spans.NONE);
        FakeSource source = new FakeSource().lane(Lane.Kind.UNIT, 0, "a", spans);
        FramePlan plan = Plans.whole(source);
        RecordingSurface surface = Plans.painted(plan, theme);
        var lane = plan.lanes().getFirst();
        var words = lane.texts().getFirst();
        double left = plan.areas().plot().x() + words.x();
        assertThat(surface.boxes)
                .anyMatch(box -> box.x() <= left
                        && box.right() >= left + surface.width(words.text(), Face.SMALL)
                        && box.y() >= lane.y()
                        && box.bottom() <= lane.y() + lane.row().bodyHeight());
    }

    @Test
    void a_lane_of_what_is_counted_says_how_much_its_top_stands_for() {
        FakeSource source = new FakeSource();
        source.words.put(3, "queue");
        SpansBuilder depth = new SpansBuilder();
        for (int span = 0; span < 4000; span++) {
            long from = START + span * 1000;
            depth.add(from, from + 1000, State.LEVEL, Spans.NONE, Spans.NONE, span % 9, Spans.NONE);
        }
        source.lane(Lane.Kind.LEVEL, 3, "line", depth);
        assertThat(Plans.painted(Plans.whole(source), theme).words()).contains("queue, up to 8");
        var first = TimeScale.fitting(START, START + 7_900, Areas.plotWidth(Plans.WIDTH, Plans.METRICS));
        assertThat(Plans.painted(Plans.of(source, first, -1), theme).words()).contains("queue, up to 7");
    }

    @Test
    void the_source_of_core_data_and_what_is_missing_are_said() {
        FakeSource source = SampleRun.deadlock();
        source.cores = new Definition.Cores(List.of(0), CoreSource.SAMPLED, "perf_event_paranoid is 3");
        source.notKept = 12_345;
        source.switchesLost = 7;
        assertThat(Plans.painted(Plans.whole(source), theme).words())
                .contains(
                        "cores sampled, ±1 ms: perf_event_paranoid is 3",
                        "7 switch records lost by the kernel",
                        "12,345 events not kept");
    }

    @Test
    void the_waiting_spans_of_a_deadlock_are_outlined() {
        FakeSource source = SampleRun.deadlock();
        FramePlan plan = Plans.whole(source);
        assertThat(plan.deadlocks()).hasSize(2);
        assertThat(Plans.painted(plan, theme).words()).contains(Words.text("legend.deadlock"));
    }

    @Test
    void a_lock_that_is_off_says_so_and_one_never_held_shows_an_empty_line() {
        FakeSource source = new FakeSource()
                .lane(Lane.Kind.LOCK, 5, "off lock", new SpansBuilder().add(START, START + 1000, State.OFF))
                .lane(Lane.Kind.LOCK, 6, "idle lock", new SpansBuilder());
        FramePlan plan = Plans.whole(source);
        RecordingSurface surface = Plans.painted(plan, theme);
        assertThat(surface.words()).contains("off", "off lock", "idle lock");
        int middle = plan.lanes().get(1).y() + plan.lanes().get(1).row().bodyHeight() / 2;
        assertThat(surface.fills)
                .anyMatch(fill -> fill.area().y() == middle && fill.area().height() == 1);
    }

    @Test
    void values_are_written_at_their_steps_where_there_is_room() {
        SpansBuilder values = new SpansBuilder()
                .add(START, START + 400, State.VALUE, Spans.NONE, 0, 41, Spans.NONE)
                .add(START + 400, START + 1000, State.VALUE, Spans.NONE, 0, 42, Spans.NONE);
        FakeSource source = new FakeSource().lane(Lane.Kind.VARIABLE, 9, "count", values);
        assertThat(Plans.painted(Plans.whole(source), theme).words()).contains("41", "42", "count");
        FakeSource dense = SampleRun.counting(2, 2, 2000, true, 1_000, 1);
        assertThat(Plans.painted(Plans.whole(dense), theme).words())
                .contains("4000")
                .doesNotContain("41");
    }

    @Test
    void lanes_out_of_sight_are_not_planned_and_scrolling_brings_them() {
        FakeSource source = SampleRun.counting(60, 4, 5, false, 20_000, 4);
        FramePlan top = Plans.whole(source);
        assertThat(top.lanes()).hasSizeLessThan(source.lanes.size());
        assertThat(top.lanes().getFirst().lane().name()).isEqualTo("core 0");
        FramePlan bottom = Plans.of(source, top.look().scale(), -1, 100_000);
        assertThat(bottom.lanes().getLast().lane().name()).isEqualTo("count");
        LaneLayout.Row last = bottom.layout().rows().getLast();
        assertThat(bottom.top() + last.bottom())
                .isLessThanOrEqualTo(bottom.areas().plot().bottom());
    }

    @Test
    void rows_never_overlap() {
        for (int units : new int[] {1, 3, 20, 200}) {
            LaneLayout layout = Plans.whole(SampleRun.counting(units, 2, 1, false, 1_000, 4))
                    .layout();
            for (int row = 0; row < layout.rows().size(); row++) {
                LaneLayout.Row here = layout.rows().get(row);
                assertThat(here.body()).isGreaterThanOrEqualTo(here.y());
                assertThat(here.body() + here.bodyHeight()).isLessThanOrEqualTo(here.bottom());
                assertThat(here.bodyHeight()).isPositive();
                assertThat(layout.at(here.y())).isEqualTo(here);
                assertThat(layout.at(here.bottom() - 1)).isEqualTo(here);
                if (row > 0) {
                    assertThat(here.y())
                            .isGreaterThanOrEqualTo(layout.rows().get(row - 1).bottom());
                }
            }
        }
    }
}
