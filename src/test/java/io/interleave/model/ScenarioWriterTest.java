package io.interleave.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioWriterTest {

    private static final List<String> TEXTS = List.of(
            "plain",
            "with: colon",
            "# no comment",
            "'quoted'",
            "\"double\"",
            "- dash",
            "[list]",
            "{map}",
            "&a",
            "*a",
            "!t",
            "on",
            "1",
            "null",
            "~",
            "%",
            "@x",
            "a #b",
            "é😀",
            "back\\slash",
            "x ".repeat(120).strip(),
            "two\nlines",
            "\u0001");

    static List<Gallery.Entry> gallery() {
        return Gallery.entries();
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void theGalleryIsReadBackAsItWas(Gallery.Entry entry) {
        var scenario = ScenarioReader.read(entry.text()).scenario().orElseThrow();
        assertIsReadBack(scenario);
    }

    @Test
    void writesLikeAPerson() {
        var scenario = ScenarioReader.read(
                        Gallery.find("more-workers-than-cores").orElseThrow().text())
                .scenario()
                .orElseThrow();
        assertThat(ScenarioWriter.write(scenario))
                .startsWith("interleave: 1\ntitle: More workers than cores\n")
                .endsWith("""

                    knobs:
                      workers: {slider: 8, min: 1, max: 32}
                      pieces: {slider: 200, min: 1, max: 5000, scale: log, label: Pieces each}
                      piece: {slider: 2ms, min: 100us, max: 50ms, scale: log, label: Work per piece}

                    resources:
                      finished: {variable: 0}

                    units:
                      worker:
                        thread: $workers
                        steps:
                          - repeat: $pieces
                            steps:
                              - compute: $piece
                              - update: {to: finished, value: finished + 1}

                    expect:
                      - finished == workers * pieces
                    """);
    }

    @Test
    void anyScenarioIsReadBackAsItWas() {
        long seed = Long.getLong("interleave.seed", 20261122);
        var random = new Random(seed);
        var written = new HashSet<String>();
        int inOrder = 0;
        for (int i = 0; i < 200; i++) {
            var scenario = new ScenarioMaker(random, TEXTS).scenario();
            boolean dividesByZero =
                    !SettingsCheck.check(scenario, Settings.of(scenario)).isEmpty();
            if (!dividesByZero) {
                assertIsReadBack(scenario);
                scenario.units().forEach(group -> collect(group.steps(), written));
                inOrder++;
            }
        }
        assertThat(inOrder).as("seed %d", seed).isGreaterThan(30);
        assertThat(written).as("seed %d", seed).containsAll(Vocabulary.words(Word.Family.STEP));
    }

    private static void collect(List<Step> steps, Set<String> words) {
        for (var step : steps) {
            words.add(step.word());
            step.bodies().forEach(body -> collect(body, words));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theExamplesOfTheVocabularyAreReadBackAsTheyWere(Word word) {
        assertIsReadBack(ScenarioReader.read(Examples.scenario(word)).scenario().orElseThrow());
    }

    static List<Word> examples() {
        return Examples.words();
    }

    private static void assertIsReadBack(Scenario scenario) {
        String text = ScenarioWriter.write(scenario);
        var reading = ScenarioReader.read(text);
        assertThat(reading.errors()).as(text).isEmpty();
        assertThat(WithoutPlaces.of(reading.scenario().orElseThrow())).as(text).isEqualTo(WithoutPlaces.of(scenario));
    }
}
