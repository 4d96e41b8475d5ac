package io.interleave.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.cli.EngineRuns;
import io.interleave.model.Settings;
import io.interleave.run.LocalEngines;
import io.interleave.testkit.Python;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Scenarios made at random: both programs end with the values that the engine ended with, and print the lines that
/// it printed. `-Dseeds=FIRST-LAST` takes others than the usual ones.
@Timeout(240)
@EnabledIfSystemProperty(named = "gallery", matches = "on")
class RandomProgramsAgreeTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final LocalEngines ENGINES = new LocalEngines();

    @AfterAll
    static void end() {
        ENGINES.close();
    }

    static LongStream seeds() {
        var range = System.getProperty("seeds", "1-12").split("-");
        return LongStream.rangeClosed(Long.parseLong(range[0]), Long.parseLong(range[1]));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void both_programs_end_as_the_engine_does(long seed, @TempDir Path directory) throws Exception {
        var file = Files.writeString(directory.resolve("random.interleave.yaml"), RandomScenario.of(seed));
        var outcome = EngineRuns.run(ENGINES, file.toString(), "60s", List.of());
        assertThat(outcome.at("/end/message").asString()).isEqualTo("Completed");
        var printed = EngineRuns.text(ENGINES, file.toString(), List.of("--limit", "60s"));
        assertThat(printed).contains("Completed in");
        var scenario = Programs.scenario(RandomScenario.of(seed) + expectations(outcome.get("variables")));

        var java = JavaCode.of(scenario, Settings.of(scenario), "random");
        assertThat(JavaPrograms.compile(List.of(java), directory)).isEmpty();
        var run = JavaPrograms.run(java, directory, LIMIT);
        assertThat(run.status()).as("Java: " + run.output()).isEqualTo(Optional.of(0));
        assertThat(lines(run.output())).as("Java").isEqualTo(lines(printed));

        var python = PythonCode.of(scenario, Settings.of(scenario), "random");
        Files.writeString(directory.resolve(python.fileName()), python.text());
        var ending = Python.run(directory, LIMIT.toSeconds(), python.fileName());
        assertThat(ending.status()).as("Python: " + ending).isZero();
        assertThat(lines(ending.output())).as("Python").isEqualTo(lines(printed));
    }

    /// That all variables are what they were in a run, but for the elements of several, which have no names of their
    /// own.
    private static String expectations(JsonNode variables) {
        return variables
                .propertyStream()
                .filter(it -> !it.getKey().contains(" "))
                .map(it -> "  - "
                        + RandomScenario.quoted("%s == %s".formatted(it.getKey(), literal(it.getKey(), it.getValue()))))
                .collect(Collectors.joining("\n", "expect:\n", "\n"));
    }

    private static String literal(String variable, JsonNode value) {
        if (value.isString()) {
            return "'" + value.asString().replace("\\", "\\\\").replace("'", "\\'") + "'";
        } else if (value.isBoolean()) {
            return value.asBoolean() ? "on" : "off";
        } else if (value.isFloatingPointNumber()) {
            return value.asString();
        }
        long number = value.asLong();
        var unit = RandomScenario.isTime(variable) ? "ns" : "";
        return number == Long.MIN_VALUE ? "(%d%s - 1%s)".formatted(number + 1, unit, unit) : number + unit;
    }

    /// What units said, in an order that does not tell who came first.
    private static List<String> lines(String output) {
        return output.lines()
                .map(String::strip)
                .filter(it -> it.startsWith(RandomScenario.SAID))
                .sorted()
                .toList();
    }
}
