package io.interleave.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No text makes the reader throw, hang or fail to say what is wrong.
class HostileTextTest {

    private static final int SIZE = 250 * 1024;

    static Stream<String> bombs() {
        String head = "interleave: 1\ntitle: T\n";
        return Stream.of(
                "[".repeat(SIZE),
                "{".repeat(SIZE),
                "{a: ".repeat(SIZE / 4),
                "- ".repeat(SIZE / 2),
                "? ".repeat(SIZE / 2),
                "a:\n"
                        + Stream.iterate(" ", it -> it.length() < 400, it -> it + " ")
                                .map(it -> it + "a:\n")
                                .reduce("", String::concat),
                head + "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b,*b]\n",
                "&a ".repeat(SIZE / 3),
                "!".repeat(SIZE),
                "\"".repeat(SIZE),
                "'".repeat(SIZE - 1),
                head + "expect: [" + "a,".repeat(SIZE / 2 - 100) + "]",
                head + "expect:\n" + "- n == 1\n".repeat(SIZE / 10),
                head + "about: \"" + "\\x41".repeat(SIZE / 5) + "\"",
                head + "about: |\n" + "  x\n".repeat(SIZE / 5),
                head + "x".repeat(SIZE) + ": 1",
                head + keys(SIZE / 12),
                head + "expect: [ '" + "(".repeat(SIZE - 100) + "' ]",
                head + "expect: [ '" + "- ".repeat(SIZE / 3) + "1' ]",
                head + "expect: [ '" + "9".repeat(SIZE - 100) + "' ]",
                head + "knobs: { k: { slider: " + "9".repeat(SIZE - 100) + ", min: 1, max: 2 } }",
                head + "knobs: { k: { slider: 1e999999999, min: 1, max: 1e-999999999 } }",
                "#".repeat(SIZE),
                "\n".repeat(SIZE),
                "%".repeat(SIZE),
                "---\n".repeat(SIZE / 4),
                "😀".repeat(SIZE / 4),
                "\0".repeat(SIZE),
                "\t".repeat(SIZE),
                "\uD800",
                "\uFEFF".repeat(SIZE / 3));
    }

    private static String keys(int count) {
        var keys = new StringBuilder();
        for (int i = 0; i < count; i++) {
            keys.append("key").append(i).append(": 1\n");
        }
        return keys.toString();
    }

    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @ParameterizedTest(name = "{index}")
    @MethodSource("bombs")
    void aBombIsRefusedWithAPlace(String bomb) {
        var reading = ScenarioReader.read(bomb);
        assertThat(reading.scenario()).isEmpty();
        assertThat(reading.errors()).isNotEmpty().allSatisfy(it -> {
            assertThat(it.place().line()).isPositive();
            assertThat(it.place().column()).isPositive();
            assertThat(it.message()).hasSizeLessThan(400);
        });
    }

    @Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @Test
    void mutationsOfTheGalleryAndTheExamplesAreReadOrRefused() {
        long seed = Long.getLong("interleave.seed", System.nanoTime());
        int count = Integer.getInteger("interleave.mutations", 10_000);
        System.out.printf("%d mutations with -Dinterleave.seed=%d%n", count, seed);
        var random = new Random(seed);
        var texts = Mutations.texts();
        for (int i = 0; i < count; i++) {
            String text = Mutations.of(texts.get(random.nextInt(texts.size())), texts, random);
            assertThat(ScenarioReader.read(text))
                    .as("mutation %d of seed %d", i, seed)
                    .satisfies(it -> {
                        for (var problem : it.problems()) {
                            assertThat(problem.place().line()).isBetween(1, lines(text) + 1);
                        }
                    });
        }
    }

    private static int lines(String text) {
        return (int) text.chars().filter(it -> it == '\n').count() + 1;
    }
}
