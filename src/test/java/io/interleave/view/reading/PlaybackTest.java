package io.interleave.view.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.testkit.Seed;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A run that is played again.
final class PlaybackTest {

    private static final Random RANDOM = Seed.random(PlaybackTest.class);
    private static final long START = 5_000;
    private static final long END = START + 10_000_000_000L;

    private final Playback playback = new Playback();

    private void playAt(int slowness) {
        playback.play(START, END, 1_000_000);
        playback.slownessProperty().set(slowness);
    }

    @Test
    void before_it_plays_there_is_no_moment() {
        assertThat(playback.momentProperty().get()).isEqualTo(Playback.NEVER);
        playback.passed(1_000);
        playback.seek(7_000);
        assertThat(playback.momentProperty().get()).isEqualTo(Playback.NEVER);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100, 1_000, 10_000, 100_000})
    void it_moves_so_many_times_slower(int slowness) {
        playAt(slowness);
        playback.passed(1_000_000_000);
        assertThat(playback.momentProperty().get()).isEqualTo(START + 1_000_000_000 / slowness);
    }

    @RepeatedTest(20)
    void no_fraction_is_ever_lost() {
        playAt(100_000);
        long passed = 0;
        for (int pulse = 0; pulse < 5_000; pulse++) {
            long nanos = RANDOM.nextLong(30_000);
            playback.passed(nanos);
            passed += nanos;
        }
        assertThat(playback.momentProperty().get())
                .isBetween(START + passed / 100_000 - 1, START + passed / 100_000 + 1);
    }

    @Test
    void while_it_is_paused_time_passes_by() {
        playAt(1);
        playback.passed(100);
        playback.pause();
        playback.passed(1_000_000);
        assertThat(playback.momentProperty().get()).isEqualTo(START + 100);
        playback.play(START + 77, END, 5);
        assertThat(playback.slownessProperty().get()).isEqualTo(1);
        playback.passed(100);
        assertThat(playback.momentProperty().get()).isEqualTo(START + 200);
    }

    @Test
    void at_the_end_it_stands_still_and_begins_again_when_asked_to() {
        playAt(1);
        playback.passed(Long.MAX_VALUE / 4);
        assertThat(playback.momentProperty().get()).isEqualTo(END);
        assertThat(playback.playingProperty().get()).isFalse();
        playback.play(START + 9, END, 5);
        assertThat(playback.momentProperty().get()).isEqualTo(START + 9);
        assertThat(playback.playingProperty().get()).isTrue();
    }

    @Test
    void a_moment_is_sought_but_not_behind_the_end() {
        playAt(10);
        playback.seek(START + 500);
        assertThat(playback.momentProperty().get()).isEqualTo(START + 500);
        playback.seek(END + 1);
        assertThat(playback.momentProperty().get()).isEqualTo(END);
    }

    @Test
    void stopped_it_shows_all_again() {
        playAt(10);
        playback.stop();
        assertThat(playback.momentProperty().get()).isEqualTo(Playback.NEVER);
        assertThat(playback.playingProperty().get()).isFalse();
    }

    @RepeatedTest(50)
    void what_is_in_sight_takes_seconds_and_not_minutes_where_there_is_such_a_speed() {
        long inSight = (long) Math.pow(10, RANDOM.nextDouble(5, 10));
        int speed = Playback.comfortable(inSight);
        assertThat(Playback.SPEEDS).contains(speed);
        double seconds = inSight / 1e9 * speed;
        if (speed > 1) {
            assertThat(seconds).isLessThanOrEqualTo(24.1);
        }
        if (speed < 100_000) {
            assertThat(seconds).isGreaterThanOrEqualTo(2.3);
        }
    }
}
