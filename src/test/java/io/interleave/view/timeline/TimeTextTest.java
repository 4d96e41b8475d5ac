package io.interleave.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeTextTest {

    @Test
    void the_axis_starts_at_zero_and_its_labels_keep_apart() {
        TextRuler ruler = (text, _) -> text.length() * 7.0;
        long start = 77_000_000_123L;
        for (double nanosPerPixel = 0.01; nanosPerPixel < 1e8; nanosPerPixel *= 3.7) {
            TimeScale scale = new TimeScale(start, 0, nanosPerPixel);
            var ticks = TimeAxis.ticks(scale, 1000, start, 20, ruler);
            assertThat(ticks.getFirst().label()).isEqualTo("0");
            assertThat(ticks).extracting(TimeAxis.Tick::label).doesNotHaveDuplicates();
            for (int tick = 1; tick < ticks.size(); tick++) {
                int apart = ticks.get(tick).x() - ticks.get(tick - 1).x();
                assertThat(apart).isGreaterThanOrEqualTo(ticks.get(tick).label().length() * 7);
            }
        }
    }

    @Test
    void text_that_does_not_fit_ends_with_an_ellipsis() {
        TextRuler ruler = (text, _) -> text.length() * 10.0;
        assertThat(ruler.fitted("worker 1", Face.NORMAL, 80)).isEqualTo("worker 1");
        assertThat(ruler.fitted("worker 1", Face.NORMAL, 79)).isEqualTo("worker…");
        assertThat(ruler.fitted("worker 1", Face.NORMAL, 12)).isEmpty();
    }
}
