package io.interleave.view.timeline;

import static io.interleave.view.timeline.FakeSource.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import io.interleave.analysis.SpansBuilder;
import io.interleave.analysis.State;
import io.interleave.testkit.Seed;
import io.interleave.view.timeline.FramePlan.LanePlan;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The picture of very many spans beside what each pixel comes to if every span is gone through.
final class DensePictureTest {

    private static final Random RANDOM = Seed.random(DensePictureTest.class);
    private static final State[] STATES = {
        State.RUNNING, State.READY, State.LOCK_WAIT, State.WAIT, State.IO, State.SLEEPING
    };
    private static final Theme THEME = Theme.DARK;
    private static final Map<Integer, Integer> INKS = inks();
    private static final int LANES = 8;
    private static final long NANOS_PER_PIXEL = 20_000;

    /// Where the run ends in the plot.
    private static final int END = 701;

    /// How far a column's part of one ink may be off, in parts of the whole: blocks of spans are divided between
    /// columns as if each were mixed evenly.
    private static final double PART = 0.2;

    private static final double MEAN_PART = 0.03;

    @ParameterizedTest
    @CsvSource({"30, 1", "30, 2", "30, 4", "150, 1", "600, 1", "600, 4"})
    void shows_of_each_ink_as_much_as_going_through_all_spans_does(int spansPerPixel, int grain) {
        var source = source(spansPerPixel);
        var scale = TimeScale.fitting(START, START + NANOS_PER_PIXEL, 1).panned(-3);
        var plan = Plans.of(
                source,
                new Look(
                        Plans.WIDTH,
                        Plans.HEIGHT,
                        Plans.METRICS,
                        scale,
                        Arrangement.PLAIN,
                        Highlights.NONE,
                        0,
                        Long.MAX_VALUE,
                        -1,
                        grain,
                        false,
                        Surroundings.ALL));
        var raster = new Raster(Plans.WIDTH, Plans.HEIGHT, 1);
        new Painter(THEME).pixels(plan, raster);

        assertThat(plan.lanes()).hasSize(LANES);
        for (LanePlan lane : plan.lanes()) {
            compare(raster, plan, lane, Columns.of(scale, plan.areas().plot().width(), grain, START));
        }
    }

    private static void compare(Raster raster, FramePlan plan, LanePlan lane, Columns columns) {
        int height = lane.row().bodyHeight();
        double[][] expected = parts(lane.lane(), columns);
        int[][] drawn = drawn(raster, plan, lane, columns.width());
        double off = 0;
        for (int x = 0; x < columns.width(); x++) {
            if (x == plan.nowX()) {
                continue;
            }
            for (int ink = 0; ink < Ink.COUNT; ink++) {
                double wanted = expected[columns.left(x)][ink];
                assertThat((double) drawn[x][ink])
                        .as("ink %d of %s at %d", ink, lane.name(), x)
                        .isCloseTo(wanted * height, within(2 + PART * height));
                assertThat(wanted * height < 2 || isSeenAround(x, ink, drawn, columns))
                        .as("ink %d of %s at %d is seen there or beside it", ink, lane.name(), x)
                        .isTrue();
                off += Math.abs(drawn[x][ink] - wanted * height);
            }
        }
        assertThat(off / columns.width() / STATES.length).isLessThan(0.5 + MEAN_PART * height);
    }

    /// A block that lies across the edge of a column may give what little the column had of an ink to the next.
    private static boolean isSeenAround(int x, int ink, int[][] drawn, Columns columns) {
        int before = Math.max(0, columns.left(x) - 1);
        int after = Math.min(columns.width() - 1, columns.right(x));
        return drawn[before][ink] > 0 || drawn[x][ink] > 0 || drawn[after][ink] > 0;
    }

    /// How much of each column's time each ink has, by the column's left edge.
    private static double[][] parts(Lane lane, Columns columns) {
        var parts = new double[columns.width()][Ink.COUNT];
        Spans spans = lane.spans();
        for (int x = 0; x < columns.width(); x = columns.right(x)) {
            long from = columns.scale().columnStart(x);
            long to = columns.scale().columnStart(columns.right(x));
            for (int span = spans.firstEndingAfter(from); span < spans.size() && spans.start(span) < to; span++) {
                long time = Math.min(to, spans.end(span)) - Math.max(from, spans.start(span));
                parts[x][Ink.of(lane.kind(), spans, span)] += (double) time / (to - from);
            }
        }
        return parts;
    }

    /// How many pixels of each ink there are, by the column of pixels.
    private static int[][] drawn(Raster raster, FramePlan plan, LanePlan lane, int width) {
        var drawn = new int[width][];
        for (int x = 0; x < width; x++) {
            int at = plan.areas().plot().x() + x;
            drawn[x] = x == plan.nowX()
                    ? new int[Ink.COUNT]
                    : drawn(raster, at, lane.y(), lane.row().bodyHeight());
        }
        return drawn;
    }

    private static int[] drawn(Raster raster, int x, int y, int height) {
        var drawn = new int[Ink.COUNT];
        for (int row = y; row < y + height; row++) {
            int colour = raster.at(x, row);
            var ink = INKS.get(colour);
            if (ink == null) {
                assertThat(colour).isIn(THEME.back(), THEME.chip());
            } else {
                drawn[ink]++;
            }
        }
        return drawn;
    }

    private static Map<Integer, Integer> inks() {
        var inks = new HashMap<Integer, Integer>();
        for (State state : STATES) {
            int ink = Ink.of(state);
            inks.put(THEME.inks()[ink], ink);
            inks.put(THEME.merged()[ink], ink);
            inks.put(THEME.hatchBack(ink), ink);
        }
        return inks;
    }

    /// Lanes of units that end together just before a pixel does; some with gaps, some with bursts of one state.
    private static FakeSource source(int spansPerPixel) {
        var source = new FakeSource();
        long end = START + END * NANOS_PER_PIXEL - 1;
        int longest = (int) (2 * NANOS_PER_PIXEL / spansPerPixel);
        for (int lane = 0; lane < LANES; lane++) {
            var spans = new SpansBuilder();
            long time = START;
            State state = State.RUNNING;
            while (time < end) {
                state = lane < 2 && RANDOM.nextInt(40) > 0 ? state : STATES[RANDOM.nextInt(STATES.length)];
                long until = Math.min(end, time + 1 + RANDOM.nextInt(longest));
                spans.add(time, until, state);
                time = until == end || lane % 2 == 0 ? until : Math.min(end - 1, until + RANDOM.nextInt(longest / 4));
            }
            source.lane(Lane.Kind.UNIT, lane, "worker " + lane, spans);
        }
        return source;
    }
}
