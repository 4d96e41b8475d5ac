package io.interleave.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ColourVisionTest {

    @ParameterizedTest
    @EnumSource
    void black_and_white_stay_a_hundred_apart_and_grey_stays_grey(ColourVision vision) {
        assertThat(vision.distance(0xFF000000, 0xFFFFFFFF)).isCloseTo(100, within(0.1));
        assertThat(vision.distance(0xFF777777, 0xFFAAAAAA))
                .isCloseTo(ColourVision.USUAL.distance(0xFF777777, 0xFFAAAAAA), within(0.1));
    }

    /// Pairs that each of them is known to confuse, as Ishihara's plates use.
    @ParameterizedTest
    @EnumSource(
            value = ColourVision.class,
            names = {"PROTANOPIA", "DEUTERANOPIA"})
    void olive_and_orange_come_close_for_who_has_no_red_or_no_green(ColourVision vision) {
        double usual = ColourVision.USUAL.distance(0xFF8F9A3A, 0xFFC98A3C);
        assertThat(vision.distance(0xFF8F9A3A, 0xFFC98A3C)).isLessThan(usual / 2);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColourVision.class,
            names = {"TRITANOPIA", "GREY"})
    void blue_and_green_come_close_for_who_has_no_blue(ColourVision vision) {
        double usual = ColourVision.USUAL.distance(0xFF3C8FB5, 0xFF3C9A6A);
        assertThat(vision.distance(0xFF3C8FB5, 0xFF3C9A6A)).isLessThan(usual / 2);
    }
}
