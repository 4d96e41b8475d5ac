package io.interleave.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.testkit.LaneText;
import io.interleave.testkit.Seed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/// Whatever a trace says, in whatever order: the lanes make sense.
class TimelineInvariantsTest {

    private static final int CORES = Nonsense.CORES;

    @TempDir
    private Path directory;

    private Timeline nonsense(Random random) throws IOException {
        return Nonsense.timeline(directory, random);
    }

    @RepeatedTest(20)
    void spans_never_overlap_and_a_unit_is_always_in_one_state() throws IOException {
        var timeline = nonsense(Seed.random(TimelineInvariantsTest.class));

        for (var lane : timeline.lanes()) {
            var spans = lane.spans();
            for (int i = 0; i < spans.size(); i++) {
                assertThat(spans.end(i)).isGreaterThanOrEqualTo(spans.start(i));
                assertThat(spans.end(i)).isLessThanOrEqualTo(timeline.now());
                if (i > 0) {
                    assertThat(spans.start(i)).isGreaterThanOrEqualTo(spans.end(i - 1));
                }
            }
        }
        for (var times : timeline.unitTimes()) {
            assertCoversItsLife(
                    LaneText.lane(timeline, Lane.Kind.UNIT, times.unit()).spans(), times);
        }
    }

    private static void assertCoversItsLife(Spans spans, UnitTimes times) {
        long at = times.start();
        for (int i = 0; i < spans.size(); i++) {
            assertThat(spans.start(i)).isEqualTo(at);
            at = spans.end(i);
        }
        assertThat(at).isEqualTo(times.end());
        long sum = times.states().values().stream().mapToLong(Long::longValue).sum();
        assertThat(sum).isEqualTo(times.end() - times.start());
    }

    @RepeatedTest(10)
    void a_core_has_one_unit_at_a_time_and_a_unit_that_runs_is_on_its_core() throws IOException {
        var timeline = nonsense(Seed.random(TimelineInvariantsTest.class));

        for (long time = timeline.start(); time < timeline.now(); time++) {
            var running = new int[CORES];
            for (var lane : timeline.lanes()) {
                int span = lane.spans().at(time);
                if (lane.kind() == Lane.Kind.UNIT && span >= 0 && lane.spans().state(span) == State.RUNNING) {
                    int core = lane.spans().core(span);
                    running[core]++;
                    var onCore = LaneText.lane(timeline, Lane.Kind.CORE, core).spans();
                    assertThat(onCore.at(time)).isNotNegative();
                }
            }
            for (int units : running) {
                assertThat(units).isLessThanOrEqualTo(1);
            }
        }
    }
}
