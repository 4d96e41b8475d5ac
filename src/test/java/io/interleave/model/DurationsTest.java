package io.interleave.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "0,0s",
        "1,1ns",
        "999,999ns",
        "1000,1us",
        "1500,1.5us",
        "250000,250us",
        "2000000,2ms",
        "1500000000,1.5s",
        "60000000000,1min",
        "90000000000,90s",
        "-2000000,-2ms",
        "1000000001,1.000000001s",
        "9223372036854775807,9223372036.854775807s",
        "-9223372036854775808,-9223372036.854775808s"
    })
    void isWrittenAsShortAsExact(long nanos, String text) {
        assertThat(Durations.format(nanos)).isEqualTo(text);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        var random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            long nanos = random.nextLong() >> random.nextInt(64);
            assertThat(Durations.parse(Durations.format(nanos))).hasValue(nanos);
        }
    }

    @ParameterizedTest
    @CsvSource({"2ms,2000000", "2 ms,2000000", "250µs,250000", "250μs,250000", "0.001us,1", "2min,120000000000"})
    void isReadInEveryUnit(String text, long nanos) {
        assertThat(Durations.parse(text)).hasValue(nanos);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "ms", "2h", "0.5ns", "1e3ms", "2ms3", "9999999999999s", "--2ms", ".5s", "2MS"})
    void anythingElseIsNone(String text) {
        assertThat(Durations.parse(text)).isEqualTo(OptionalLong.empty());
    }
}
