package io.interleave.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Scenario;
import io.interleave.model.Settings;
import io.interleave.testkit.Python;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is true of the Python of the whole gallery, and of an example of every word of the language.
class PythonProgramsTest {

    private static final String CHECKER = "check_programs.py";

    private static final long PATIENCE = 120;

    static Iterable<Map.Entry<String, Scenario>> scenarios() {
        return Programs.all().entrySet();
    }

    @Test
    void all_programs_compile_and_use_what_they_import(@TempDir Path directory) throws Exception {
        for (var it : scenarios()) {
            var listing = PythonCode.of(it.getValue(), Settings.of(it.getValue()), it.getKey());
            Files.writeString(directory.resolve(listing.fileName()), listing.text());
        }
        copyChecker(directory);
        var ending = Python.run(directory, PATIENCE, CHECKER);
        assertThat(ending.output()).isEmpty();
        assertThat(ending.errors()).isEmpty();
        assertThat(ending.status()).isZero();
    }

    private static void copyChecker(Path directory) throws IOException {
        try (var in = PythonProgramsTest.class.getResourceAsStream(CHECKER)) {
            Files.copy(Objects.requireNonNull(in), directory.resolve(CHECKER));
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void every_step_has_lines_of_its_own(Map.Entry<String, Scenario> it) {
        var places = Programs.python(it.getValue()).passages().stream()
                .map(Listing.Passage::place)
                .toList();
        assertThat(Programs.steps(it.getValue()))
                .allSatisfy(step -> assertThat(places).as(step.word()).contains(step.place()));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void every_step_is_named_in_a_comment(Map.Entry<String, Scenario> it) {
        var listing = Programs.python(it.getValue());
        assertThat(Programs.steps(it.getValue())).allSatisfy(step -> {
            var words = listing.passages().stream()
                    .filter(passage -> passage.place().equals(step.place()))
                    .map(passage -> String.join(
                            "\n",
                            listing.text()
                                    .lines()
                                    .skip(passage.first() - 1L)
                                    .limit(passage.last() - passage.first() + 1L)
                                    .toList()))
                    .findFirst();
            assertThat(words)
                    .as(step.word())
                    .hasValueSatisfying(lines -> assertThat(lines).contains("# " + step.word()));
        });
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void knobs_units_and_expectations_have_lines_of_their_own(Map.Entry<String, Scenario> it) {
        var scenario = it.getValue();
        var places = Programs.python(scenario).passages().stream()
                .map(Listing.Passage::place)
                .toList();
        assertThat(scenario.knobs()).allSatisfy(knob -> assertThat(places).contains(knob.place()));
        assertThat(scenario.expectations())
                .allSatisfy(each -> assertThat(places).contains(each.place()));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void what_is_missing_is_said_in_the_program_too(Map.Entry<String, Scenario> it) {
        var listing = Programs.python(it.getValue());
        var comments = listing.text()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("# "))
                .map(line -> line.substring(2))
                .toList();
        var together = String.join(" ", comments);
        assertThat(listing.gaps()).allSatisfy(gap -> assertThat(together).contains(gap.words()));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void passages_lie_within_the_text_in_order(Map.Entry<String, Scenario> it) {
        var listing = Programs.python(it.getValue());
        long lines = listing.text().lines().count();
        int before = 0;
        for (var passage : listing.passages()) {
            assertThat(passage.first()).isBetween(Math.max(1, before), passage.last());
            assertThat((long) passage.last()).isLessThanOrEqualTo(lines);
            before = passage.first();
        }
    }
}
