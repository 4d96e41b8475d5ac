package io.interleave.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.cli.EngineRuns;
import io.interleave.model.Settings;
import io.interleave.run.LocalEngines;
import io.interleave.testkit.Python;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Scenarios that put words together as those of the gallery do not: locks of every kind within each other and
/// switched off, names that mean something in Java or Python, texts with anything in them, no units at all. All
/// that they expect holds, in the engine and in both programs.
@Timeout(240)
class ProgramsAgreeTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    static Stream<Path> scenarios() throws Exception {
        try (var files = Files.list(folder())) {
            return files.sorted().toList().stream();
        }
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(ProgramsAgreeTest.class.getResource("programs"))
                .toURI());
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".interleave.yaml", "");
    }

    private static Listing java(Path file) throws Exception {
        var scenario = Programs.scenario(Files.readString(file));
        return JavaCode.of(scenario, Settings.of(scenario), name(file));
    }

    private static Listing python(Path file) throws Exception {
        var scenario = Programs.scenario(Files.readString(file));
        return PythonCode.of(scenario, Settings.of(scenario), name(file));
    }

    @Test
    void every_program_compiles_without_a_warning(@TempDir Path directory) throws Exception {
        var listings = new ArrayList<Listing>();
        var arguments = new ArrayList<>(List.of("-W", "error", "-m", "py_compile"));
        for (var file : scenarios().toList()) {
            listings.add(java(file));
            var python = python(file);
            Files.writeString(directory.resolve(python.fileName()), python.text());
            arguments.add(python.fileName());
        }
        // Each in a folder of its own: the classes of their helpers bear the same names.
        for (var listing : listings) {
            var classes = Files.createDirectory(directory.resolve(listing.fileName() + ".classes"));
            assertThat(JavaPrograms.compile(List.of(listing), classes)).isEmpty();
        }
        var ending = Python.run(directory, LIMIT.toSeconds(), arguments.toArray(String[]::new));
        assertThat(ending.status()).as(ending.errors()).isZero();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    @EnabledIfSystemProperty(named = "gallery", matches = "on")
    void the_engine_and_both_programs_give_what_is_expected(Path file, @TempDir Path directory) throws Exception {
        try (var engines = new LocalEngines()) {
            var outcome = EngineRuns.run(engines, file.toString(), LIMIT.toSeconds() + "s", List.of());
            assertThat(outcome.at("/outcome/expectations").valueStream().map(ProgramsAgreeTest::verdict))
                    .as("engine")
                    .isNotEmpty()
                    .allMatch("held"::equals);
        }

        var java = java(file);
        assertThat(JavaPrograms.compile(List.of(java), directory)).isEmpty();
        var run = JavaPrograms.run(java, directory, LIMIT);
        assertThat(run.status()).as("Java: " + run.output()).isEqualTo(Optional.of(0));

        var python = python(file);
        Files.writeString(directory.resolve(python.fileName()), python.text());
        var ending = Python.run(directory, LIMIT.toSeconds(), python.fileName());
        assertThat(ending.inTime()).as("Python: " + ending).isTrue();
        assertThat(ending.status()).as("Python: " + ending).isZero();
    }

    private static String verdict(JsonNode expectation) {
        return expectation.get("verdict").asString();
    }
}
