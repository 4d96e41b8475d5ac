package io.interleave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.run.LocalEngines;
import io.interleave.run.Trust;
import io.interleave.trace.TraceWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(120)
class CommandLineTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Path> pictures = new ArrayList<>();
    private PictureWriter painter = (_, _, file) -> pictures.add(file);
    private Optional<String> person = Optional.empty();
    private final LocalEngines engines = new LocalEngines();

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        engines.close();
    }

    @Test
    void listNamesTheGallery() {
        assertThat(run("list")).isZero();

        assertThat(out.toString())
                .contains("Locks", "lost-update", "lock-convoy", "two-locks", "more-workers-than-cores");
    }

    @Test
    void showPrintsAScenarioAsItIs() {
        assertThat(run("show", "two-locks")).isZero();

        assertThat(out.toString()).startsWith("interleave: 1").contains("acquire: alice_lock");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void showPrintsAFileThatIsNotInOrderToo() throws IOException {
        var file = file("bad.interleave.yaml", "interleave: 1\n# nothing yet\n");

        assertThat(run("show", file)).isZero();

        assertThat(out.toString()).isEqualTo("interleave: 1\n# nothing yet\n");
    }

    @Test
    void helpLanguageExplainsEveryWordWithinEightyColumns() {
        assertThat(run("help", "language")).isZero();

        assertThat(out.toString()).contains("\nhold\n", "\ncompare_and_set\n", "\nevent_loop\n");
        assertThat(out.toString().lines()).allMatch(it -> it.length() <= 80);
    }

    @Test
    void helpExplainsACommand() {
        assertThat(run("help", "run")).isZero();

        assertThat(out.toString()).contains("interleave run");
    }

    @Test
    void helpOnNothingKnownIsBadInput() {
        assertThat(run("help", "langauge")).isEqualTo(2);

        assertThat(err.toString()).contains("no help on 'langauge'", "'language'");
    }

    @Test
    void schemaIsJson() {
        assertThat(run("schema")).isZero();

        assertThat(new JsonMapper().readTree(out.toString()).get("$schema").asString())
                .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    }

    @Test
    void aNameThatIsNotThereIsBadInputAndTheNearestIsOffered() {
        assertThat(run("run", "lost-updat")).isEqualTo(2);

        assertThat(err.toString()).contains("lost-updat", "did you mean 'lost-update'?");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void checkNamesFileLineAndColumnOfEveryProblem() throws IOException {
        var file = file("bad.interleave.yaml", """
                interleave: 1
                title: Bad
                resources: { x: { varable: 0 } }
                units: { u: { thread: 1, steps: [ { reed: x } ] } }
                """);

        assertThat(run("check", file)).isEqualTo(2);

        assertThat(out.toString())
                .contains(file + ":3:19: error:", "did you mean 'variable'?")
                .contains(file + ":4:37: error:", "did you mean 'read'?");
    }

    @Test
    void checkSaysWhenAFileIsInOrder() throws IOException {
        var file = file("good.interleave.yaml", quickly());

        assertThat(run("check", file)).isZero();

        assertThat(out.toString()).contains("in order");
    }

    @Test
    void checkSaysQuietlyWhatIsProbablyAMistakeAfterWhatTheReaderSays() throws IOException {
        var file = file("odd.interleave.yaml", """
                interleave: 1
                title: Odd
                resources: { m: { lock: mutex }, go: { event: off } }
                units: { u: { thread: 1, steps: [ await: go, acquire: m ] } }
                """);

        assertThat(run("check", file)).isZero();

        assertThat(out.toString().lines())
                .containsExactly(
                        file + ":4:46: hint: 'm' is acquired here and never released",
                        file + ":4:42: hint: no step sets 'go'; whoever waits for it waits for ever");
    }

    @Test
    void aBadFileIsNotRun() throws IOException {
        var file = file("bad.interleave.yaml", "interleave: 1\n");

        assertThat(run("run", file, "--json")).isEqualTo(2);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains(file + ":1:1: error:");
    }

    @Test
    void everyBadValueIsNamedAtOnce() {
        assertThat(run("run", "lost-update", "--set", "lock=of", "--set", "workers=99", "--set", "x=1", "--set", "y"))
                .isEqualTo(2);

        assertThat(err.toString())
                .contains("'lock' is a switch", "from 1 to 16", "no such knob", "expected KNOB=VALUE");
    }

    @Test
    void optionsThatMakeNoSenseAreBadInput() throws IOException {
        assertThat(run("run", "lost-update", "--cores", "0")).isEqualTo(2);
        assertThat(run("run", "lost-update", "--limit", "soon")).isEqualTo(2);
        assertThat(run("run", "lost-update", "--limit", "0s")).isEqualTo(2);
        assertThat(run("run", "lost-update", "--core-source", "guessed")).isEqualTo(2);
        assertThat(run("run", "lost-update", "--picture", directory + "/nowhere/x.png"))
                .isEqualTo(2);
        assertThat(run("run", "lost-update", "--no-such-option")).isEqualTo(2);
        assertThat(run("no-such-command")).isEqualTo(2);
    }

    @Test
    void anExpectationThatHoldsGivesZero() throws IOException {
        assertThat(run("run", file("quick.interleave.yaml", quickly()))).isZero();

        assertThat(out.toString()).contains("✓ count == 8: 8", "Completed in");
    }

    @Test
    void anExpectationThatDoesNotHoldGivesOne() throws IOException {
        var file = file("quick.interleave.yaml", quickly().replace("count == 8", "count == 9"));

        assertThat(run("run", file)).isEqualTo(1);

        assertThat(out.toString()).contains("✗ count == 9: 8, expected 9");
    }

    @Test
    void aUnitThatFailsGivesThree() throws IOException {
        var file = file("failing.interleave.yaml", quickly().replace("count + 1", "1 / count"));

        assertThat(run("run", file)).isEqualTo(3);

        assertThat(out.toString()).contains("division by zero");
    }

    @Test
    void lostUpdatesAreExactlyExpectedMinusActual() {
        assertThat(run("run", "lost-update", "--set", "lock=off", "--set", "rounds=500", "--json"))
                .isBetween(0, 1);

        var document = json();
        var expectation = document.at("/outcome/expectations/0");
        long missing =
                expectation.get("expected").asLong() - expectation.get("actual").asLong();
        assertThat(expectation.get("missing").asLong()).isEqualTo(missing);
        assertThat(findings(document, "updates-lost")
                        .mapToLong(it -> it.get("lost").asLong())
                        .sum())
                .isEqualTo(missing);
        assertThat(document.at("/outcome/held").asBoolean()).isEqualTo(missing == 0);
        assertThat(document.at("/knobs/workers").asInt()).isEqualTo(4);
        assertThat(document.at("/events/kept").asLong()).isPositive();
        assertThat(document.at("/events/notKept").asLong()).isZero();
        assertThat(document.get("units")).hasSize(4).allSatisfy(unit -> {
            long life = unit.get("end").asLong() - unit.get("start").asLong();
            assertThat(sum(unit.get("states"))).isEqualTo(life);
        });
    }

    @Test
    void aSlowConsumerIsToldByTheQueueThatIsFull() {
        assertThat(run("run", "slow-consumer", "--set", "items=50", "--json")).isZero();

        var full = findings(json(), "queue-full").toList();
        assertThat(full).singleElement().satisfies(it -> {
            assertThat(it.get("queue").asString()).isEqualTo("line");
            assertThat(it.get("waits").asLong()).isBetween(1L, 50L);
            assertThat(it.get("longest").asLong())
                    .isPositive()
                    .isLessThanOrEqualTo(it.get("waited").asLong());
        });
    }

    @Test
    void aDeadlockIsToldWithWhoHoldsWhat() {
        assertThat(run("run", "two-locks", "--set", "pause=5ms", "--limit", "1s", "--json"))
                .isEqualTo(1);

        var document = json();
        assertThat(document.at("/end/how").asString()).isEqualTo("limit");
        var circle = findings(document, "deadlock").toList().getFirst().get("circle");
        assertThat(circle).hasSize(2).allSatisfy(link -> {
            assertThat(link.get("unit").asString()).isIn("first", "second");
            assertThat(link.get("heldBy").asString())
                    .isIn("first", "second")
                    .isNotEqualTo(link.get("unit").asString());
            assertThat(link.get("waitsFor").asString()).isIn("alice_lock", "bob_lock");
            assertThat(link.get("line").asInt()).isPositive();
        });
    }

    @Test
    void theTraceIsKeptWhereItIsAskedForAndThePictureDrawn() throws IOException {
        var file = file("quick.interleave.yaml", quickly());
        var kept = directory.resolve("kept");
        var picture = directory.resolve("picture.png");

        assertThat(run("run", file, "--trace", kept.toString(), "--picture", picture.toString()))
                .isZero();

        assertThat(kept.resolve(TraceWriter.ENGINE_TRACE)).isNotEmptyFile();
        assertThat(pictures).containsExactly(picture);
        assertThat(run("run", file, "--trace", kept.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("there is a trace in it already");
    }

    @Test
    void aRunWithoutARecordKnowsItsOutcomeAllTheSame() throws IOException {
        var file = file("quick.interleave.yaml", quickly());

        assertThat(run("run", file, "--no-record", "--json")).isZero();

        assertThat(json().at("/outcome/expectations/0/actual").asLong()).isEqualTo(8);
        assertThat(json().at("/events/kept").asLong()).isZero();
    }

    @Test
    void theSourceOfCoreDataCanBeLowered() throws IOException {
        var file = file("quick.interleave.yaml", quickly());

        assertThat(run("run", file, "--core-source", "estimated", "--json")).isZero();

        assertThat(json().at("/coreData/source").asString()).isEqualTo("estimated");
    }

    private static String quickly() {
        return """
                interleave: 1
                title: Quick
                resources: { count: { variable: 0 }, mutex: { lock: mutex } }
                units:
                  worker:
                    thread: 2
                    steps:
                      - repeat: 4
                        steps:
                          - hold: mutex
                            steps:
                              - read: count
                              - write: { to: count, value: count + 1 }
                expect: [ count == 8 ]
                """;
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    private String commands() throws IOException {
        return file("commands.interleave.yaml", """
                interleave: 1
                title: Commands
                units:
                  maker:
                    process: 2
                    command: [/bin/sh, -c, 'echo made > "$0"', "%s/made {index}"]
                    environment: { COLOUR: blue }
                    directory: sub
                """.formatted(directory));
    }

    private boolean isMade() {
        return Files.exists(directory.resolve("made 1"));
    }

    @Test
    void commandsThatNobodyAgreedToAreShownAndNotStarted() throws IOException {
        assertThat(run("run", commands())).isEqualTo(2);

        assertThat(err.toString())
                .contains("maker × 2: /bin/sh -c \"echo made > \\\"$0\\\"\"", "made {index}", "'sub'", "COLOUR=blue")
                .contains("--allow-commands", "--trust");
        assertThat(isMade()).isFalse();
    }

    @Test
    void commandsRunOnceWhenThatIsSaidAndAreAskedAboutAgain() throws IOException {
        assertThat(run("run", commands(), "--allow-commands")).isZero();
        assertThat(isMade()).isTrue();

        assertThat(run("run", commands())).isEqualTo(2);
    }

    @Test
    void aTrustedFileRunsUntilItIsEdited() throws IOException {
        assertThat(run("run", commands(), "--trust")).isZero();
        Files.delete(directory.resolve("made 1"));
        assertThat(run("run", commands())).isZero();
        assertThat(isMade()).isTrue();

        var edited = file("edited.interleave.yaml", Files.readString(Path.of(commands())) + "# once more\n");
        assertThat(run("run", edited)).isEqualTo(2);
    }

    @Test
    void somebodyAtATerminalIsAsked() throws IOException {
        person = Optional.of("n");
        assertThat(run("run", commands())).isEqualTo(2);
        assertThat(isMade()).isFalse();
        person = Optional.of("Y ");
        assertThat(run("run", commands())).isZero();
        assertThat(trust().isTrusted(Files.readString(Path.of(commands())))).isFalse();
        person = Optional.of("t");
        assertThat(run("run", commands())).isZero();
        person = Optional.empty();
        assertThat(run("run", commands())).isZero();
    }

    @Test
    void aProgramThatIsNotThereIsBadInputAndNamed() throws IOException {
        var file = file("missing.interleave.yaml", """
                interleave: 1
                title: Missing
                units:
                  there: { process: 1, command: [/bin/sh, -c, 'echo > "%s/made 1"'] }
                  tool: { process: 1, command: [no-such-program-here] }
                """.formatted(directory));

        assertThat(run("run", file, "--allow-commands")).isEqualTo(2);

        assertThat(err.toString()).contains("'no-such-program-here'", "'tool'");
        assertThat(isMade()).isFalse();
    }

    @Test
    void aTraceThatDoesNotFitIntoMemoryFailsTheCommandAndIsKept() throws IOException {
        var file = file("good.interleave.yaml", quickly());
        var trace = directory.resolve("kept");
        painter = (_, _, _) -> {
            throw new OutOfMemoryError("of a test");
        };

        assertThat(run("run", file, "--trace", trace.toString(), "--picture", directory + "/picture.png"))
                .isEqualTo(3);

        assertThat(err.toString()).contains("Completed", "too large", "MiB of memory", "kept in " + trace);
        assertThat(trace.resolve(TraceWriter.ENGINE_TRACE)).exists();
    }

    @Test
    void aFaultOfTheMachineIsNotTakenForAnExpectationThatDidNotHold() throws IOException {
        var file = file("good.interleave.yaml", quickly());
        painter = (_, _, _) -> {
            throw new IOException("the disk is gone");
        };

        assertThat(run("run", file, "--picture", directory + "/picture.png")).isEqualTo(3);

        assertThat(err.toString()).contains("the disk is gone");
    }

    private Trust trust() {
        return new Trust(directory.resolve("data").resolve("trusted"));
    }

    private int run(String... arguments) {
        return CommandLineMain.commandLine(engines, painter, new Agreement(trust(), _ -> person))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private JsonNode json() {
        return JsonMapper.builder().build().readTree(out.toString());
    }

    private static Stream<JsonNode> findings(JsonNode document, String kind) {
        return StreamSupport.stream(document.get("findings").spliterator(), false)
                .filter(it -> it.get("kind").asString().equals(kind));
    }

    private static long sum(JsonNode numbers) {
        return StreamSupport.stream(numbers.spliterator(), false)
                .mapToLong(JsonNode::asLong)
                .sum();
    }
}
