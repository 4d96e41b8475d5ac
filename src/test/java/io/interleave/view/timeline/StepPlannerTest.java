package io.interleave.view.timeline;

import static io.interleave.view.timeline.FakeSource.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import io.interleave.analysis.SpansBuilder;
import io.interleave.analysis.State;
import io.interleave.trace.Definition;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Where units are at the steps of a block that is selected.
class StepPlannerTest {

    private static final int READ = 0;
    private static final int WRITE = 1;

    private final FakeSource source = new FakeSource();

    private static FramePlan plan(FakeSource source, int... lines) {
        BitSet wanted = new BitSet();
        for (int line : lines) {
            wanted.set(line);
        }
        source.steps.put(READ, new Definition.Step(READ, "read", "read: count", 31));
        source.steps.put(WRITE, new Definition.Step(WRITE, "write", "write: count", 34));
        return Plans.of(
                source, Arrangement.PLAIN, new Highlights(Selection.NONE, false, Optional.empty(), List.of(), wanted));
    }

    private static SpansBuilder add(SpansBuilder spans, long from, long to, int step) {
        return spans.add(START + from, START + to, State.RUNNING, Spans.NONE, Spans.NONE, 0, step);
    }

    @Test
    void a_stretch_of_the_lane_is_underlined_from_where_the_step_begins_to_where_it_ends() {
        var spans = new SpansBuilder();
        add(spans, 0, 2_000, READ);
        add(spans, 2_000, 5_000, WRITE);
        add(spans, 5_000, 8_000, READ);
        var plan = plan(source.lane(Lane.Kind.UNIT, 0, "worker", spans), 34);

        assertThat(plan.steps()).singleElement().satisfies(bar -> {
            double left = bar.x() - plan.areas().plot().x();
            assertThat(left).isCloseTo(plan.look().scale().x(START + 2_000), within(1.0));
            assertThat(left + bar.width()).isCloseTo(plan.look().scale().x(START + 5_000), within(1.0));
            var lane = plan.lanes().getFirst();
            assertThat(bar.y()).isEqualTo(lane.y() + lane.row().bodyHeight());
        });
        assertThat(Plans.painted(plan, Theme.DARK).fills)
                .contains(new RecordingSurface.Fill(plan.steps().getFirst(), Theme.DARK.accent()));
    }

    @Test
    void a_column_that_many_spans_share_is_underlined_for_any_of_them() {
        var spans = new SpansBuilder();
        for (int span = 0; span < 5_000; span++) {
            add(spans, span, span + 1, span == 2_500 ? WRITE : READ);
        }
        var plan = plan(source.lane(Lane.Kind.UNIT, 0, "worker", spans), 34);
        assertThat(plan.steps()).hasSize(1);
    }

    @Test
    void neighbours_are_one_bar() {
        var spans = new SpansBuilder();
        add(spans, 0, 2_000, READ);
        add(spans, 2_000, 5_000, WRITE);
        var plan = plan(source.lane(Lane.Kind.UNIT, 0, "worker", spans), 31, 34);
        assertThat(plan.steps()).hasSize(1);
    }

    @Test
    void without_lines_nothing_is_underlined() {
        var spans = add(new SpansBuilder(), 0, 2_000, READ);
        assertThat(plan(source.lane(Lane.Kind.UNIT, 0, "worker", spans)).steps())
                .isEmpty();
    }
}
