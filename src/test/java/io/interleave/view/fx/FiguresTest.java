package io.interleave.view.fx;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Value;
import org.junit.jupiter.api.Test;

final class FiguresTest {

    @Test
    void durationsHaveThreeDigitsAndAUnit() {
        assertThat(Figures.duration(412)).isEqualTo("412 ns");
        assertThat(Figures.duration(4_120)).isEqualTo("4.12 µs");
        assertThat(Figures.duration(48_200_000)).isEqualTo("48.2 ms");
        assertThat(Figures.duration(3_412_000_000L)).isEqualTo("3.41 s");
        assertThat(Figures.duration(125_000_000_000L)).isEqualTo("2 min 5 s");
    }

    @Test
    void littleIsNotNothingAndNotAllIsNotAll() {
        assertThat(Figures.percent(0)).isEqualTo("0 %");
        assertThat(Figures.percent(0.00001)).isEqualTo("<0.1 %");
        assertThat(Figures.percent(0.0042)).isEqualTo("0.4 %");
        assertThat(Figures.percent(0.9999)).isEqualTo(">99 %");
        assertThat(Figures.percent(1)).isEqualTo("100 %");
        assertThat(Figures.percent(0.1516)).isEqualTo("15 %");
    }

    @Test
    void bytesHaveUnitsOfTheirOwn() {
        assertThat(Figures.bytes(812)).isEqualTo("812 B");
        assertThat(Figures.bytes(1 << 20)).isEqualTo("1.00 MiB");
    }

    @Test
    void valuesHaveAsManyDigitsAsCanBeTakenIn() {
        assertThat(Figures.value(new Value.Whole(16_000))).isEqualTo("16,000");
        assertThat(Figures.value(new Value.Time(405_790_511))).isEqualTo("406 ms");
        assertThat(Figures.value(new Value.Decimal(49.5))).isEqualTo("49.5");
        assertThat(Figures.value(new Value.Decimal(0))).isEqualTo("0.0");
        assertThat(Figures.value(new Value.Decimal(100 / 3.0))).isEqualTo("33.333");
        assertThat(Figures.value(new Value.Decimal(0.000123456))).isEqualTo("0.000123");
        assertThat(Figures.value(new Value.Truth(true))).isEqualTo("on");
    }
}
