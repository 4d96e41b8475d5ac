package io.interleave.view.timeline;

import static io.interleave.view.timeline.FakeSource.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.interleave.analysis.Flow;
import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import io.interleave.analysis.SpansBuilder;
import io.interleave.analysis.State;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is drawn over the lanes: what is selected, arrows, marks, the route; and what they say at a moment.
final class HighlightsTest {

    private static final LaneKey FIRST = new LaneKey(Lane.Kind.UNIT, 0);

    private final Theme theme = Theme.DARK;
    private final FakeSource source = new FakeSource()
            .lane(
                    Lane.Kind.UNIT,
                    0,
                    "first",
                    new SpansBuilder()
                            .add(START, START + 4_000, State.RUNNING)
                            .add(START + 4_000, START + 8_000, State.LOCK_WAIT))
            .lane(Lane.Kind.UNIT, 1, "second", new SpansBuilder().add(START, START + 8_000, State.RUNNING));

    private static Highlights selecting(Selection selection) {
        return new Highlights(selection, false, Optional.empty(), List.of());
    }

    @Test
    void the_selected_span_has_a_frame_around_it_and_its_lane_a_bar_at_the_edge() {
        var selection = new Selection.OfSpan(FIRST, 1, START + 4_000, START + 8_000);
        var plan = Plans.of(source, Arrangement.PLAIN, selecting(selection));
        var lane = plan.lane(FIRST);
        var box = plan.selected().orElseThrow();
        var plot = plan.areas().plot();
        assertThat((double) box.x() - plot.x()).isCloseTo(plan.look().scale().x(START + 4_000), within(1.0));
        assertThat((double) box.right() - plot.x())
                .isCloseTo(plan.look().scale().x(START + 8_000), within(1.0));
        assertThat(box.y()).isEqualTo(lane.y());
        var surface = Plans.painted(plan, theme);
        var frame = new Area(box.x() - 2, box.y() - 2, box.width() + 4, 2);
        assertThat(surface.fills).contains(new RecordingSurface.Fill(frame, theme.text()));
        assertThat(surface.fills)
                .anyMatch(it -> it.argb() == theme.accent()
                        && it.area().x() == 0
                        && it.area().height() == lane.row().height());
    }

    @Test
    void a_span_that_grows_is_selected_as_it_grows() {
        var selection = new Selection.OfSpan(FIRST, 1, START + 4_000, START + 6_000);
        var plan = Plans.of(source, Arrangement.PLAIN, selecting(selection));
        assertThat((double) plan.selected().orElseThrow().right()
                        - plan.areas().plot().x())
                .isCloseTo(plan.look().scale().x(START + 8_000), within(1.0));
    }

    @Test
    void a_selected_lane_has_no_frame_and_a_hidden_one_nothing() {
        var lane = Plans.of(source, Arrangement.PLAIN, selecting(new Selection.OfLane(FIRST)));
        assertThat(lane.selected()).isEmpty();
        var selection = new Selection.OfSpan(FIRST, 1, START + 4_000, START + 8_000);
        var hidden = Plans.of(source, Arrangement.PLAIN.hiding(FIRST), selecting(selection));
        assertThat(hidden.selected()).isEmpty();
        assertThat(Plans.painted(hidden, theme).fills)
                .noneMatch(it -> it.argb() == theme.accent()
                        && it.area().x() == 0
                        && it.area().width() < 10);
    }

    @Test
    void an_arrow_has_a_head_at_its_end() {
        source.flows.add(new Flow(Flow.Kind.WAKE, Spans.NONE, 0, START + 2_000, 1, START + 5_000));
        var plan =
                Plans.of(source, Arrangement.PLAIN, new Highlights(Selection.NONE, true, Optional.empty(), List.of()));
        var arrow = plan.arrows().getFirst();
        var surface = Plans.painted(plan, theme);
        assertThat(surface.lines)
                .filteredOn(it -> it.x0() == arrow.toX() && it.y0() == arrow.toY())
                .hasSize(2)
                .allSatisfy(it -> assertThat(Math.hypot(it.x1() - it.x0(), it.y1() - it.y0()))
                        .isBetween(3.0, 20.0));
        assertThat(surface.lines)
                .anyMatch(it -> it.x0() == arrow.fromX() && it.x1() == arrow.toX() && it.y1() == arrow.toY());
        assertThat(surface.circles).anyMatch(it -> it.x() == arrow.fromX() && it.y() == arrow.fromY());
    }

