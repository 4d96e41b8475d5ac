package io.interleave.view.timeline;

import static io.interleave.view.timeline.FakeSource.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import io.interleave.analysis.SpansBuilder;
import io.interleave.analysis.State;
import io.interleave.testkit.Seed;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// What blocks of spans add up to.
final class PyramidTest {

    private static final Random RANDOM = Seed.random(PyramidTest.class);
    private static final State[] STATES = {
        State.RUNNING, State.READY, State.LOCK_WAIT, State.WAIT, State.IO, State.SLEEPING, State.SUSPENDED
    };

    @RepeatedTest(30)
    void a_block_has_each_ink_of_its_spans_with_their_share_of_its_time() {
        var spans = any(1 + RANDOM.nextInt(3_000));
        var pyramid = new Pyramid(Lane.Kind.UNIT, spans);
        int known = pyramid.update();
        assertThat(known % Pyramid.HUGE).isZero();
        assertThat(known).isBetween(Math.max(0, spans.size() - 1 - Pyramid.HUGE), spans.size());
        for (int count : new int[] {Pyramid.SMALL, Pyramid.LARGE, Pyramid.HUGE}) {
            for (int first = 0; first < known; first += count) {
                compare(spans, pyramid, first, count);
            }
        }
    }

    private static void compare(Spans spans, Pyramid pyramid, int first, int count) {
        long start = switch (count) {
            case Pyramid.SMALL -> pyramid.startOfSmall(first);
            case Pyramid.LARGE -> pyramid.startOfLarge(first);
            default -> pyramid.startOfHuge(first);
        };
        assertThat(start).isEqualTo(spans.start(first));
        long nanos = spans.start(first + count) - spans.start(first);
        var sums = new long[Ink.COUNT];
        int inks = switch (count) {
            case Pyramid.SMALL -> pyramid.addSmall(first, nanos, sums);
            case Pyramid.LARGE -> pyramid.addLarge(first, nanos, sums);
            default -> pyramid.addHuge(first, nanos, sums);
        };
        var expected = new long[Ink.COUNT];
        int present = 0;
        for (int span = first; span < first + count; span++) {
            expected[spans.state(span).ordinal()] += spans.end(span) - spans.start(span);
            present |= 1 << spans.state(span).ordinal();
        }
        assertThat(inks).isEqualTo(present);
        for (int ink = 0; ink < Ink.COUNT; ink++) {
            assertThat((double) sums[ink]).isCloseTo(expected[ink], within(nanos / 100.0 + 2));
            assertThat(sums[ink] > 0).isEqualTo((present & 1 << ink) != 0);
        }
    }

    @Test
    void the_last_span_waits_until_it_cannot_grow_any_more() {
        var lane = new SpansBuilder();
        for (int span = 0; span < Pyramid.HUGE; span++) {
            lane.add(START + span * 10L, START + span * 10L + 10, State.RUNNING);
        }
        var pyramid = new Pyramid(Lane.Kind.UNIT, lane.spans());
        assertThat(pyramid.update()).isZero();
        lane.add(START + 1280, START + 1290, State.READY);
        assertThat(pyramid.update()).isEqualTo(Pyramid.HUGE);
        lane.endLast(START + 1400);
        assertThat(pyramid.update()).isEqualTo(Pyramid.HUGE);
    }

    @Test
    void very_many_inks_are_all_there() {
        var lane = new SpansBuilder();
        for (int span = 0; span <= Pyramid.HUGE; span++) {
            lane.add(START + span * 10L, START + span * 10L + 10, State.HELD, -1, span, 0, -1);
        }
        var pyramid = new Pyramid(Lane.Kind.LOCK, lane.spans());
        pyramid.update();
        var sums = new long[Ink.COUNT];
        int inks = pyramid.addLarge(0, 320, sums);
        assertThat(Integer.bitCount(inks)).isEqualTo(Ink.UNITS);
        for (int unit = 0; unit < Ink.UNITS; unit++) {
            assertThat(sums[Ink.ofUnit(unit)]).isPositive();
        }
    }

    private static Spans any(int count) {
        var lane = new SpansBuilder();
        long time = START;
        for (int span = 0; span < count; span++) {
            long end = time + RANDOM.nextLong(1, RANDOM.nextInt(20) == 0 ? 50_000_000 : 20_000);
            lane.add(time, end, STATES[RANDOM.nextInt(STATES.length)]);
            time = RANDOM.nextInt(4) == 0 ? end + RANDOM.nextLong(5_000) : end;
        }
        return lane.spans();
    }
}
