package io.interleave.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.interleave.cli.GalleryPromises.Promise;
import io.interleave.model.Gallery;
import io.interleave.model.Scenario;
import io.interleave.run.LocalEngines;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Runs every scenario of the gallery as the command line does, with its switches both ways.
///
/// `-Dgallery.repetitions=20` runs each so often, with the knobs as they stand in the file;
/// `-Dgallery.only=lost-update,aba` those scenarios alone.
///
/// Takes some five minutes and a quiet machine, since a few promises are about what gains time: run by
/// `mvn verify -Dgallery=on`.
@Timeout(240)
@EnabledIfSystemProperty(named = "gallery", matches = "on")
class GalleryRunsTest {

    /// No run that ends by itself comes near it; one that stalls is ended after [#STALLED_FOR].
    private static final String LIMIT = "60s";

    private static final String STALLED_FOR = "1500ms";

    /// A time that is compared with another one can be spoilt by whatever else the machine does at that moment.
    private static final int ATTEMPTS_AT_TIMES = 5;

    private static final int REPETITIONS = Integer.getInteger("gallery.repetitions", 0);

    private static LocalEngines engines;

    @BeforeAll
    static void open() {
        engines = new LocalEngines();
    }

    @AfterAll
    static void close() {
        engines.close();
    }

    static Stream<Promise> promises() {
        return GalleryPromises.selected();
    }

    @Test
    void somethingIsPromisedOfEveryScenario() {
        assertThat(GalleryPromises.all())
                .extracting(Promise::scenario)
                .containsAll(Gallery.entries().stream().map(Gallery.Entry::name).toList());
    }

    @ParameterizedTest
    @MethodSource("promises")
    void aScenarioKeepsWhatItsTextPromises(Promise promise) {
        var scenario = scenario(promise);
        assumeThat(promise.missingPrograms()).isEmpty();
        for (int i = 0; i < Math.max(1, REPETITIONS); i++) {
            keeps(promise, scenario);
        }
    }

    private static void keeps(Promise promise, Scenario scenario) {
        int attempts = promise.comparesTimes() ? ATTEMPTS_AT_TIMES : 1;
        var complaints = List.of("not run");
        while (attempts-- > 0 && !complaints.isEmpty()) {
            complaints = complaints(promise, scenario, run(promise));
        }
        assertThat(complaints).as(promise.toString()).isEmpty();
    }

    private static List<String> complaints(Promise promise, Scenario scenario, JsonNode document) {
        var complaints = new ArrayList<String>();
        var how = document.at("/end/how").asString();
        if (!how.equals(promise.end())) {
            complaints.add("it ended otherwise: " + document.get("end"));
        }
        assertThat(document.at("/outcome/expectations"))
                .hasSize(scenario.expectations().size());
        for (var expectation : document.at("/outcome/expectations")) {
            boolean broken = promise.broken().contains(expectation.get("text").asString());
            boolean held = expectation.get("verdict").asString().equals("held");
            if (broken == held && (broken || promise.completes())) {
                complaints.add(expectation.toString());
            }
        }
        return complaints;
    }

    private static JsonNode run(Promise promise) {
        return EngineRuns.run(
                engines,
                promise.scenario(),
                promise.end().equals(GalleryPromises.STALLED) ? STALLED_FOR : LIMIT,
                Stream.concat(REPETITIONS == 0 ? promise.quick().stream() : Stream.of(), promise.switches().stream())
                        .toList());
    }

    private static Scenario scenario(Promise promise) {
        var scenario = promise.read();
        assertThat(scenario.expectations())
                .extracting(it -> it.text())
                .as("the expectations of " + promise.scenario())
                .containsAll(promise.broken());
        return scenario;
    }
}
