package io.interleave.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    @ParameterizedTest
    @CsvSource({"read,read,0", "reed,read,1", "raed,read,1", "rea,read,1", "reads,read,1", "'',abc,3", "sliedr,slider,1"
    })
    void countsSlips(String from, String to, int slips) {
        assertThat(Nearest.slips(from, to)).isEqualTo(slips);
        assertThat(Nearest.slips(to, from)).isEqualTo(slips);
    }

    @Test
    void neverExceedsTheLongerWord() {
        var random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            String a = word(random);
            String b = word(random);
            assertThat(Nearest.slips(a, b))
                    .isBetween(Math.abs(a.length() - b.length()), Math.max(a.length(), b.length()));
        }
    }

    @Test
    void guessesOnlyWhatIsNear() {
        var known = List.of("read", "write", "release");
        assertThat(Nearest.to("raed", known)).contains("read");
        assertThat(Nearest.to("Write", known)).contains("write");
        assertThat(Nearest.to("relaese", known)).contains("release");
        assertThat(Nearest.to("banana", known)).isEmpty();
        assertThat(Nearest.to("", known)).isEmpty();
        assertThat(Nearest.to("x".repeat(10_000), known)).isEmpty();
    }

    private static String word(Random random) {
        return random.ints(random.nextInt(8), 'a', 'd')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
