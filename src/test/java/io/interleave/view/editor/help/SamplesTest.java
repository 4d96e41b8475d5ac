package io.interleave.view.editor.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.edit.Script;
import io.interleave.model.ScenarioReader;
import io.interleave.model.Vocabulary;
import io.interleave.model.Word;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class SamplesTest {

    private final Samples samples = new Samples();

    private static Stream<Word> words() {
        return Stream.of(Word.Family.values()).flatMap(it -> Vocabulary.all(it).stream());
    }

    @TestFactory
    Stream<DynamicTest> every_word_is_shown_by_a_sound_scenario_and_has_lines_in_both_languages() {
        return words().map(word -> DynamicTest.dynamicTest(word.family() + " " + word.word(), () -> {
            assertThat(word.example()).isNotBlank();
            var sample = samples.of(word);
            assertThat(ScenarioReader.read(sample.text()).errors()).isEmpty();
            assertThat(Script.of(sample.text()).outline().blocks())
                    .anyMatch(it -> it.start() == sample.start()
                            && it.vocabulary().filter(word::equals).isPresent());
            for (var lines : Stream.of(sample.java(), sample.python()).toList()) {
                assertThat(lines).hasSizeBetween(1, Samples.LINES);
                assertThat(lines).anyMatch(it -> !it.isBlank() && !it.equals(Samples.MORE));
                assertThat(indent(lines.stream().filter(it -> !it.isBlank()))).isZero();
            }
        }));
    }

    private static int indent(Stream<String> lines) {
        return lines.map(it -> it.length() - it.stripLeading().length())
                .min(Comparator.naturalOrder())
                .orElse(0);
    }

    @Test
    void a_scenario_made_from_an_example_has_only_what_that_needs() {
        var register = Vocabulary.find(Word.Family.STEP, "register").orElseThrow();
        var scenario = ScenarioReader.read(MiniScenario.of(register)).scenario().orElseThrow();
        assertThat(scenario.knobs()).isEmpty();
        assertThat(scenario.resources()).hasSize(1);
        assertThat(scenario.units()).hasSize(1);
    }
}
