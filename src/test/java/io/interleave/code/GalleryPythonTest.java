package io.interleave.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.interleave.cli.GalleryPromises;
import io.interleave.cli.GalleryPromises.Promise;
import io.interleave.model.Scenario;
import io.interleave.testkit.Python;
import io.interleave.testkit.Python.Ending;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs the Python program of every scenario of the gallery, with its switches both ways, and compares what comes
/// out with what the scenario's text promises. Where CPython does otherwise, the program says so in a gap, and what
/// it does is in the list of differences here.
///
/// Takes some ten minutes and a quiet machine, since a few promises are about what gains time: run by
/// `mvn verify -Dgallery=on`; `-Dgallery.only=lost-update,aba` runs those scenarios alone.
@Timeout(900)
@EnabledIfSystemProperty(named = "gallery", matches = "on")
class GalleryPythonTest {

    /// No program that ends by itself comes near it.
    private static final long LIMIT_SECONDS = 120;

    private static final long STALLED_FOR_SECONDS = 8;

    /// A race may come out well now and then, and a time that is compared with another one can be spoilt by
    /// whatever else the machine does at that moment.
    private static final int ATTEMPTS = 5;

    private static final String HELD = ": held";
    private static final String FAILED = ": did not hold";

    /// What becomes in CPython of an expectation that the scenario decides otherwise.
    private enum Instead {
        HOLDS,
        FAILS,
        /// It depends on the machine.
        EITHER
    }

    /// @param switches of the promise
    /// @param reason words of the gap that says why
    private record Difference(String scenario, String switches, String expectation, Instead instead, String reason) {}

    private static final String TURNS = "Threads take turns in computing";

    private static final List<Difference> DIFFERENCES = List.of(
            new Difference("factorize-in-threads", "", "in_threads < in_sequence * 0.8", Instead.EITHER, TURNS),
            new Difference("factorize-in-threads", "gil=on", "in_threads < in_sequence * 0.8", Instead.EITHER, TURNS),
            new Difference(
                    "fairness-between-threads",
                    "priority=1",
                    "first_done * 2 * (others + 1) >= first_done + others_done",
                    Instead.HOLDS,
                    "threads have no priorities"),
            new Difference("blocked-loop", "carriers=2", "meanwhile > 0", Instead.FAILS, "has one thread here"),
            new Difference(
                    "loop-priorities",
                    "",
                    "done_early * 2 < background * pieces",
                    Instead.FAILS,
                    "has no priorities here"));

    @BeforeAll
    static void findPython() {
        Python.assumeThere();
    }

    static Stream<Promise> promises() {
        return GalleryPromises.selected();
    }

    @ParameterizedTest
    @MethodSource("promises")
    void a_program_keeps_what_the_scenario_promises(Promise promise, @TempDir Path directory) throws Exception {
        var scenario = promise.read();
        assumeThat(promise.missingPrograms()).isEmpty();
        var settings = Programs.settings(
                scenario,
                Stream.concat(quick(promise).stream(), promise.switches().stream())
                        .toList());
        var listing = PythonCode.of(scenario, settings, promise.scenario());
        differences(promise)
                .forEach(it -> assertThat(listing.gaps())
                        .as("the program says why it differs: " + it.reason())
                        .anyMatch(gap -> gap.words().contains(it.reason())));
        Files.writeString(directory.resolve(listing.fileName()), listing.text());
        int attempts = promise.comparesTimes() || !promise.broken().isEmpty() ? ATTEMPTS : 1;
        var complaints = List.of("not run");
        while (attempts-- > 0 && !complaints.isEmpty()) {
            long limit = promise.end().equals(GalleryPromises.STALLED) ? STALLED_FOR_SECONDS : LIMIT_SECONDS;
            var ending = Python.run(directory, limit, listing.fileName());
            complaints = complaints(promise, scenario, ending);
        }
        assertThat(complaints).as(promise.toString()).isEmpty();
    }

    /// CPython divides some fifty times slower than the engine.
    private static List<String> quick(Promise promise) {
        return promise.scenario().startsWith("factorize-in") ? List.of("numbers=2", "rounds=1") : promise.quick();
    }

    private static List<Difference> differences(Promise promise) {
        return DIFFERENCES.stream()
                .filter(it -> it.scenario().equals(promise.scenario())
                        && it.switches().equals(String.join(" ", promise.switches())))
                .toList();
    }

    private static List<String> complaints(Promise promise, Scenario scenario, Ending ending) {
        var complaints = new ArrayList<String>();
        if (promise.end().equals(GalleryPromises.STALLED)) {
            if (ending.inTime()) {
                complaints.add("it ended: " + ending);
            }
            return complaints;
        }
        if (!ending.inTime()) {
            complaints.add("it did not end: " + ending);
            return complaints;
        }
        if (promise.end().equals(GalleryPromises.FAILED)) {
            if (ending.status() == 0 || !ending.errors().contains("Error")) {
                complaints.add("it did not fail: " + ending);
            }
            return complaints;
        }
        boolean allHeld = true;
        for (var expectation : scenario.expectations()) {
            var text = expectation.text();
            var held = held(ending, text);
            if (held.isEmpty()) {
                complaints.add("nothing is said of '%s': %s".formatted(text, ending));
            } else {
                allHeld &= held.get();
                if (!isLegal(promise, text, held.get())) {
                    complaints.add("'%s': %s".formatted(text, ending));
                }
            }
        }
        if (ending.status() != (allHeld ? 0 : 1)) {
            complaints.add("its exit status says otherwise: " + ending);
        }
        return complaints;
    }

    private static Optional<Boolean> held(Ending ending, String expectation) {
        var lines = ending.output().lines().toList();
        return lines.contains(expectation + HELD)
                ? Optional.of(true)
                : lines.contains(expectation + FAILED) ? Optional.of(false) : Optional.empty();
    }

    private static boolean isLegal(Promise promise, String expectation, boolean held) {
        return differences(promise).stream()
                .filter(it -> it.expectation().equals(expectation))
                .findFirst()
                .map(it -> switch (it.instead()) {
                    case HOLDS -> held;
                    case FAILS -> !held;
                    case EITHER -> true;
                })
                .orElse(held != promise.broken().contains(expectation));
    }
}
