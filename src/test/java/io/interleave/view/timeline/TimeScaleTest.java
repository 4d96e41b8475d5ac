package io.interleave.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeScaleTest {

    private static final long FAR = 9_000_000_000_000_000_000L;

    @Test
    void a_pixel_leads_to_a_time_that_leads_back_to_the_pixel() {
        Random random = new Random(1);
        for (int round = 0; round < 10_000; round++) {
            TimeScale scale = random(random);
            int column = random.nextInt(4000);
            long time = scale.columnStart(column);
            assertThat(scale.x(time)).isGreaterThanOrEqualTo(column - 1e-6);
            assertThat(scale.x(time - 1)).isLessThan(column + 1e-6);
            double nanosecond = 1 / scale.nanosPerPixel();
            assertThat(scale.x(scale.timeAt(column))).isBetween(column - nanosecond - 1e-6, column + 1e-6);
        }
    }

    @Test
    void zooming_leaves_the_time_under_the_pointer_where_it_is() {
        Random random = new Random(2);
        for (int round = 0; round < 10_000; round++) {
            TimeScale scale = random(random);
            double pointer = random.nextInt(2000);
            long time = scale.columnStart((int) pointer);
            double before = scale.x(time);
            TimeScale zoomed = scale.zoomed(Math.pow(2, random.nextDouble(-3, 3)), before);
            assertThat(zoomed.x(time)).isCloseTo(before, within(1e-3));
        }
    }

    @Test
    void zooming_in_and_out_again_does_not_drift() {
        TimeScale scale = TimeScale.fitting(FAR, FAR + 3_600_000_000_000L, 1500);
        TimeScale zoomed = scale;
        for (int step = 0; step < 30; step++) {
            zoomed = zoomed.zoomed(0.5, 777);
        }
        for (int step = 0; step < 30; step++) {
            zoomed = zoomed.zoomed(2, 777);
        }
        assertThat(zoomed.x(FAR)).isCloseTo(0, within(0.01));
        assertThat(zoomed.nanosPerPixel()).isEqualTo(scale.nanosPerPixel());
    }

    @Test
    void a_nanosecond_is_exact_beyond_ten_billion_pixels() {
        TimeScale scale = new TimeScale(FAR, 0, TimeScale.DEEPEST);
        assertThat((FAR - (FAR - 3_600_000_000_000L)) / scale.nanosPerPixel()).isGreaterThan(1e10);
        for (int nanos = 0; nanos < 20; nanos++) {
            assertThat(scale.x(FAR + nanos)).isCloseTo(nanos * 100.0, within(1e-9));
            assertThat(scale.timeAt(nanos * 100.0 + 50)).isEqualTo(FAR + nanos);
        }
    }

    @Test
    void panning_by_pixels_moves_every_time_by_as_many() {
        Random random = new Random(3);
        for (int round = 0; round < 10_000; round++) {
            TimeScale scale = random(random);
            int pixels = random.nextInt(-500, 500);
            long time = scale.timeAt(random.nextInt(2000));
            assertThat(scale.panned(pixels).x(time)).isCloseTo(scale.x(time) - pixels, within(1e-3));
        }
    }

    @Test
    void an_aligned_scale_is_within_half_a_pixel_and_has_its_anchor_on_a_whole_one() {
        Random random = new Random(4);
        for (int round = 0; round < 10_000; round++) {
            TimeScale scale = random(random);
            long anchor = scale.origin() - random.nextLong(1_000_000_000);
            TimeScale aligned = scale.alignedTo(anchor);
            long time = scale.timeAt(500);
            assertThat(aligned.x(time)).isCloseTo(scale.x(time), within(0.501));
            double x = aligned.x(anchor);
            assertThat(x).isCloseTo(Math.rint(x), within(1e-3));
        }
    }

    @Test
    void refuses_what_cannot_be_drawn() {
        assertThatThrownBy(() -> new TimeScale(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TimeScale(0, 0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TimeScale(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static TimeScale random(Random random) {
        double nanosPerPixel = Math.pow(10, random.nextDouble(-1.5, 6));
        return new TimeScale(random.nextLong(FAR), random.nextDouble(), nanosPerPixel);
    }
}
