package io.interleave.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `LANGUAGE.md` is written by this test: `mvn test -Dtest=LanguagePageTest -Dinterleave.language=write`.
class LanguagePageTest {

    private static final Path PAGE = Path.of("LANGUAGE.md");

    @Test
    void the_page_in_the_project_is_what_the_vocabulary_says() throws IOException {
        if ("write".equals(System.getProperty("interleave.language"))) {
            Files.writeString(PAGE, Reference.markdown());
        }
        assertThat(PAGE)
                .as("out of date: mvn test -Dtest=LanguagePageTest -Dinterleave.language=write")
                .content()
                .isEqualTo(Reference.markdown());
    }

    @Test
    void every_word_and_every_key_is_explained() {
        var text = Reference.plain();
        for (var word : Examples.words()) {
            assertThat(text).contains("\n" + word.word() + "\n");
            word.keys().forEach(it -> assertThat(text).contains("    " + it.name() + " "));
            word.beside().forEach(it -> assertThat(text).contains("    " + it.name() + " "));
        }
    }

    @Test
    void the_scenario_that_it_begins_with_is_in_order() {
        assertThat(ScenarioReader.read(Reference.SCENARIO).problems()).isEmpty();
    }

    @Test
    void it_fits_a_terminal_of_80_columns() {
        assertThat(List.of(Reference.plain().split("\n")))
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(80));
    }

    @Test
    void it_is_the_same_every_time() {
        assertThat(Reference.plain()).isEqualTo(Reference.plain());
        assertThat(Reference.markdown()).isEqualTo(Reference.markdown());
    }
}
