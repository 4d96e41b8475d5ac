package io.interleave.view.timeline;

import static io.interleave.view.timeline.FakeSource.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.CriticalPath;
import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import io.interleave.analysis.SpansBuilder;
import io.interleave.analysis.State;
import io.interleave.testkit.Seed;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// The critical path as it is drawn.
final class RouteTest {

    private static final Random RANDOM = Seed.random(RouteTest.class);
    private static final int UNITS = 5;
    private static final long END = START + 10_000_000;

    private final FakeSource source = new FakeSource();

    RouteTest() {
        for (int unit = 0; unit < UNITS; unit++) {
            source.lane(Lane.Kind.UNIT, unit, "worker", new SpansBuilder().add(START, END, State.RUNNING));
        }
    }

    private FramePlan plan(CriticalPath path, TimeScale scale, Arrangement arrangement) {
        var highlights = new Highlights(Selection.NONE, false, Optional.of(path), List.of());
        return Plans.of(source, Plans.look(scale, arrangement, highlights, Long.MAX_VALUE, -1, 0, Plans.METRICS));
    }

    private static CriticalPath any() {
        int count = 1 + RANDOM.nextInt(60);
        long[] froms = RANDOM.longs(count, START, END).sorted().toArray();
        froms[0] = START;
        int[] units = RANDOM.ints(count, 0, UNITS).toArray();
        return SpansBuilder.path(END, froms, units);
    }

    private TimeScale anyScale() {
        return Plans.wholeScale(source).zoomed(Math.pow(10, RANDOM.nextDouble(-4, 0.5)), RANDOM.nextInt(800));
    }

    @RepeatedTest(200)
    void each_lane_is_underlined_where_the_path_is_on_it_and_nowhere_else() {
        var path = any();
        var plan = plan(path, anyScale(), Arrangement.PLAIN);
        var plot = plan.areas().plot();
        var scale = plan.look().scale();
        for (int unit = 0; unit < UNITS; unit++) {
            var row = plan.layout().of(Lane.Kind.UNIT, unit);
            var drawn = new BitSet();
            for (var bar : plan.route().bars()) {
                int y = bar.y() - plan.top();
                if (y >= row.y() && y < row.bottom()) {
                    drawn.set(bar.x() - plot.x(), bar.right() - plot.x());
                }
            }
            var must = new BitSet();
            var may = new BitSet();
            for (int index = 0; index < path.size(); index++) {
                var segment = path.segment(index);
                double left = scale.x(segment.from());
                double right = scale.x(segment.to());
                if (segment.unit() == unit && right >= 0 && left < plot.width()) {
                    int first = (int) Math.clamp(Math.round(left), 0, plot.width());
                    int last = (int) Math.clamp(Math.round(right), first + 1, plot.width() + 1);
                    may.set(first, last);
                    must.set(first, Math.min(last, plot.width()));
                }
            }
            must.andNot(drawn);
            assertThat(must.isEmpty()).as("all of it is drawn").isTrue();
            drawn.andNot(may);
            assertThat(drawn.isEmpty()).as("nothing else is drawn").isTrue();
        }
    }

    @RepeatedTest(100)
    void where_the_path_changes_lanes_a_step_leads_from_one_to_the_other() {
        var path = any();
        var plan = plan(path, anyScale(), Arrangement.PLAIN);
        var plot = plan.areas().plot();
        for (int index = 1; index < path.size(); index++) {
            var before = path.segment(index - 1);
            var after = path.segment(index);
            double x = plan.look().scale().x(after.from());
            if (before.unit() != after.unit() && x >= 1 && x < plot.width() - 1) {
                int at = plot.x() + (int) Math.round(x);
                assertThat(plan.route().steps()).anyMatch(it -> Math.abs(it.x() - at) <= 1);
            }
        }
        for (var step : plan.route().steps()) {
            assertThat(step.height()).isPositive();
        }
    }

    @Test
    void a_window_that_begins_before_the_run_shows_it_too() {
        var path = SpansBuilder.path(END, new long[] {START, START + 5_000_000}, new int[] {0, 1});
        var scale = TimeScale.fitting(START - 5_000_000, END, 800);
        assertThat(plan(path, scale, Arrangement.PLAIN).route().bars()).hasSize(2);
    }

    @Test
    void hidden_lanes_have_no_part_of_it_and_it_goes_on_behind_them() {
        var path =
                SpansBuilder.path(END, new long[] {START, START + 3_000_000, START + 6_000_000}, new int[] {0, 1, 2});
        var hidden = Arrangement.PLAIN.hiding(new LaneKey(Lane.Kind.UNIT, 1));
        var route = plan(path, Plans.wholeScale(source), hidden).route();
        assertThat(route.bars()).hasSize(2);
        assertThat(route.steps()).hasSize(1);
    }

    @Test
    void before_the_first_unit_was_started_there_is_nothing_to_draw() {
        var path = SpansBuilder.path(END, new long[] {START, START + 3_000_000}, new int[] {Spans.NONE, 2});
        var route = plan(path, Plans.wholeScale(source), Arrangement.PLAIN).route();
        assertThat(route.bars()).hasSize(1);
        assertThat(route.steps()).isEmpty();
    }

    @Test
    void a_path_of_nothing_draws_nothing() {
        var route = plan(SpansBuilder.path(END, new long[0], new int[0]), Plans.wholeScale(source), Arrangement.PLAIN)
                .route();
        assertThat(route.bars()).isEmpty();
    }
}
