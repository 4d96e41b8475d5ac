package io.interleave.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RasterTest {

    private static final int RED = 0xFFFF0000;
    private static final int BLUE = 0xFF0000FF;

    @Test
    void a_filled_rectangle_has_exactly_its_pixels() {
        Raster raster = new Raster(10, 8, 1);
        raster.fill(2, 3, 4, 2, RED);
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 10; x++) {
                boolean inside = x >= 2 && x < 6 && y >= 3 && y < 5;
                assertThat(raster.at(x, y)).isEqualTo(inside ? RED : 0);
            }
        }
    }

    @Test
    void words_take_their_colour_as_far_as_they_cover_a_pixel_of_the_screen() {
        Raster raster = new Raster(10, 8, 2);
        raster.fill(0, 0, 10, 8, BLUE);
        Letters letters = new Letters(1, -2, 3, new byte[] {0, (byte) 255, 51, (byte) 255, 0, 0});
        raster.clip(2, 2, 2, 1);
        raster.print(letters, 2, 3, RED);
        raster.unclip();
        int[] expected = new int[20 * 16];
        Arrays.fill(expected, BLUE);
        expected[4 * 20 + 6] = RED;
        expected[4 * 20 + 7] = 0xFF3300CC;
        expected[5 * 20 + 5] = RED;
        assertThat(raster.argb()).isEqualTo(expected);
        raster.clip(0, 0, 3, 8);
        raster.print(letters, 2, 7, RED);
        assertThat(raster.argb()[12 * 20 + 6]).isEqualTo(BLUE);
    }

    @Test
    void nothing_outside_of_the_clip_or_the_picture_is_touched() {
        Raster raster = new Raster(10, 8, 1);
        raster.clip(3, 3, 4, 2);
        raster.fill(-100, -100, 300, 300, RED);
        raster.hatch(-100, -100, 300, 300, BLUE, RED);
        Stacks stacks = new Stacks(new int[] {BLUE}, new int[] {BLUE});
        for (int column = 0; column < 40; column++) {
            stacks.column(1);
            stacks.slice(50, 0);
        }
        raster.stacks(-5, 20, stacks);
        int touched = 0;
        for (int pixel : raster.argb()) {
            touched += pixel != 0 ? 1 : 0;
        }
        assertThat(touched).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.25, 1.5, 2})
    void stacks_look_as_if_drawn_slice_by_slice(double zoom) {
        Random random = new Random(5);
        int[] colours = random.ints(50).map(it -> 0xFF000000 | it).toArray();
        int[] backs = IntStream.range(0, 50)
                .map(it -> it % 2 == 0 ? colours[it] : BLUE)
                .toArray();
        Stacks stacks = new Stacks(colours, backs);
        while (stacks.width() < 150) {
            stacks.column(1 + random.nextInt(4));
            int top = 0;
            for (int slice = random.nextInt(4); slice > 0; slice--) {
                top += random.nextInt(7);
                stacks.slice(top, random.nextInt(colours.length));
            }
        }
        Raster quick = new Raster(200, 40, zoom);
        quick.stacks(20, 30, stacks);
        Raster plain = new Raster(200, 40, zoom);
        new SliceBySlice(plain).stacks(20, 30, stacks);
        if (zoom == 1 || zoom == 2) {
            assertThat(quick.argb()).isEqualTo(plain.argb());
        } else {
            int differing = 0;
            for (int pixel = 0; pixel < plain.argb().length; pixel++) {
                differing += quick.argb()[pixel] != plain.argb()[pixel] ? 1 : 0;
            }
            assertThat(differing).as("rounding at fractional zoom").isLessThan(plain.argb().length / 10);
        }
    }

    @Test
    void half_transparent_red_over_blue_is_purple() {
        Raster raster = new Raster(1, 1, 1);
        raster.fill(0, 0, 1, 1, BLUE);
        raster.fill(0, 0, 1, 1, 0x80FF0000);
        assertThat(raster.at(0, 0)).isEqualTo(0xFF80007F);
    }

    private record SliceBySlice(Raster raster) implements Pixels {
        @Override
        public void fill(int x, int y, int width, int height, int argb) {
            raster.fill(x, y, width, height, argb);
        }

        @Override
        public void hatch(int x, int y, int width, int height, int argb, int back) {
            raster.hatch(x, y, width, height, argb, back);
        }

        @Override
        public void clip(int x, int y, int width, int height) {
            raster.clip(x, y, width, height);
        }

        @Override
        public void unclip() {
            raster.unclip();
        }
    }
}
