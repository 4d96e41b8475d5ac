package io.interleave.view.timeline;

import static io.interleave.view.timeline.FakeSource.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.Flow;
import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import io.interleave.analysis.SpansBuilder;
import io.interleave.analysis.State;
import org.junit.jupiter.api.Test;

/// What a click chooses, and where keys go from there.
final class PickingTest {

    private static final LaneKey FIRST = new LaneKey(Lane.Kind.UNIT, 0);
    private static final LaneKey SECOND = new LaneKey(Lane.Kind.UNIT, 1);
    private static final LaneKey COUNT = new LaneKey(Lane.Kind.VARIABLE, 9);

    private final FakeSource source = new FakeSource()
            .lane(
                    Lane.Kind.UNIT,
                    0,
                    "first",
                    new SpansBuilder()
                            .add(START, START + 3_000, State.RUNNING)
                            .add(START + 3_000, START + 6_000, State.LOCK_WAIT)
                            .add(START + 6_000, START + 10_000, State.RUNNING))
            .lane(Lane.Kind.UNIT, 1, "second", new SpansBuilder().add(START + 1_000, START + 10_000, State.RUNNING))
            .lane(
                    Lane.Kind.VARIABLE,
                    9,
                    "count",
                    new SpansBuilder()
                            .add(START, START + 5_000, State.VALUE, -1, -1, 1, -1)
                            .add(START + 5_000, START + 10_000, State.VALUE, -1, -1, 2, -1));
    private final FramePlan plan = Plans.whole(source);
    private final Walk walk = new Walk(source);

    private Selection at(LaneKey lane, long time) {
        return at(plan, lane, time);
    }

    private static Selection at(FramePlan plan, LaneKey lane, long time) {
        double x = plan.areas().plot().x() + plan.look().scale().x(START + time);
        return new Picker(plan).at(x, plan.lane(lane).y() + 3);
    }

    private Selection.OfSpan span(LaneKey lane, int span) {
        var spans = source.lane(lane.kind(), lane.subject()).orElseThrow().spans();
        return new Selection.OfSpan(lane, span, spans.start(span), spans.end(span));
    }

    @Test
    void a_click_chooses_the_span_under_it() {
        assertThat(at(FIRST, 1_500)).isEqualTo(span(FIRST, 0));
        assertThat(at(FIRST, 4_500)).isEqualTo(span(FIRST, 1));
        assertThat(at(COUNT, 7_000)).isEqualTo(span(COUNT, 1));
        assertThat(at(SECOND, 400)).isEqualTo(Selection.NONE);
    }

    @Test
    void a_click_on_a_name_chooses_the_lane_and_one_beside_the_lanes_nothing() {
        var picker = new Picker(plan);
        assertThat(picker.at(20, plan.lane(SECOND).y() + 3)).isEqualTo(new Selection.OfLane(SECOND));
        assertThat(picker.at(500, plan.areas().plot().y() - 5)).isEqualTo(Selection.NONE);
        assertThat(picker.at(500, plan.areas().plot().bottom() + 5)).isEqualTo(Selection.NONE);
    }

    @Test
    void where_several_spans_share_a_pixel_their_stretch_of_time_is_chosen() {
        var dense = new SpansBuilder();
        for (int span = 0; span < 5_000; span++) {
            dense.add(START + span * 2, START + span * 2 + 2, span % 2 == 0 ? State.RUNNING : State.READY);
        }
        source.lane(Lane.Kind.UNIT, 2, "dense", dense);
        var key = new LaneKey(Lane.Kind.UNIT, 2);
        var chosen = at(Plans.whole(source), key, 5_001);
        assertThat(chosen).isInstanceOf(Selection.Range.class);
        assertThat(chosen.from()).isLessThanOrEqualTo(START + 5_001);
        assertThat(chosen.to()).isGreaterThanOrEqualTo(START + 5_001).isLessThan(START + 5_040);
    }

    @Test
    void along_a_lane_one_comes_to_each_span_and_not_beyond_the_ends() {
        assertThat(walk.along(span(FIRST, 0), 1, START)).isEqualTo(span(FIRST, 1));
        assertThat(walk.along(span(FIRST, 1), -1, START)).isEqualTo(span(FIRST, 0));
        assertThat(walk.along(span(FIRST, 0), -1, START)).isEqualTo(Selection.NONE);
        assertThat(walk.along(span(FIRST, 2), 1, START)).isEqualTo(Selection.NONE);
        assertThat(walk.along(new Selection.OfLane(FIRST), 1, START + 4_000)).isEqualTo(span(FIRST, 1));
        assertThat(walk.along(Selection.NONE, 1, START)).isEqualTo(Selection.NONE);
    }

    @Test
    void across_the_lanes_one_stays_at_the_same_time() {
        assertThat(walk.across(span(FIRST, 1), SECOND, START)).isEqualTo(span(SECOND, 0));
        assertThat(walk.across(span(SECOND, 0), FIRST, START)).isEqualTo(span(FIRST, 1));
        assertThat(walk.across(new Selection.OfLane(SECOND), FIRST, START + 9_000))
                .isEqualTo(span(FIRST, 2));
        source.lane(Lane.Kind.LOCK, 5, "idle", new SpansBuilder());
        var idle = new LaneKey(Lane.Kind.LOCK, 5);
        assertThat(walk.across(span(FIRST, 1), idle, START)).isEqualTo(new Selection.OfLane(idle));
    }

    @Test
    void from_a_wait_one_comes_to_its_cause_and_back() {
        source.flows.add(new Flow(Flow.Kind.WAKE, Spans.NONE, 1, START + 5_500, 0, START + 6_000));
        assertThat(walk.back(span(FIRST, 1))).isEqualTo(span(SECOND, 0));
        assertThat(walk.forward(span(SECOND, 0))).isInstanceOf(Selection.OfSpan.class);
        assertThat(walk.forward(span(SECOND, 0)).lane()).isEqualTo(FIRST);
        assertThat(walk.back(span(COUNT, 1))).isEqualTo(Selection.NONE);
    }

    @Test
    void lanes_are_walked_in_the_order_in_which_they_are_shown() {
        var pinned = Plans.of(source, Arrangement.PLAIN.togglingPin(COUNT), Highlights.NONE);
        assertThat(Walk.shown(pinned.layout())).containsExactly(COUNT, FIRST, SECOND);
    }
}
