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
        // Of a lock that is taken twice the reader warns, and rightly: that is what this one shows.
        var expected = entry.name().equals("taken-twice") ? List.of("will wait for itself") : List.<String>of();
        assertThat(reading.problems())
                .extracting(it -> it.inFile(entry.fileName()))
                .hasSameSizeAs(expected)
                .allSatisfy(it -> assertThat(it).contains(expected));
        assertThat(reading.scenario()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyScenarioHasAboutKnobsAndExpectations(Gallery.Entry entry) {
        var scenario = ScenarioReader.read(entry.text()).scenario().orElseThrow();
        assertThat(scenario.about()).hasSizeBetween(200, 800).doesNotContain("\n");
        assertThat(scenario.knobs()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(scenario.expectations()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void theTitleIsFoundWithoutReadingTheScenario(Gallery.Entry entry) {
        assertThat(ScenarioReader.read(entry.text()).scenario().map(Scenario::title))
                .contains(entry.title());
    }

    @Test
    void everyChapterSaysWhatItIsAboutAndNoScenarioIsInTwo() {
        assertThat(Gallery.chapters()).allSatisfy(chapter -> {
            assertThat(chapter.title()).isNotBlank();
            assertThat(chapter.about()).hasSizeBetween(150, 500).endsWith(".");
            assertThat(chapter.entries())
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(it.chapter()).isEqualTo(chapter.title()));
        });
        assertThat(Gallery.entries()).extracting(Gallery.Entry::name).doesNotHaveDuplicates();
        assertThat(Gallery.entries()).extracting(Gallery.Entry::title).doesNotHaveDuplicates();
    }

    @Test
    void theLostUpdateBeginsWithItsLockOff() {
        var scenario = ScenarioReader.read(
                        Gallery.find("lost-update").orElseThrow().text())
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