    @Test
    void marks_stand_at_their_moments_with_their_notes() {
        var notes = List.of(new Note(2_000, "here it begins"), new Note(6_000, ""), new Note(90_000, "later"));
        var plan = Plans.of(source, Arrangement.PLAIN, new Highlights(Selection.NONE, false, Optional.empty(), notes));
        assertThat(plan.notes()).hasSize(2);
        assertThat((double) plan.notes().getFirst().x())
                .isCloseTo(plan.look().scale().x(START + 2_000), within(0.5));
        var surface = Plans.painted(plan, theme);
        assertThat(surface.words()).contains("here it begins").doesNotContain("later");
        var plot = plan.areas().plot();
        for (var note : plan.notes()) {
            assertThat(surface.fills)
                    .contains(new RecordingSurface.Fill(
                            new Area(plot.x() + note.x(), plot.y(), 1, plot.height()), theme.accent()));
        }
    }

    @Test
    void the_flag_of_a_mark_at_the_right_edge_stays_in_the_picture() {
        var notes = List.of(new Note(7_990, "a long note on what happens at the end"));
        var plan = Plans.of(source, Arrangement.PLAIN, new Highlights(Selection.NONE, false, Optional.empty(), notes));
        var surface = Plans.painted(plan, theme);
        var plot = plan.areas().plot();
        assertThat(surface.boxes)
                .filteredOn(it -> it.bottom() <= plot.y() + 1 && it.x() > plot.x())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.right()).isLessThanOrEqualTo(Plans.WIDTH));
    }

    @Test
    void the_route_is_drawn_and_in_the_legend() {
        var path = SpansBuilder.path(START + 8_000, new long[] {START, START + 4_000}, new int[] {0, 1});
        var plan = Plans.of(
                source, Arrangement.PLAIN, new Highlights(Selection.NONE, false, Optional.of(path), List.of()));
        var surface = Plans.painted(plan, theme);
        for (var bar : plan.route().bars()) {
            assertThat(surface.fills).contains(new RecordingSurface.Fill(bar, theme.route()));
        }
        assertThat(plan.route().bars()).hasSize(2);
        assertThat(surface.words()).contains(Words.text("legend.route"));
        assertThat(Plans.painted(Plans.whole(source), theme).words()).doesNotContain(Words.text("legend.route"));
    }

    @Test
    void while_a_run_is_played_lanes_say_what_they_come_to_at_that_moment() {
        source.lane(
                        Lane.Kind.VARIABLE,
                        10,
                        "count",
                        new SpansBuilder()
                                .add(START, START + 3_000, State.VALUE, -1, -1, 41, -1)
                                .add(START + 3_000, START + 8_000, State.VALUE, -1, -1, 42, -1))
                .lane(Lane.Kind.LEVEL, 11, "jobs", levels(3, 0, 5, 0))
                .lane(Lane.Kind.LEVEL, 12, "full", levels(0, 2, 0, 7));
        source.words.put(11, "queue");
        source.words.put(12, "condition");
        assertThat(noteAt(START + 3_000, Lane.Kind.VARIABLE, 10)).isEqualTo("= 41");
        assertThat(noteAt(START + 3_001, Lane.Kind.VARIABLE, 10)).isEqualTo("= 42");
        assertThat(noteAt(START + 2_000, Lane.Kind.LEVEL, 11)).isEqualTo("3 items");
        assertThat(noteAt(START + 7_000, Lane.Kind.LEVEL, 11)).isEqualTo("5 items");
        assertThat(noteAt(START + 2_000, Lane.Kind.LEVEL, 12)).isEqualTo("2 waiting");
        assertThat(noteAt(START + 7_000, Lane.Kind.LEVEL, 12)).isEqualTo("7 waiting");
        assertThat(noteAt(Long.MAX_VALUE, Lane.Kind.LEVEL, 11)).isEqualTo("queue, up to 5");
    }

    private static SpansBuilder levels(int amount, int others, int laterAmount, int laterOthers) {
        return new SpansBuilder()
                .add(START, START + 3_000, State.LEVEL, -1, -1, amount | (long) others << 32, -1)
                .add(START + 3_000, START + 8_000, State.LEVEL, -1, -1, laterAmount | (long) laterOthers << 32, -1);
    }

    private String noteAt(long time, Lane.Kind kind, int subject) {
        var look = Plans.look(Plans.wholeScale(source), Arrangement.PLAIN, Highlights.NONE, time, -1, 0, Plans.METRICS);
        return Plans.of(source, look).lane(new LaneKey(kind, subject)).note();
    }
}
