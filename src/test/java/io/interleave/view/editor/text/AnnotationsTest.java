package io.interleave.view.editor.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.lint.Lint;
import io.interleave.model.Place;
import io.interleave.model.Problem;
import io.interleave.model.ScenarioReader;
import io.interleave.view.editor.text.Annotation.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnnotationsTest {

    private static final String SCENARIO = """
            interleave: 1
            title: A lock
            # kept
            resources:
              count: { variable: 0 }
              mutex: { lock: mutex }   # this too

            units:
              worker:
                thread: 2
                steps:
                  - acquire: mutex
                  - increment: count
                  - release: mutex
            """;

    private static List<Annotation> read(String text) {
        return Annotations.withFixes(text, ScenarioReader.read(text).problems(), List.of(), () -> true);
    }

    private static String mended(String text, String title) {
        var fix = read(text).stream()
                .flatMap(it -> it.fixes().stream())
                .filter(it -> it.title().contains(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no fix '%s' in %s".formatted(title, read(text))));
        return fix.edit().applyTo(text);
    }

    @Test
    void fixes_are_looked_for_only_as_long_as_they_are_wanted() {
        String text = SCENARIO.replace("increment: count", "incremnt: count");
        assertThat(read(text))
                .singleElement()
                .satisfies(it -> assertThat(it.fixes()).isNotEmpty());
        assertThat(Annotations.withFixes(text, ScenarioReader.read(text).problems(), List.of(), () -> false))
                .singleElement()
                .satisfies(it -> assertThat(it.fixes()).isEmpty());
    }

    @Test
    void a_misspelt_word_becomes_the_nearest_one() {
        String text = SCENARIO.replace("increment: count", "incremnt: count");
        assertThat(read(text)).singleElement().satisfies(it -> {
            assertThat(it.severity()).isEqualTo(Severity.PROBLEM);
            assertThat(text.substring(it.start(), it.end())).isEqualTo("incremnt");
        });
        assertThat(mended(text, "increment")).isEqualTo(SCENARIO);
    }

    @Test
    void a_resource_that_is_missing_is_declared_as_what_fits() {
        String text = SCENARIO.replace("increment: count", "put: { to: jobs, value: 1 }");
        String mended = mended(text, "queue");
        assertThat(mended).contains("  jobs: { queue: fifo }\n").contains("# kept", "# this too");
        assertThat(ScenarioReader.read(mended).errors()).isEmpty();
    }

    @Test
    void where_there_are_no_resources_yet_they_get_a_section() {
        String text = "interleave: 1\ntitle: X\nunits:\n  w:\n    thread: 1\n    steps:\n      - increment: n\n";
        assertThat(ScenarioReader.read(mended(text, "variable")).errors()).isEmpty();
    }

    @Test
    void a_lock_that_is_never_released_is_released_at_the_end() {
        String text = SCENARIO.replace("      - release: mutex\n", "");
        assertThat(read(text)).anyMatch(it -> it.severity() == Severity.HINT);
        assertThat(mended(text, "Release")).isEqualTo(SCENARIO);
    }

    @Test
    void what_is_probably_a_mistake_says_why_and_how_it_is_put_right() {
        String text = SCENARIO.replace("      - acquire: mutex\n", "").replace("      - release: mutex\n", "");
        var scenario = ScenarioReader.read(text).scenario().orElseThrow();
        assertThat(Annotations.withFixes(text, List.of(), Lint.of(scenario), () -> true))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.severity()).isEqualTo(Severity.HINT);
                    assertThat(it.message()).contains("count");
                    assertThat(it.fixes()).isNotEmpty();
                });
    }

    @Test
    void places_count_characters_beyond_the_basic_plane_as_one() {
        String text = SCENARIO.replace("title: A lock", "title: 😀").replace("- increment: count", "- fail: \"😀\" }");
        for (var it : read(text)) {
            assertThat(it.start()).isBetween(0, text.length());
            assertThat(it.end()).isBetween(it.start(), text.length());
        }
    }

    @Test
    void what_is_said_moves_with_the_text() {
        var said = new Annotation(10, 14, Severity.HINT, "so", List.of());
        assertThat(said.after(new TextEdit(0, "", "abc")))
                .extracting(Annotation::start, Annotation::end)
                .containsExactly(13, 17);
        assertThat(said.after(new TextEdit(12, "", "x")))
                .extracting(Annotation::start, Annotation::end)
                .containsExactly(10, 15);
        assertThat(said.after(new TextEdit(20, "ab", ""))).isEqualTo(said);
        assertThat(said.after(new TextEdit(8, "01234567", "")))
                .extracting(Annotation::start, Annotation::end)
                .containsExactly(8, 8);
    }

    @Test
    void a_problem_without_a_place_is_at_the_beginning() {
        var problem = new Problem(Problem.Severity.ERROR, Place.NOWHERE, "bad", "", Optional.empty());
        assertThat(Annotations.of("a", List.of(problem), List.of()))
                .singleElement()
                .satisfies(it -> assertThat(it.start()).isZero());
    }
}
