package io.interleave.view.knobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Gallery;
import io.interleave.model.Scenario;
import io.interleave.model.ScenarioReader;
import io.interleave.model.Settings;
import io.interleave.model.Value;
import org.junit.jupiter.api.Test;

class PresetWordsTest {

    private final Scenario scenario = ScenarioReader.read(
                    Gallery.find("lost-update").orElseThrow().text())
            .scenario()
            .orElseThrow();

    @Test
    void a_sentence_says_all_that_a_preset_would_turn() {
        var now = Settings.of(scenario).with("workers", new Value.Whole(8));
        var cured = scenario.presets().get(1).settings(scenario);
        assertThat(PresetWords.difference(scenario, now, cured)).isEqualTo("Workers 4, not 8; Lock on, not off");
    }

    @Test
    void where_nothing_would_be_turned_it_says_so() {
        var race = scenario.presets().getFirst().settings(scenario);
        assertThat(PresetWords.difference(scenario, Settings.of(scenario), race))
                .isEqualTo("As the knobs are now");
    }
}
