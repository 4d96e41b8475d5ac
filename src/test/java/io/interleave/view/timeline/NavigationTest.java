package io.interleave.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NavigationTest {

    private static final long START = 1_000_000_000_000L;
    private static final long MS = 1_000_000;
    private static final int WIDTH = 800;

    private final Navigation navigation = new Navigation();

    @BeforeEach
    void begin() {
        navigation.resize(WIDTH);
        navigation.begin(START, START, false);
    }

    @Test
    void a_young_run_is_shown_whole_and_fills_most_of_the_width() {
        for (long elapsed = 10 * MS; elapsed < 4_000 * MS; elapsed += 13 * MS) {
            navigation.advance(START + elapsed, false, elapsed);
            assertThat(navigation.scale().x(START)).isZero();
            assertThat(navigation.scale().x(START + elapsed)).isBetween(WIDTH * 0.79, WIDTH + 0.5);
        }
    }

    @Test
    void a_long_run_is_followed_with_the_present_at_the_right_edge() {
        long elapsed = 20_000 * MS;
        navigation.advance(START + elapsed, false, 1);
        for (int frame = 0; frame < 100; frame++) {
            elapsed += 16 * MS;
            navigation.advance(START + elapsed, false, 1 + elapsed);
        }
        assertThat(navigation.scale().x(START + elapsed)).isCloseTo(WIDTH, within(WIDTH * 0.02));
        assertThat(navigation.scale().x(START + elapsed - Navigation.FOLLOWED)).isCloseTo(0, within(WIDTH * 0.02));
    }

    @Test
    void what_led_to_a_standstill_stays_in_sight_however_long_it_lasts() {
        long standstill = START + 8_000 * MS;
        navigation.advance(standstill, false, 1);
        navigation.still(standstill);
        for (long elapsed = 8_000 * MS; elapsed < 600_000 * MS; elapsed += 1_300 * MS) {
            navigation.advance(START + elapsed, false, elapsed);
            assertThat(navigation.scale().x(standstill)).isPositive();
            assertThat(navigation.scale().x(START + elapsed)).isBetween(WIDTH * 0.7, WIDTH + 0.5);
        }
        navigation.still(Long.MAX_VALUE);
        navigation.advance(START + 600_000 * MS, false, Long.MAX_VALUE);
        assertThat(navigation.scale().x(standstill)).isNegative();
    }

    @Test
    void whoever_scrolls_away_is_left_in_peace_until_the_present_is_asked_for() {
        navigation.advance(START + 100 * MS, false, 1);
        navigation.zoom(0.1, 300);
        TimeScale chosen = navigation.scale();
        navigation.advance(START + 3_000 * MS, false, 2);
        navigation.advance(START + 3_100 * MS, true, 3);
        assertThat(navigation.following()).isFalse();
        assertThat(navigation.scale()).isEqualTo(chosen);
        navigation.following(true);
        assertThat(navigation.scale().x(START)).isZero();
    }

    @Test
    void a_frozen_picture_stands_still() {
        navigation.advance(START + 100 * MS, false, 1);
        navigation.frozen(true);
        TimeScale frozen = navigation.scale();
        navigation.advance(START + 900 * MS, false, 2);
        assertThat(navigation.scale()).isEqualTo(frozen);
        navigation.frozen(false);
        assertThat(navigation.scale().x(START + 900 * MS)).isLessThanOrEqualTo(WIDTH);
    }

    @Test
    void a_finished_run_is_shown_from_beginning_to_end() {
        navigation.advance(START + 37 * MS, true, 1);
        assertThat(navigation.scale().x(START)).isZero();
        assertThat(navigation.scale().x(START + 37 * MS)).isBetween(WIDTH * 0.97, (double) WIDTH);
    }

    @Test
    void the_run_cannot_be_lost_from_sight() {
        navigation.advance(START + 10 * MS, true, 1);
        navigation.pan(1e7);
        assertThat(navigation.scale().x(START + 10 * MS)).isPositive();
        navigation.pan(-1e7);
        assertThat(navigation.scale().x(START)).isLessThan(WIDTH);
        for (int step = 0; step < 100; step++) {
            navigation.zoom(10, 400);
        }
        assertThat(navigation.scale().x(START + 10 * MS) - navigation.scale().x(START))
                .isGreaterThan(WIDTH / 5.0);
        for (int step = 0; step < 100; step++) {
            navigation.zoom(0.1, 400);
        }
        assertThat(navigation.scale().nanosPerPixel()).isEqualTo(TimeScale.DEEPEST);
    }
}
