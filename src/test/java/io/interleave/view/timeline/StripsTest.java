package io.interleave.view.timeline;

import static io.interleave.view.timeline.FakeSource.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.Lane;
import io.interleave.analysis.SpansBuilder;
import io.interleave.analysis.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The strips of all lanes of a picture.
final class StripsTest {

    private static final int WIDTH = 500;

    private static List<Lane> lanes(int lanes, int spans) {
        var all = new ArrayList<Lane>();
        var random = new Random(3);
        for (int lane = 0; lane < lanes; lane++) {
            var builder = new SpansBuilder();
            long time = START;
            for (int span = 0; span < spans; span++) {
                long end = time + 1 + random.nextInt(2_000);
                builder.add(time, end, random.nextBoolean() ? State.RUNNING : State.READY);
                time = end;
            }
            all.add(new Lane(Lane.Kind.UNIT, lane, "worker " + lane, "worker", builder.spans()));
        }
        return all;
    }

    private static List<String> pieces(Strip strip) {
        var pieces = new ArrayList<String>();
        for (int piece = 0; piece < strip.size(); piece++) {
            var slices = new StringBuilder();
            for (int slice = strip.firstSlice(piece); slice < strip.lastSlice(piece); slice++) {
                slices.append(' ').append(strip.sliceInk(slice)).append(':').append(strip.sliceShare(slice));
            }
            pieces.add("%d-%d %d×%d ink %d%s"
                    .formatted(
                            strip.left(piece),
                            strip.right(piece),
                            strip.first(piece),
                            strip.count(piece),
                            strip.ink(piece),
                            slices));
        }
        return pieces;
    }

    private static TimeScale scale(List<Lane> lanes) {
        var spans = lanes.getFirst().spans();
        return TimeScale.fitting(START, spans.end(spans.size() - 1), WIDTH);
    }

    /// So many spans that a second thread is asked for.
    @Test
    void two_threads_plan_what_one_does() {
        var lanes = lanes(7, 30_000);
        var scale = scale(lanes);
        var planned = new Strips().plan(lanes, Columns.fine(scale, WIDTH), Long.MAX_VALUE);
        var alone = new StripPlanner(new HashMap<>());
        alone.begin();
        for (int lane = 0; lane < lanes.size(); lane++) {
            var expected =
                    alone.plan(Lane.Kind.UNIT, lanes.get(lane).spans(), Columns.fine(scale, WIDTH), Long.MAX_VALUE);
            assertThat(pieces(planned[lane])).isNotEmpty().isEqualTo(pieces(expected));
        }
    }

    @Test
    void the_picture_before_stays_as_it_was() {
        for (int spans : new int[] {200, 30_000}) {
            var lanes = lanes(5, spans);
            var strips = new Strips();
            var scale = scale(lanes);
            var before = strips.plan(lanes, Columns.fine(scale, WIDTH), Long.MAX_VALUE);
            var one = strips.plan(lanes.getFirst(), Columns.fine(scale, WIDTH), Long.MAX_VALUE);
            var said = new ArrayList<List<String>>();
            for (var strip : before) {
                said.add(pieces(strip));
            }
            assertThat(pieces(one)).isEqualTo(said.getFirst());
            strips.plan(lanes, Columns.fine(scale.zoomed(0.3, 250), WIDTH), Long.MAX_VALUE);
            for (int lane = 0; lane < before.length; lane++) {
                assertThat(pieces(before[lane])).isEqualTo(said.get(lane));
            }
        }
    }

    @Test
    void curves_have_no_strips() {
        var spans = lanes(1, 5).getFirst().spans();
        var lanes = List.of(
                new Lane(Lane.Kind.VARIABLE, 1, "count", "", spans), new Lane(Lane.Kind.LEVEL, 2, "jobs", "", spans));
        var planned = new Strips()
                .plan(lanes, Columns.fine(TimeScale.fitting(START, START + 1_000, WIDTH), WIDTH), Long.MAX_VALUE);
        assertThat(planned).allSatisfy(it -> assertThat(it.size()).isZero());
    }

    @Test
    void nothing_from_the_moment_that_is_played_on_is_shown() {
        var lanes = lanes(1, 400);
        var scale = scale(lanes);
        var half = START + (lanes.getFirst().spans().end(399) - START) / 2;
        var strip = new Strips().plan(lanes, Columns.fine(scale, WIDTH), half)[0];
        assertThat(strip.right(strip.size() - 1)).isBetween(WIDTH / 2 - 2, WIDTH / 2 + 2);
    }
}
