package io.interleave.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioReaderTest {

    private static final String LOST_UPDATE = """
        interleave: 1
        title: Lost update
        about: Every worker adds one to a shared counter.

        knobs:
          workers: { slider: 4, min: 1, max: 16, label: Workers }
          lock:    { toggle: on, label: Lock, live: true }
          rounds:  { slider: 2000, min: 1, max: 100000, scale: log, label: Additions each }

        resources:
          count: { variable: 0 }
          mutex: { lock: mutex, enabled: $lock }

        units:
          worker:
            thread: $workers
            steps:
              - repeat: $rounds
                steps:
                  - hold: mutex
                    steps:
                      - read: count                       # into the local `count`
                      - compute: 1us
                      - write: { to: count, value: count + 1 }

        expect:
          - count == workers * rounds
        """;

    @Test
    void readsAWholeScenario() {
        var reading = ScenarioReader.read(LOST_UPDATE);

        assertThat(reading.problems()).isEmpty();
        var scenario = reading.scenario().orElseThrow();
        assertThat(scenario.title()).isEqualTo("Lost update");
        assertThat(scenario.knob("rounds")).get().isInstanceOfSatisfying(Knob.Slider.class, rounds -> {
            assertThat(rounds.initial()).isEqualTo(new Value.Whole(2000));
            assertThat(rounds.scale()).isEqualTo(Knob.Scale.LOG);
            assertThat(rounds.label()).isEqualTo("Additions each");
            assertThat(rounds.live()).isFalse();
        });
        assertThat(scenario.knob("lock").orElseThrow().live()).isTrue();
        assertThat(scenario.resources()).extracting(Resource::name).containsExactly("count", "mutex");
        var worker = scenario.units().getFirst();
        assertThat(worker.place()).isEqualTo(new Place(15, 3, 24, 55));
        var repeat = (Step.Repeat) worker.steps().getFirst();
        var hold = (Step.Hold) repeat.body().getFirst();
        assertThat(hold.body()).extracting(Step::word).containsExactly("read", "compute", "write");
        assertThat(hold.body()).extracting(it -> it.place().line()).containsExactly(22, 23, 24);
        assertThat(scenario.expectations()).extracting(Expectation::text).containsExactly("count == workers * rounds");
    }

    @Test
    void placesOfSubExpressionsAreExact() {
        var scenario = ScenarioReader.read(LOST_UPDATE).scenario().orElseThrow();
        var equal = (Expr.Binary) scenario.expectations().getFirst().condition();
        assertThat(equal.place()).isEqualTo(new Place(27, 5, 27, 30));
        assertThat(equal.left().place()).isEqualTo(new Place(27, 5, 27, 10));
        assertThat(equal.right().place()).isEqualTo(new Place(27, 14, 27, 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "true", "yes", "On", "TRUE", "Yes"})
    void readsEveryWordForOn(String word) {
        assertThat(knob("{ toggle: " + word + " }").initial()).isEqualTo(new Value.Truth(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "false", "no", "False"})
    void readsEveryWordForOff(String word) {
        assertThat(knob("{ toggle: " + word + " }").initial()).isEqualTo(new Value.Truth(false));
    }

    @ParameterizedTest
    @CsvSource({"100us,1us,10ms,TIME", "1,0,9,WHOLE", "0.5,0,1,DECIMAL", "1,0.5,2,DECIMAL", "-1,-2,0,WHOLE"})
    void aSlidersValuesHaveOneType(String initial, String min, String max, Value.Type type) {
        var slider = (Knob.Slider) knob("{ slider: %s, min: %s, max: %s }".formatted(initial, min, max));
        assertThat(List.of(slider.initial(), slider.min(), slider.max()))
                .extracting(Value::type)
                .containsOnly(type);
    }

    @Test
    void aChoiceOffersWords() {
        var choice = (Knob.Choice) knob("{ choice: fifo, options: [fifo, lifo, 3] }");
        assertThat(choice.options()).containsExactly("fifo", "lifo", "3");
        assertThat(choice.initial()).isEqualTo(new Value.Text("fifo"));
    }

    @ParameterizedTest
    @CsvSource({"workersPerCore,Workers per core", "work_inside,Work inside", "k,K", "GIL,GIL"})
    void aLabelDefaultsToTheNameMadeReadable(String name, String label) {
        var yaml = "interleave: 1\ntitle: T\nknobs: { %s: { toggle: on } }\n".formatted(name)
                + "units: { w: { thread: 1, steps: [ sleep: 1ms ] } }";
        assertThat(scenario(yaml).knobs().getFirst().label()).isEqualTo(label);
    }

    @Test
    void readsEveryFormOfEveryStep() {
        var steps = steps("""
            - acquire: m
            - read: { from: n, into: mine }
            - read: n
            - write: { to: n, value: mine + n }
            - increment: n
            - increment: { variable: n, by: 2 * k }
            - update: { to: d, value: d / 2 + n }
            - release: m
            - compute: $t
            - compute: t * 2
            - sleep: 1.5s
            - log: "n is {n + 1}, {{not}} {t}"
            """);
        assertThat(steps)
                .extracting(Step::word)
                .containsExactly(
                        "acquire",
                        "read",
                        "read",
                        "write",
                        "increment",
                        "increment",
                        "update",
                        "release",
                        "compute",
                        "compute",
                        "sleep",
                        "log");
        assertThat(((Step.Read) steps.get(1)).local()).isEqualTo("mine");
        assertThat(((Step.Read) steps.get(2)).local()).isEqualTo("n");
        assertThat(((Step.Increment) steps.get(4)).by())
                .isInstanceOfSatisfying(
                        Expr.Literal.class, by -> assertThat(by.value()).isEqualTo(new Value.Whole(1)));
        var log = ((Step.Log) steps.get(11)).text().parts();
        assertThat(log).hasSize(4);
        assertThat(log.get(2)).isEqualTo(new Template.Verbatim(", {not} "));
    }

    @Test
    void knowsLocalsFromWhereTheyAreReadOn() {
        assertThat(problems("- log: \"{mine}\"\n- read: { from: n, into: mine }"))
                .containsExactly("nothing is called 'mine'");
        assertThat(problems("- read: { from: n, into: mine }\n- log: \"{mine}\""))
                .isEmpty();
    }

    @Test
    void hintsAtALockThatIsNeverReleased() {
        assertThat(problems("- acquire: m")).containsExactly("'m' is acquired here and never released");
    }

    @Test
    void hintsAtALockTakenTwice() {
        assertThat(problems("- hold: m\n  steps:\n    - hold: m\n      steps: [ sleep: 1ms ]"))
                .containsExactly("this unit holds 'm' already and will wait for itself for ever");
    }

    @Test
    void hintsDoNotKeepAScenarioFromRunning() {
        var reading = ScenarioReader.read("""
            interleave: 1
            title: T
            knobs: { k: { toggle: on } }
            resources: { n: { variable: 0 } }
            units: { w: { thread: 1, steps: [ sleep: 1ms ] } }
            """);
        assertThat(reading.scenario()).isPresent();
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.problems())
                .extracting(Problem::message)
                .containsExactly("nothing depends on knob 'k'", "no unit uses 'n'");
    }

    @Test
    void reportsAllProblemsAtOnceAndInOrder() {
        var reading = ScenarioReader.read(LOST_UPDATE
                .replace("slider: 4,", "slider: 40,")
                .replace("hold: mutex", "hold: mutx")
                .replace("compute: 1us", "compute: 1")
                .replace("- count ==", "- cuont =="));
        assertThat(reading.scenario()).isEmpty();
        assertThat(reading.problems()).extracting(it -> it.place().line()).containsExactly(6, 20, 23, 27);
    }

    @Test
    void saysLineColumnExpectationAndNearestWordInOneLine() {
        var reading = ScenarioReader.read(LOST_UPDATE.replace("hold: mutex", "hold: mutx"));
        assertThat(reading.problems().getFirst().inFile("a.yaml"))
                .isEqualTo("a.yaml:20:19: error: there is no lock or semaphore 'mutx'; expected the name of a lock or a"
                        + " semaphore; did you mean 'mutex'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n"})
    void readsEveryLineEnd(String lineEnd) {
        var reading = ScenarioReader.read(LOST_UPDATE.replace("\n", lineEnd));
        assertThat(reading.problems()).isEmpty();
        var worker = reading.scenario().orElseThrow().units().getFirst();
        assertThat(worker.place()).isEqualTo(new Place(15, 3, 24, 55));
    }

    @Test
    void readsAFileWithAByteOrderMark(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("bom.yaml"), "\uFEFF" + LOST_UPDATE);
        assertThat(ScenarioReader.read(file).problems()).isEmpty();
    }

    @Test
    void refusesAFileThatIsTooLarge(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("large.yaml"), LOST_UPDATE + "#".repeat(256 * 1024));
        assertThat(ScenarioReader.read(file).problems())
                .extracting(Problem::message)
                .containsExactly("this is too large for a scenario");
    }

    @Test
    void whatIsReadOfAFileThatIsTooLargeIsStillTooLarge(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("large.yaml"), "é".repeat(256 * 1024));
        assertThat(ScenarioReader.read(ScenarioText.of(file).text()).problems())
                .extracting(Problem::message)
                .containsExactly("this is too large for a scenario");
    }

    @Test
    void refusesTextThatIsTooLarge() {
        assertThat(ScenarioReader.read("é".repeat(200 * 1024)).problems())
                .extracting(Problem::message)
                .containsExactly("this is too large for a scenario");
    }

    @ParameterizedTest
    @CsvSource({"knobs,64", "resources,256"})
    void limitsHowManyThereAre(String section, int limit) {
        var text = new StringBuilder("interleave: 1\ntitle: T\nunits: { w: { thread: 1, steps: [ sleep: 1ms ] } }\n");
        text.append(section).append(":\n");
        for (int i = 0; i <= limit; i++) {
            text.append("  x").append(i).append(section.equals("knobs") ? ": { toggle: on }\n" : ": { variable: 0 }\n");
        }
        var problems = ScenarioReader.read(text.toString()).problems();
        assertThat(problems)
                .extracting(it -> it.inFile("f"))
                .containsExactly(
                        "f:%d:3: error: too many %s; expected at most %d".formatted(limit + 5, section, limit));
    }

    @Test
    void limitsHowManyStepsThereAre() {
        var text =
                "interleave: 1\ntitle: T\nunits: { w: { thread: 1, steps: [" + "sleep: 1s, ".repeat(10_001) + "] } }\n";
        assertThat(ScenarioReader.read(text).problems())
                .extracting(Problem::message)
                .containsExactly("too many steps");
    }

    private static Knob knob(String definition) {
        return scenario("interleave: 1\ntitle: T\nknobs: { k: %s }\nunits: { w: { thread: 1, steps: [ sleep: 1ms ] } }"
                        .formatted(definition))
                .knobs()
                .getFirst();
    }

    private static List<Step> steps(String steps) {
        return scenario(withSteps(steps)).units().getFirst().steps();
    }

    private static List<String> problems(String steps) {
        return ScenarioReader.read(withSteps(steps)).problems().stream()
                .map(Problem::message)
                .filter(it -> !it.startsWith("no unit uses") && !it.startsWith("nothing depends"))
                .toList();
    }

    private static String withSteps(String steps) {
        return """
            interleave: 1
            title: T
            knobs:
              k: { slider: 4, min: 1, max: 16 }
              t: { slider: 2ms, min: 1ms, max: 16ms }
            resources: { n: { variable: 0 }, d: { variable: 1.5 }, m: { lock: mutex } }
            units:
              w:
                thread: 1
                steps:
            """ + steps.indent(6);
    }

    private static Scenario scenario(String yaml) {
        var reading = ScenarioReader.read(yaml);
        assertThat(reading.errors()).extracting(it -> it.inFile("f")).isEmpty();
        return reading.scenario().orElseThrow();
    }
}
