package io.interleave.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.testkit.LaneText;
import io.interleave.testkit.RunScript;
import io.interleave.testkit.Seed;
import io.interleave.trace.CoreSource;
import io.interleave.trace.EventKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/// Whatever a trace says, in whatever order: the lanes make sense.
class TimelineInvariantsTest {

    private static final EventKind[] KINDS = EventKind.values();
    private static final int UNITS = 5;
    private static final int CORES = 3;

    @TempDir
    private Path directory;

    private Timeline nonsense(Random random) throws IOException {
        var script = new RunScript(directory);
        script.cores(CoreSource.values()[random.nextInt(3)], 0, 1);
        for (int unit = 0; unit < UNITS - 1; unit++) {
            script.unit(unit);
        }
        script.lock(10, "mutex").variable(20, "count", 0);
        long time = random.nextInt();
        for (int i = 0; i < 2_000; i++) {
            time += random.nextInt(3);
            script.at(time).onCore(random.nextInt(CORES) - 1);
            var kind = KINDS[random.nextInt(KINDS.length)];
            if (kind.isOfCores()) {
                script.tells(kind, object(kind, random), 100 + random.nextInt(UNITS + 1));
            } else {
                script.event(kind, unit(kind, random, i), object(kind, random), random.nextInt(4), value(kind, random));
            }
        }
        return script.timeline();
    }

    /// Units end late, or there is little left to look at.
    private static int unit(EventKind kind, Random random, int event) {
        return kind == EventKind.UNIT_END && event < 1_500 ? UNITS : random.nextInt(UNITS);
    }

    private static int object(EventKind kind, Random random) {
        return switch (kind) {
            case LOCK_WAIT, LOCK_ACQUIRED, LOCK_RELEASED, LOCK_ABANDONED, LOCK_ENABLED -> 10 + random.nextInt(2);
            case READ, WRITE, BLIND_WRITE, UPDATE, FINAL -> 20 + random.nextInt(2);
            case UNIT_START, UNIT_END, COMPUTE, SLEEP, WAKE, LOG, KNOB -> random.nextInt(3);
            case CORE_IN,
                    CORE_OUT,
                    CORE_PREEMPTED,
                    CORE_EXIT,
                    CORE_LOST,
                    CORE_SAMPLE_ON,
                    CORE_SAMPLE_OFF,
                    CORE_COMPLETE -> random.nextInt(CORES);
            default -> random.nextInt(12);
        };
    }

    private static long value(EventKind kind, Random random) {
        return kind == EventKind.UNIT_START ? 100 + random.nextInt(UNITS) : random.nextInt(UNITS);
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
