package io.interleave.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Examples;
import io.interleave.model.Gallery;
import io.interleave.model.Knob;
import io.interleave.model.Place;
import io.interleave.model.Scenario;
import io.interleave.model.ScenarioReader;
import io.interleave.model.Settings;
import io.interleave.model.Step;
import io.interleave.model.Value;
import io.interleave.model.Word;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What must be true of the programs of all scenarios that there are: those of the gallery, and the examples of
/// every word of the language.
class JavaProgramsCompileTest {

    record Named(String name, Scenario scenario) {

        Listing listing() {
            return JavaCode.of(scenario, Settings.of(scenario), name);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Named> gallery() {
        return Gallery.entries().stream().map(it -> named(it.name(), it.text()));
    }

    static Stream<Named> examples() {
        // Those of words that are no steps are all the same scenario.
        return Examples.words().stream()
                .filter(it -> it.family() == Word.Family.STEP || it.word().equals("slider"))
                .map(it -> named("example-of-%s-%s".formatted(it.family(), it.word()), Examples.scenario(it)));
    }

    static Stream<Named> all() {
        return Stream.concat(gallery(), examples());
    }

    private static Named named(String name, String text) {
        return new Named(name, ScenarioReader.read(text).scenario().orElseThrow());
    }

    @Test
    void every_program_of_the_gallery_compiles_without_a_warning(@TempDir Path classes) throws Exception {
        assertThat(JavaPrograms.compile(gallery().map(Named::listing).toList(), classes))
                .isEmpty();
    }

    @Test
    void every_program_of_the_gallery_compiles_however_its_switches_stand(@TempDir Path classes) throws Exception {
        var listings = new ArrayList<Listing>();
        gallery().forEach(it -> {
            for (var knob : it.scenario().knobs()) {
                if (knob instanceof Knob.Toggle toggle) {
                    var turned = Settings.of(it.scenario())
                            .with(knob.name(), new Value.Truth(!toggle.initial().value()));
                    listings.add(JavaCode.of(it.scenario(), turned, it.name() + "-" + knob.name()));
                }
            }
        });
        assertThat(JavaPrograms.compile(listings, classes)).isEmpty();
    }

    @Test
    void the_example_of_every_word_compiles_without_a_warning(@TempDir Path classes) throws Exception {
        assertThat(JavaPrograms.compile(examples().map(Named::listing).toList(), classes))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everything_in_a_scenario_has_its_lines_in_the_program(Named named) {
        var scenario = named.scenario();
        var listing = named.listing();
        var places = new HashSet<Place>();
        listing.passages().forEach(it -> places.add(it.place()));
        assertThat(places)
                .containsAll(scenario.knobs().stream().map(Knob::place).toList())
                .containsAll(scenario.resources().stream().map(it -> it.place()).toList())
                .containsAll(scenario.units().stream().map(it -> it.place()).toList())
                .containsAll(
                        scenario.expectations().stream().map(it -> it.place()).toList())
                .containsAll(scenario.units().stream()
                        .flatMap(it -> StepContents.all(it.steps()))
                        .map(Step::place)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("all")
    void passages_lie_within_the_text_and_those_of_steps_within_those_of_their_units(Named named) {
        var listing = named.listing();
        long lines = listing.text().lines().count();
        assertThat(listing.text()).endsWith("\n").doesNotContain("\r", "\t");
        assertThat(listing.passages()).allSatisfy(it -> {
            assertThat(it.first()).isBetween(1, it.last());
            assertThat(it.last()).isLessThanOrEqualTo((int) lines);
        });
        for (var group : named.scenario().units()) {
            var ofGroup = listing.passages().stream()
                    .filter(it -> it.place().equals(group.place()))
                    .toList();
            for (var step : StepContents.all(group.steps()).toList()) {
                assertThat(listing.passages().stream().filter(it -> it.place().equals(step.place())))
                        .allMatch(it -> ofGroup.stream()
                                .anyMatch(outer -> outer.first() <= it.first() && it.last() <= outer.last()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void what_a_program_lacks_stands_in_it_as_a_comment(Named named) {
        var listing = named.listing();
        var comments = String.join(
                " ",
                listing.text()
                        .lines()
                        .map(String::strip)
                        .filter(it -> it.startsWith("// "))
                        .map(it -> it.substring(3))
                        .toList());
        assertThat(listing.gaps()).allSatisfy(it -> assertThat(comments).contains(it.words()));
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void a_program_is_always_the_same(Named named) {
        assertThat(List.of(named.listing())).isEqualTo(List.of(named.listing()));
    }
}
