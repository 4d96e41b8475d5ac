package io.interleave.view.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.interleave.testkit.Seed;
import io.interleave.view.timeline.Window;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Times as someone types them.
final class TimeEntryTest {

    private static final Random RANDOM = Seed.random(TimeEntryTest.class);
    private static final Window BEFORE = new Window(0, 1_000);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.2 ms .. 1.4 ms  | 1200000    | 1400000
            0-20us            | 0          | 20000
            3 s + 500 us      | 3000000000 | 3000500000
            12..15 ms         | 12000000   | 15000000
            12 ms..15         | 12000000   | 15000000
            1 ms to 2 ms      | 1000000    | 2000000
            1 TO 2 MS         | 1000000    | 2000000
            5 µs – 1 ms       | 5000       | 1000000
            1,500 ns .. 2 us  | 1500       | 2000
            1 min + 1 s       | 60000000000| 61000000000
            '  7 - 9 ns  '    | 7          | 9
            0.4 ns .. 1.6 ns  | 0          | 2
            """)
    void two_times_are_a_window(String text, long from, long to) {
        assertThat(TimeEntry.read(text, BEFORE)).contains(new Window(from, to));
    }

    @ParameterizedTest
    @CsvSource({"12ms,12000000", "0 s,0", "1 min,60000000000", "2μs,2000"})
    void one_time_is_the_middle_of_a_window_as_long_as_before(String text, long time) {
        assertThat(TimeEntry.read(text, BEFORE)).contains(new Window(time - 500, time + 500));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12",
                "12..13",
                "soon",
                "ms",
                "-3 ms",
                "3 ms .. 3 ms",
                "4 ms - 3 ms",
                "1 ms 2 ms",
                "1e3 ms",
                "3 weeks",
                "1 ms ..",
                "99999999999 min",
                "1.2.3 ms",
                "1 ms + 0 ms"
            })
    void what_is_no_window_is_none(String text) {
        assertThat(TimeEntry.read(text, BEFORE)).isEmpty();
    }

    @Test
    void a_window_of_nothing_still_has_a_middle() {
        assertThat(TimeEntry.read("5 ns", new Window(3, 3))).contains(new Window(4, 6));
    }

    @RepeatedTest(500)
    void what_is_shown_can_be_typed_again() {
        long length = (long) Math.pow(10, RANDOM.nextDouble(0, 12));
        var window = new Window(RANDOM.nextLong(1_000_000_000_000L), 0);
        window = new Window(window.from(), window.from() + length);
        var again = TimeEntry.read(TimeEntry.text(window), BEFORE).orElseThrow();
        assertThat((double) again.from()).isCloseTo(window.from(), within(length / 10_000.0));
        assertThat((double) again.to()).isCloseTo(window.to(), within(length / 10_000.0));
    }

    @Test
    void a_window_that_begins_before_the_run_is_said_from_its_beginning() {
        assertThat(TimeEntry.text(new Window(-500, 2_000_000))).isEqualTo("0 .. 2 ms");
    }
}
