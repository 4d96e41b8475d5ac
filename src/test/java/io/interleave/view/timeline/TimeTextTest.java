package io.interleave.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeTextTest {

    @Test
    void durations_have_readable_units() {
        assertThat(TimeText.duration(0)).isEqualTo("0 ns");
        assertThat(TimeText.duration(412)).isEqualTo("412 ns");
        assertThat(TimeText.duration(8_123)).isEqualTo("8.12 µs");
        assertThat(TimeText.duration(81_230)).isEqualTo("81.2 µs");
        assertThat(TimeText.duration(3_700_000)).isEqualTo("3.70 ms");
        assertThat(TimeText.duration(999_000_000)).isEqualTo("999 ms");
        assertThat(TimeText.duration(61_000_000_000L)).isEqualTo("61.0 s");
        assertThat(TimeText.duration(3_600_000_000_000L)).isEqualTo("3,600 s");
    }

    @Test
    void what_is_there_is_never_nought_percent_and_what_is_not_all_never_a_hundred() {
        assertThat(TimeText.percent(0)).isEqualTo("0 %");
        assertThat(TimeText.percent(0.0001)).isEqualTo("<1 %");
        assertThat(TimeText.percent(0.61)).isEqualTo("61 %");
        assertThat(TimeText.percent(0.9999)).isEqualTo(">99 %");
        assertThat(TimeText.percent(1)).isEqualTo("100 %");
    }

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
