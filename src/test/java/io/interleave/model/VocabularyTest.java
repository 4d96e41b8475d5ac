package io.interleave.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VocabularyTest {

    static List<Word> words() {
        return Examples.words();
    }

    @ParameterizedTest
    @MethodSource("words")
    void the_reader_accepts_the_example_of_every_word(Word word) {
        var reading = ScenarioReader.read(Examples.scenario(word));
        assertThat(reading.errors()).extracting(it -> it.inFile(word.word())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("words")
    void every_example_uses_its_word(Word word) {
        assertThat(word.example()).containsPattern("\\b%s:".formatted(word.word()));
    }

    @Test
    void every_kind_of_step_resource_and_unit_comes_out_of_some_example() {
        var found = new HashSet<Class<?>>();
        words().forEach(word ->
                collect(ScenarioReader.read(Examples.scenario(word)).scenario().orElseThrow(), found));
        assertThat(found)
                .containsAll(kinds(Step.class))
                .containsAll(kinds(Resource.class))
                .containsAll(kinds(UnitGroup.Kind.class))
                .containsAll(kinds(Knob.class));
    }

    @Test
    void the_word_of_a_record_is_a_word_of_the_vocabulary() {
        for (var word : words()) {
            var scenario =
                    ScenarioReader.read(Examples.scenario(word)).scenario().orElseThrow();
            scenario.units().forEach(group -> group.steps().forEach(VocabularyTest::isKnown));
        }
    }

    private static void isKnown(Step step) {
        assertThat(Vocabulary.words(Word.Family.STEP)).contains(step.word());
        step.bodies().forEach(body -> body.forEach(VocabularyTest::isKnown));
    }

    private static Set<Class<?>> kinds(Class<?> sealed) {
        return Set.copyOf(Arrays.asList(sealed.getPermittedSubclasses()));
    }

    private static void collect(Object it, Set<Class<?>> found) {
        switch (it) {
            case Collection<?> many -> many.forEach(each -> collect(each, found));
            case Optional<?> perhaps -> perhaps.ifPresent(each -> collect(each, found));
            case Record record -> {
                found.add(record.getClass());
                Stream.of(record.getClass().getRecordComponents()).forEach(component -> {
                    try {
                        collect(component.getAccessor().invoke(record), found);
                    } catch (ReflectiveOperationException e) {
                        throw new AssertionError(e);
                    }
                });
            }
            default -> {}
        }
    }
}
