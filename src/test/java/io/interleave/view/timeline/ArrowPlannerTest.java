package io.interleave.view.timeline;

import static io.interleave.view.timeline.FakeSource.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.interleave.analysis.Flow;
import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import io.interleave.analysis.SpansBuilder;
import io.interleave.analysis.State;
import io.interleave.testkit.Seed;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// What led to what, as arrows.
final class ArrowPlannerTest {

    private static final Random RANDOM = Seed.random(ArrowPlannerTest.class);
    private static final int UNITS = 4;
    private static final int SPANS = 10;
    private static final long LENGTH = 1_000;

    private final FakeSource source = new FakeSource();

    /// Units whose spans follow each other at the same times.
    ArrowPlannerTest() {
        for (int unit = 0; unit < UNITS; unit++) {
            var spans = new SpansBuilder();
            for (int span = 0; span < SPANS; span++) {
                long from = START + span * LENGTH;
                spans.add(from, from + LENGTH, span % 2 == 0 ? State.RUNNING : State.LOCK_WAIT);
            }
            source.lane(Lane.Kind.UNIT, unit, "worker " + (unit + 1), spans);
        }
    }

    private void flow(int from, long fromTime, int to, long toTime) {
        source.flows.add(new Flow(Flow.Kind.WAKE, Spans.NONE, from, START + fromTime, to, START + toTime));
    }

    private static LaneKey unit(int unit) {
        return new LaneKey(Lane.Kind.UNIT, unit);
    }

    private static Highlights selecting(int unit, int span) {
        long from = START + span * LENGTH;
        return new Highlights(
                new Selection.OfSpan(unit(unit), span, from, from + LENGTH), false, Optional.empty(), List.of());
    }

    private static Highlights all() {
        return new Highlights(Selection.NONE, true, Optional.empty(), List.of());
    }

    private List<Arrow> arrows(Highlights highlights) {
        return Plans.of(source, Arrangement.PLAIN, highlights).arrows();
    }

    @Test
    void without_a_selection_there_are_none_unless_all_are_asked_for() {
        flow(0, 1_500, 1, 2_500);
        assertThat(arrows(Highlights.NONE)).isEmpty();
        assertThat(arrows(all()))
                .hasSize(1)
                .allSatisfy(it -> assertThat(it.near()).isFalse());
    }

    @Test
    void an_arrow_goes_from_the_one_lane_and_time_to_the_other() {
        flow(0, 1_500, 2, 4_500);
        var plan = Plans.of(source, Arrangement.PLAIN, all());
        var arrow = plan.arrows().getFirst();
        assertThat(arrow.fromX() - plan.areas().plot().x())
                .isCloseTo(plan.look().scale().x(START + 1_500), within(0.01));
        assertThat(arrow.toX() - plan.areas().plot().x())
                .isCloseTo(plan.look().scale().x(START + 4_500), within(0.01));
        assertThat(plan.laneAt(arrow.fromY()).row().subject()).isZero();
        assertThat(plan.laneAt(arrow.toY()).row().subject()).isEqualTo(2);
    }

    @Test
    void the_selected_span_has_its_own_arrows_and_the_chain_through_it() {
        flow(0, 1_500, 1, 3_500);
        flow(1, 3_600, 2, 5_500);
        flow(2, 5_600, 3, 7_500);
        flow(3, 200, 3, 800);
        var arrows = arrows(selecting(1, 3));
        assertThat(arrows).hasSize(3);
        assertThat(arrows).filteredOn(Arrow::near).hasSize(2);
    }

    @Test
    void no_flow_is_drawn_twice() {
        flow(0, 1_500, 1, 3_500);
        var both = new Highlights(selecting(1, 3).selection(), true, Optional.empty(), List.of());
        assertThat(arrows(both))
                .hasSize(1)
                .allSatisfy(it -> assertThat(it.near()).isTrue());
    }

    @Test
    void hidden_and_folded_lanes_have_none() {
        flow(0, 1_500, 1, 3_500);
        assertThat(Plans.of(source, Arrangement.PLAIN.hiding(unit(0)), all()).arrows())
                .isEmpty();
        assertThat(Plans.of(source, Arrangement.PLAIN.toggled("group worker"), all())
                        .arrows())
                .isEmpty();
    }

    @Test
    void what_comes_after_the_moment_that_is_played_is_not_drawn() {
        flow(0, 1_500, 1, 3_500);
        flow(2, 1_500, 3, 4_500);
        var look = Plans.look(Plans.wholeScale(source), Arrangement.PLAIN, all(), START + 4_000, -1, 0, Plans.METRICS);
        assertThat(Plans.of(source, look).arrows()).hasSize(1);
    }

    @Test
    void an_arrow_that_begins_in_the_last_nanosecond_in_sight_is_drawn() {
        flow(0, 1_500, 1, 2_500);
        var scale = new TimeScale(START + 1_490, 0, 10.5 / Areas.plotWidth(Plans.WIDTH, Plans.METRICS));
        var look = Plans.look(scale, Arrangement.PLAIN, all(), Long.MAX_VALUE, -1, 0, Plans.METRICS);
        assertThat(Plans.of(source, look).arrows()).hasSize(1);
    }

    @RepeatedTest(100)
    void ends_out_of_sight_lie_on_the_edge_of_the_plot_and_on_the_same_line() {
        for (int flow = 0; flow < 30; flow++) {
            long from = RANDOM.nextLong(SPANS * LENGTH);
            flow(RANDOM.nextInt(UNITS), from, RANDOM.nextInt(UNITS), RANDOM.nextLong(from, SPANS * LENGTH + 1));
        }
        var scale = Plans.wholeScale(source).zoomed(Math.pow(10, RANDOM.nextDouble(-4, 0)), RANDOM.nextInt(800));
        var look = Plans.look(scale, Arrangement.PLAIN, all(), Long.MAX_VALUE, -1, 0, Plans.METRICS);
        var plan = Plans.of(source, look);
        var plot = plan.areas().plot();
        for (var arrow : plan.arrows()) {
            assertThat(arrow.fromX()).isBetween(plot.x() - 0.01, plot.right() + 0.01);
            assertThat(arrow.toX()).isBetween(plot.x() - 0.01, plot.right() + 0.01);
            assertThat(arrow.fromY()).isBetween(plot.y() - 0.01, plot.bottom() + 0.01);
            assertThat(arrow.toY()).isBetween(plot.y() - 0.01, plot.bottom() + 0.01);
        }
        long inSight = source.flows.stream()
                .filter(it ->
                        it.from() == it.to() && scale.x(it.toTime()) >= 0 && scale.x(it.fromTime()) <= plot.width())
                .distinct()
                .count();
        assertThat(plan.arrows()).filteredOn(it -> it.fromY() == it.toY()).hasSizeGreaterThanOrEqualTo((int) inSight);
    }
}
