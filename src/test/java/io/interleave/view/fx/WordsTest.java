package io.interleave.view.fx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WordsTest {

    @Test
    void durationsHaveThreeDigitsAndAUnit() {
        assertThat(Words.duration(412)).isEqualTo("412 ns");
        assertThat(Words.duration(4_120)).isEqualTo("4.12 µs");
        assertThat(Words.duration(48_200_000)).isEqualTo("48.2 ms");
        assertThat(Words.duration(3_412_000_000L)).isEqualTo("3.41 s");
        assertThat(Words.duration(125_000_000_000L)).isEqualTo("2 min 5 s");
    }

    @Test
    void littleIsNotNothing() {
        assertThat(Words.percent(0)).isEqualTo("0 %");
        assertThat(Words.percent(0.00001)).isEqualTo("0.1 %");
        assertThat(Words.percent(0.1516)).isEqualTo("15 %");
    }
}
