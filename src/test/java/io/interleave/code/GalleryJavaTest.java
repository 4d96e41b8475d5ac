package io.interleave.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.interleave.cli.GalleryPromises;
import io.interleave.cli.GalleryPromises.Promise;
import io.interleave.model.Scenario;
import io.interleave.model.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs the Java program of every scenario of the gallery, with its switches both ways, and holds what comes out
/// against what the scenario promises.
///
/// `-Dgallery.only=lost-update,aba` runs those scenarios alone. Takes some minutes and a quiet machine, since a
/// few promises are about what gains time: run by `mvn verify -Dgallery=on`.
@Timeout(240)
@EnabledIfSystemProperty(named = "gallery", matches = "on")
class GalleryJavaTest {

    /// No program that ends by itself comes near it.
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /// After which a program that stalls is ended.
    private static final Duration STALLED_FOR = Duration.ofSeconds(4);

    /// A race may come out well now and then, and a time that is compared with another one can be spoilt by
    /// whatever else the machine does at that moment.
    private static final int ATTEMPTS = 5;

    /// Expectations that hang on what the program says that it lacks, by their scenario: they may come out
    /// either way.
    private static final Map<String, Set<String>> LEFT_OPEN =
            Map.of("loop-priorities", Set.of("done_early * 2 < background * pieces"));

    /// Scenarios of which a program, which begins cold, needs as many tasks or as much time as the file says.
    private static final Set<String> NOT_QUICK = Set.of("three-pools", "fairness-between-threads");

    static Stream<Promise> promises() {
        return GalleryPromises.selected();
    }

    @ParameterizedTest
    @MethodSource("promises")
    void a_program_gives_the_outcome_that_its_scenario_promises(Promise promise, @TempDir Path classes)
            throws Exception {
        var scenario = promise.read();
        assumeThat(promise.missingPrograms()).isEmpty();
        var listing = JavaCode.of(scenario, settings(promise, scenario), promise.scenario());
        assertThat(JavaPrograms.compile(List.of(listing), classes)).isEmpty();
        int attempts = promise.comparesTimes() || !promise.broken().isEmpty() ? ATTEMPTS : 1;
        var complaints = List.of("not run");
        while (attempts-- > 0 && !complaints.isEmpty()) {
            boolean stalls = promise.end().equals(GalleryPromises.STALLED);
            complaints =
                    complaints(promise, scenario, JavaPrograms.run(listing, classes, stalls ? STALLED_FOR : LIMIT));
        }
        assertThat(complaints).as(promise.toString()).isEmpty();
    }

    private static List<String> complaints(Promise promise, Scenario scenario, JavaPrograms.Run run) {
        var complaints = new ArrayList<String>();
        boolean endedAsPromised = switch (promise.end()) {
            case GalleryPromises.STALLED -> run.status().isEmpty();
            case GalleryPromises.FAILED -> run.status().filter(it -> it == 3).isPresent();
            default -> run.status().filter(it -> it == 0 || it == 1).isPresent();
        };
        if (!endedAsPromised) {
            complaints.add("it ended otherwise: " + run);
        }
        if (promise.completes()) {
            var open = LEFT_OPEN.getOrDefault(promise.scenario(), Set.of());
            for (var expectation : scenario.expectations()) {
                var text = expectation.text();
                boolean broken = promise.broken().contains(text);
                boolean asPromised = broken ? run.didNotHold(text) : run.held(text);
                if (!asPromised && !(open.contains(text) && (run.held(text) || run.didNotHold(text)))) {
                    complaints.add("'%s' should %shold: %s".formatted(text, broken ? "not " : "", run));
                }
            }
        }
        return complaints;
    }

    private static Settings settings(Promise promise, Scenario scenario) {
        var quick = NOT_QUICK.contains(promise.scenario()) ? List.<String>of() : promise.quick();
        return Programs.settings(
                scenario,
                Stream.concat(quick.stream(), promise.switches().stream()).toList());
    }
}
