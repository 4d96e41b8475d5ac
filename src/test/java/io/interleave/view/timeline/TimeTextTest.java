package io.interleave.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0             | 1           | 5_000_000     | 0
            7             | 1           | 999           | 7 ns
            1_500         | 100         | 1_500         | 1.5 µs
            50_020        | 10          | 50_020        | 50.02 µs
            2_000_000     | 1_000_000   | 20_000_000    | 2 ms
            2_000_050     | 10          | 20_000_000    | 2.00005 ms
            30_000_000    | 10_000_000  | 2_000_000_000 | 0.03 s
            1_234_567_800_000 | 100_000 | 2_000_000_000_000 | 1,234.5678 s
            -1_500        | 500         | 20_000        | -1.5 µs
            """)
    void a_moment_has_as_many_digits_as_the_step_between_ticks(String nanos, String step, String largest, String text) {
        assertThat(TimeText.moment(number(nanos), number(step), number(largest)))
                .isEqualTo(text);
    }

    private static long number(String digits) {
        return Long.parseLong(digits.replace("_", ""));
    }

    @Test
    void text_that_does_not_fit_ends_with_an_ellipsis() {
        TextRuler ruler = (text, _) -> text.length() * 10.0;
        assertThat(ruler.fitted("worker 1", Face.NORMAL, 80)).isEqualTo("worker 1");
        assertThat(ruler.fitted("worker 1", Face.NORMAL, 79)).isEqualTo("worker…");
        assertThat(ruler.fitted("worker 1", Face.NORMAL, 12)).isEmpty();
    }
}
