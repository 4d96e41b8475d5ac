package io.interleave.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.interleave.cli.GalleryPromises;
import io.interleave.cli.GalleryPromises.Promise;
import io.interleave.model.Gallery;
import io.interleave.model.KnobText;
import io.interleave.model.Resource;
import io.interleave.model.Scenario;
import io.interleave.model.ScenarioReader;
import io.interleave.model.Settings;
import io.interleave.model.Template;
import io.interleave.model.UnitGroup;
import io.interleave.model.Value;
import java.nio.file.Files;
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

    private static final String ONLY = System.getProperty("gallery.only", "");

    /// Expectations that hang on what the program says that it lacks, by their scenario: they may come out
    /// either way.
    private static final Map<String, Set<String>> LEFT_OPEN =
            Map.of("loop-priorities", Set.of("done_early * 2 < background * pieces"));

    /// Scenarios of which a program, which begins cold, needs as many tasks as the file says.
    private static final Set<String> NOT_QUICK = Set.of("three-pools");

    static Stream<Promise> promises() {
        var only = List.of(ONLY.split(","));
        return GalleryPromises.all().stream().filter(it -> ONLY.isEmpty() || only.contains(it.scenario()));
    }

    @ParameterizedTest
    @MethodSource("promises")
    void a_program_gives_the_outcome_that_its_scenario_promises(Promise promise, @TempDir Path classes)
            throws Exception {
        var scenario = scenario(promise);
        assumeThat(missingPrograms(scenario)).isEmpty();
        var listing = JavaCode.of(scenario, settings(promise, scenario), promise.scenario());
        assertThat(JavaPrograms.compile(List.of(listing), classes)).isEmpty();
        int attempts = comparesTimes(scenario) || !promise.broken().isEmpty() ? ATTEMPTS : 1;
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

    private static Scenario scenario(Promise promise) {
        return ScenarioReader.read(
                        Gallery.find(promise.scenario()).orElseThrow().text())
                .scenario()
                .orElseThrow();
    }

    private static Settings settings(Promise promise, Scenario scenario) {
        var settings = Settings.of(scenario);
        var quick = NOT_QUICK.contains(promise.scenario()) ? List.<String>of() : promise.quick();
        for (var turn :
                Stream.concat(quick.stream(), promise.switches().stream()).toList()) {
            var words = turn.split("=", 2);
            var value =
                    (KnobText.Accepted) KnobText.parse(scenario.knob(words[0]).orElseThrow(), words[1]);
            settings = settings.with(words[0], value.value());
        }
        return settings;
    }

    private static boolean comparesTimes(Scenario scenario) {
        return scenario.resources().stream()
                .anyMatch(it -> it instanceof Resource.Variable variable && variable.initial() instanceof Value.Time);
    }

    /// Programs that the scenario starts and this machine lacks.
    private static List<String> missingPrograms(Scenario scenario) {
        var path = List.of(System.getenv().getOrDefault("PATH", "").split(":"));
        return scenario.units().stream()
                .map(UnitGroup::kind)
                .filter(UnitGroup.Process.class::isInstance)
                .map(it -> ((Template.Verbatim) ((UnitGroup.Process) it)
                                .command()
                                .getFirst()
                                .parts()
                                .getFirst())
                        .text())
                .distinct()
                .filter(it -> path.stream().noneMatch(folder -> Files.isExecutable(Path.of(folder, it))))
                .toList();
    }
}
