package io.interleave.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GalleryTest {

    static List<Gallery.Entry> entries() {
        return Gallery.entries();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyScenarioIsInOrder(Gallery.Entry entry) {
        var reading = ScenarioReader.read(entry.text());
        assertThat(reading.problems())
                .extracting(it -> it.inFile(entry.fileName()))
                .isEmpty();
        assertThat(reading.scenario()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyScenarioHasAboutKnobsAndExpectations(Gallery.Entry entry) {
        var scenario = ScenarioReader.read(entry.text()).scenario().orElseThrow();
        assertThat(scenario.about()).hasSizeBetween(200, 800).doesNotContain("\n");
        assertThat(scenario.knobs()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(scenario.expectations()).isNotEmpty();
    }

    @Test
    void beginsWithTheLostUpdateAndItsLockOff() {
        assertThat(Gallery.entries())
                .extracting(Gallery.Entry::name)
                .containsExactly("lost-update", "lock-convoy", "two-locks", "more-workers-than-cores");
        var scenario = ScenarioReader.read(Gallery.entries().getFirst().text())
                .scenario()
                .orElseThrow();
        assertThat(Settings.of(scenario).get("lock")).isEqualTo(new Value.Truth(false));
    }

    @Test
    void findsByNameAndGuessesMisspeltOnes() {
        assertThat(Gallery.find("two-locks")).isPresent();
        assertThat(Gallery.find("tow-locks")).isEmpty();
        assertThat(Gallery.nearest("tow-locks")).contains("two-locks");
        assertThat(Gallery.nearest("zebra")).isEmpty();
    }
}
