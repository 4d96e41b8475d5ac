package io.interleave.view.timeline;

import static io.interleave.view.timeline.FakeSource.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import io.interleave.analysis.SpansBuilder;
import io.interleave.analysis.State;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class StripPlannerTest {

    private static final State[] STATES = {State.RUNNING, State.READY, State.LOCK_WAIT, State.SLEEPING};
    private static final int WIDTH = 700;

    private final StripPlanner planner = new StripPlanner(new HashMap<>());

    @RepeatedTest(200)
    void pieces_never_overlap_and_every_span_in_sight_is_in_one(RepetitionInfo round) {
        Random random = new Random(round.getCurrentRepetition());
        Spans spans = random(random);
        long length = spans.end(spans.size() - 1) - START;
        TimeScale scale = TimeScale.fitting(START, START + length, WIDTH)
                .zoomed(Math.pow(10, random.nextDouble(-2, 0.3)), random.nextInt(WIDTH));
        Columns columns = Columns.of(scale, WIDTH, 1 << random.nextInt(3), START);
        Strip strip = planner.plan(Lane.Kind.UNIT, spans, columns, Long.MAX_VALUE);

        BitSet shown = new BitSet();
        int edge = 0;
        for (int piece = 0; piece < strip.size(); piece++) {
            assertThat(strip.left(piece)).isGreaterThanOrEqualTo(edge);
            assertThat(strip.right(piece)).isGreaterThan(strip.left(piece)).isLessThanOrEqualTo(WIDTH);
            if (strip.merged(piece)) {
                assertThat(strip.right(piece)).isEqualTo(columns.right(strip.left(piece)));
            }
            edge = strip.right(piece);
            shown.set(strip.first(piece), strip.first(piece) + strip.count(piece));
        }
        for (int span = 0; span < spans.size(); span++) {
            boolean inSight = spans.end(span) > scale.timeAt(0) + 1
                    && spans.start(span) < scale.timeAt(WIDTH - 1.5 * columns.grain());
            if (inSight) {
                assertThat(shown.get(span))
                        .as("span %d of %d", span, spans.size())
                        .isTrue();
            }
        }
    }

    @RepeatedTest(20)
    void dozens_of_spans_a_pixel_are_all_counted_and_their_shares_are_those_of_their_times(RepetitionInfo round) {
        Random random = new Random(500 + round.getCurrentRepetition());
        Spans spans = dense(random, WIDTH * (40 + random.nextInt(500)));
        long length = spans.end(spans.size() - 1) - START;
        TimeScale scale = TimeScale.fitting(START, START + length, WIDTH);
        int grain = 1 << random.nextInt(3);

        Strip strip = planner.plan(Lane.Kind.UNIT, spans, Columns.of(scale, WIDTH, grain, START), Long.MAX_VALUE);

        int next = 0;
        for (int piece = 0; piece < strip.size(); piece++) {
            assertThat(strip.first(piece)).isBetween(next - 1, next);
            next = strip.first(piece) + strip.count(piece);
            assertThat(scale.x(spans.start(strip.first(piece))))
                    .isBetween(strip.left(piece) - 1.3 * grain, strip.right(piece) + 1.3 * grain);
            assertShares(strip, piece, spans);
        }
        assertThat(next).isEqualTo(spans.size());
    }

    private static void assertShares(Strip strip, int piece, Spans spans) {
        long[] times = new long[Ink.COUNT];
        long all = 0;
        for (int span = strip.first(piece); span < strip.first(piece) + strip.count(piece); span++) {
            times[spans.state(span).ordinal()] += spans.end(span) - spans.start(span);
            all += spans.end(span) - spans.start(span);
        }
        double drawn = 0;
        for (int slice = strip.firstSlice(piece); slice < strip.lastSlice(piece); slice++) {
            drawn += strip.sliceShare(slice);
        }
        for (int slice = strip.firstSlice(piece); slice < strip.lastSlice(piece); slice++) {
            double share = (double) times[strip.sliceInk(slice)] / all;
            assertThat(strip.sliceShare(slice) / drawn).isCloseTo(share, within(0.15));
        }
        for (State state : STATES) {
            boolean there = times[state.ordinal()] > 0;
            boolean shown = false;
            for (int slice = strip.firstSlice(piece); slice < strip.lastSlice(piece); slice++) {
                shown |= strip.sliceInk(slice) == Ink.of(state);
            }
            assertThat(shown || !there).as("%s in piece %d", state, piece).isTrue();
        }
    }

    private static Spans dense(Random random, int count) {
        SpansBuilder builder = new SpansBuilder();
        long time = START;
        for (int span = 0; span < count; span++) {
            time += random.nextInt(10) == 0 ? random.nextInt(300) : 0;
            long end = time + 50 + random.nextInt(500);
            builder.add(time, end, STATES[random.nextInt(STATES.length)], Spans.NONE, Spans.NONE, 0, Spans.NONE);
            time = end;
        }
        return builder.spans();
    }

    @RepeatedTest(100)
    void a_piece_is_within_two_pixels_of_where_its_spans_are(RepetitionInfo round) {
        Random random = new Random(1000 + round.getCurrentRepetition());
        Spans spans = random(random);
        long length = spans.end(spans.size() - 1) - START;
        TimeScale scale = TimeScale.fitting(START, START + length / 3, WIDTH);
        Strip strip = planner.plan(Lane.Kind.UNIT, spans, Columns.fine(scale, WIDTH), Long.MAX_VALUE);
        for (int piece = 0; piece < strip.size(); piece++) {
            int last = strip.first(piece) + strip.count(piece) - 1;
            assertThat((double) strip.left(piece)).isGreaterThan(scale.x(spans.start(strip.first(piece))) - 2);
            assertThat((double) strip.right(piece)).isLessThan(scale.x(spans.end(last)) + 3);
        }
    }

    @RepeatedTest(50)
    void the_shares_of_a_full_merged_column_add_up_to_the_whole(RepetitionInfo round) {
        Random random = new Random(2000 + round.getCurrentRepetition());
        SpansBuilder builder = new SpansBuilder();
        long time = START;
        for (int span = 0; span < 20_000; span++) {
            long end = time + 1 + random.nextInt(50);
            builder.add(time, end, STATES[random.nextInt(STATES.length)]);
            time = end;
        }
        TimeScale scale = TimeScale.fitting(START, time, WIDTH);
        Strip strip = planner.plan(Lane.Kind.UNIT, builder.spans(), Columns.fine(scale, WIDTH), Long.MAX_VALUE);
        assertThat(strip.size()).isEqualTo(WIDTH);
        for (int piece = 0; piece < strip.size() - 1; piece++) {
            assertThat(strip.merged(piece)).isTrue();
            int sum = 0;
            for (int slice = strip.firstSlice(piece); slice < strip.lastSlice(piece); slice++) {
                sum += strip.sliceShare(slice);
            }
            assertThat((double) sum / Strip.WHOLE).isCloseTo(1, within(0.02));
        }
    }

    @Test
    void a_lone_instant_is_seen_at_any_zoom() {
        Spans spans = new SpansBuilder()
                .add(START, START + 1, State.RUNNING)
                .add(START + 1_000_000_000, START + 1_000_000_001, State.LOCK_WAIT)
                .spans();
        TimeScale scale = TimeScale.fitting(START, START + 2_000_000_000, WIDTH);
        Strip strip = planner.plan(Lane.Kind.UNIT, spans, Columns.fine(scale, WIDTH), Long.MAX_VALUE);
        assertThat(strip.size()).isEqualTo(2);
        assertThat(strip.count(1)).isEqualTo(1);
        assertThat(strip.right(1) - strip.left(1)).isEqualTo(1);
        assertThat(strip.ink(1)).isEqualTo(Ink.of(State.LOCK_WAIT));
    }

    @Test
    void nothing_is_shown_from_the_frozen_moment_on() {
        Spans spans = new SpansBuilder()
                .add(START, START + 500, State.RUNNING)
                .add(START + 500, START + 1000, State.READY)
                .spans();
        TimeScale scale = TimeScale.fitting(START, START + 1000, 100);
        Strip strip = planner.plan(Lane.Kind.UNIT, spans, Columns.fine(scale, 100), START + 300);
        assertThat(strip.size()).isEqualTo(1);
        assertThat(strip.right(0)).isEqualTo(30);
    }

    @Test
    void a_core_is_coloured_by_who_has_it() {
        Spans spans = new SpansBuilder()
                .add(START, START + 500, State.RUNNING, 0, 3, 77, Spans.NONE)
                .add(START + 500, START + 1000, State.RUNNING, 0, Spans.NONE, 78, Spans.NONE)
                .spans();
        Strip strip = planner.plan(
                Lane.Kind.CORE, spans, Columns.fine(TimeScale.fitting(START, START + 1000, 100), 100), Long.MAX_VALUE);
        assertThat(strip.ink(0)).isEqualTo(Ink.FIRST_UNIT + 3);
        assertThat(strip.ink(1)).isEqualTo(Ink.OTHER);
    }

    private static Spans random(Random random) {
        SpansBuilder builder = new SpansBuilder();
        long time = START;
        int size = 1 + random.nextInt(3000);
        for (int span = 0; span < size; span++) {
            time += random.nextInt(4) == 0 ? random.nextInt(5_000) : 0;
            long end = time + 1 + (long) Math.pow(10, random.nextDouble(0, 5));
            builder.add(time, end, STATES[random.nextInt(STATES.length)]);
            time = end;
        }
        return builder.spans();
    }
}
