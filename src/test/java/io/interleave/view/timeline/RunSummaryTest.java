package io.interleave.view.timeline;

import static io.interleave.view.timeline.FakeSource.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.interleave.analysis.Lane;
import io.interleave.analysis.SpansBuilder;
import io.interleave.analysis.State;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunSummaryTest {

    @Test
    void a_summary_kept_while_the_run_grows_is_the_one_made_at_the_end() {
        Random random = new Random(6);
        SpansBuilder lane = new SpansBuilder();
        FakeSource source = new FakeSource().lane(Lane.Kind.UNIT, 0, "a", lane);
        RunSummary kept = new RunSummary(START);
        long time = START + 10;
        lane.add(START, START + 1, State.RUNNING);
        for (int round = 0; round < 300; round++) {
            lane.endLast(time);
            for (int span = 0; span < 50; span++) {
                long end = time + 1 + random.nextInt(100_000);
                lane.add(time, end, random.nextBoolean() ? State.RUNNING : State.READY);
                time = end;
            }
            time += 10;
            source.now = time;
            kept.update(source);
        }
        assertThat(kept.update(source).length())
                .isEqualTo(new RunSummary(START).update(source).length());
        double[] grown = kept.update(source).sums();
        double[] whole = new RunSummary(START).update(source).sums();
        for (int place = 0; place < grown.length; place++) {
            assertThat(grown[place]).isCloseTo(whole[place], within(0.5));
        }
        assertThat(Arrays.stream(whole).sum()).isCloseTo(time - 10 - START, within(1.0));
    }
}
