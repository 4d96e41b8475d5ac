package io.interleave.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresetTest {

    private static final String SCENARIO = """
            interleave: 1
            title: Presets
            knobs:
              workers: { slider: 4, min: 0, max: 16 }
              pause: { slider: 1ms, min: 0s, max: 1s }
              lock: { toggle: on }
              order: { choice: fifo, options: [fifo, lifo] }
            presets:
              %s
            resources:
              meet: { barrier: $workers }
            units:
              w: { thread: $workers, steps: [ { if: lock and order == 'fifo', steps: [ sleep: $pause ] }, await: meet ] }
            """;

    private static Reading read(String presets) {
        return ScenarioReader.read(SCENARIO.formatted(presets));
    }

    @Test
    void a_preset_sets_the_knobs_that_it_names_and_leaves_the_others() {
        var scenario = read("race: { workers: 8, lock: off }").scenario().orElseThrow();
        var preset = scenario.preset("race").orElseThrow();
        assertThat(preset.settings(scenario).asMap())
                .isEqualTo(Settings.of(scenario)
                        .with("workers", new Value.Whole(8))
                        .with("lock", new Value.Truth(false))
                        .asMap());
        assertThat(preset.label()).isEqualTo("Race");
    }

    @Test
    void presets_are_written_as_they_are_read() {
        var scenario = read("all: { order: lifo, pause: 2.5ms, lock: no, workers: 1 }\n  none:")
                .scenario()
                .orElseThrow();
        assertThat(scenario.presets()).hasSize(2);
        var again =
                ScenarioReader.read(ScenarioWriter.write(scenario)).scenario().orElseThrow();
        assertThat(WithoutPlaces.of(again)).isEqualTo(WithoutPlaces.of(scenario));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    race: { wrokers: 8 }          | there is no knob 'wrokers'
                    race: { workers: 17 }         | knob 'workers' takes a whole number from 0 to 16, not '17'; the nearest is 16
                    race: { workers: off }        | knob 'workers' takes a whole number from 0 to 16, not 'off'
                    race: { order: filo }         | knob 'order' is one of fifo, lifo, not 'filo'; did you mean 'fifo'?
                    race: { workers: [1] }        | knob 'workers' has a list here
                    race: { workers: }            | knob 'workers' has nothing here
                    race: 8                       | preset 'race' is a single value
                    the race: { workers: 8 }      | 'the race' cannot be the name of a preset
                    race: { workers: 0 }          | with preset 'race', 'meet' cannot wait for 0 parties
                    """)
    void what_is_no_preset_is_a_problem_at_its_place(String presets, String message) {
        var errors = read(presets).errors();
        assertThat(errors).hasSize(1);
        assertThat(errors.getFirst().message()).startsWith(message);
        assertThat(errors.getFirst().place().line()).isEqualTo(9);
    }

    @Test
    void a_preset_may_bear_any_name_that_something_else_has() {
        assertThat(read("lock: { lock: off }").errors()).isEmpty();
    }
}
